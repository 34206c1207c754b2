import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, it } from "vitest";
import { nodeColour } from "../../web/src/colour/colours.ts";
import { byControls } from "../../web/src/list/sort-nodes.ts";
import { controlCell, controlWords } from "../../web/src/map/node-words.ts";
import { controlsCsv } from "../../web/src/words/words.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { drawn, hasBrowser, servedSite } from "./open-page.ts";
import { firstShape, inEachShape } from "./shapes.ts";
import { violations } from "./violations.ts";

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
const map = await fixtureAsk().map({});
const node = (
  issuers: readonly string[] | null,
  entriesUnknown = false,
  unknown: (typeof map.nodes)[number]["controlsUnknown"] = "none recorded",
) => {
  const [first] = map.nodes;
  if (!first) throw new Error("no nodes");
  return { ...first, controls: issuers && { issuers, entriesUnknown }, controlsUnknown: issuers ? null : unknown };
};

describe("controls as colours and words", () => {
  it("are unknown where none is recorded, never none", () => {
    expect(nodeColour(node(null), "controls")).toBeNull();
    expect(nodeColour(node(["AA"]), "controls")).toBeGreaterThan(0);
    expect(nodeColour(node(["AA", "BB"]), "controls")).toBeLessThan(1);
    expect(nodeColour(node(["AA", "BB", "CC"]), "controls")).toBe(1);
    expect(nodeColour(node(["AA", "BB", "CC", "DD"]), "controls")).toBe(1);
  });

  it("say at least, whose they are and what is not loaded", () => {
    const names = new Map([["AA", "Aland"]]);
    expect(controlWords(node(["AA", "BB"], true), names)).toBe(
      "controls of at least 2 issuers: Aland and BB; entries of a control list linked to it are not loaded",
    );
    expect(controlWords(node(null), names)).toBe("controls unknown: none recorded, which is not clearance");
    expect(controlWords(node(null, false, "none recorded as in force"), names)).toMatch(/^controls unknown: none recorded as in force/);
    expect([controlCell(node(null)), controlCell(node(null, false, "linked entries not loaded")), controlCell(node(["AA", "BB"]))]).toEqual(
      ["unknown: none recorded", "unknown: linked entries not loaded", "AA, BB"],
    );
  });

  it("stand in order of issuers, the unknown last, and leave an unknown count empty", () => {
    const order = byControls(map.nodes).map(({ controls }) => controls?.issuers.length ?? -1);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(order.at(-1)).toBe(-1);
    const lines = controlsCsv(map, [node(["AA", "BB"]), node(null)]).split("\n");
    expect(lines.slice(1, 3).map((line) => line.split(",").slice(-4))).toEqual([
      ["2", "AA BB", "0", ""],
      ["", "", "", "none recorded"],
    ]);
  });
});

describe.skipIf(!hasBrowser)("the page coloured by controls", () => {
  const site = servedSite(fixtureAsk());
  const visit = async (query: string, options: BrowserContextOptions = {}) => {
    const watched = await site.open(query, options);
    await watched.page.locator("h1").waitFor({ state: "attached" });
    await drawn(watched.page);
    return watched;
  };

  it("is chosen by a button, kept in the address, and tells its own finding", async () => {
    const { page, faults } = await visit("?home=AA");
    const disc = page.locator('[data-node="technology-9"] .disc');
    const before = await disc.getAttribute("fill");
    await page.getByRole("button", { name: "Controls" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?home=AA&colour=controls");
    expect(await page.locator("h1").textContent()).toContain("invented controls bite on at least");
    await expect.poll(() => disc.getAttribute("fill")).not.toBe(before);
    expect(await page.locator('[data-node="technology-4"] .disc').getAttribute("fill")).toBe("url(#hatch)");
    const legend = (await page.locator(".legend").textContent()) ?? "";
    expect(legend).not.toContain("none in force");
    for (const part of ["issuers of controls in force, at least", "3 or more", "none recorded as in force: unknown"])
      expect(legend).toContain(part);
    await page.locator('[data-node="technology-9"]').hover();
    expect(await page.getByTestId("readout").textContent()).toContain("controls of at least 3 issuers: Aland, Borland and Cedonia");
    await page.reload();
    await page.locator("h1", { hasText: "invented controls" }).waitFor();
    await page.getByRole("button", { name: "Loss" }).click();
    await page.locator("h1", { hasText: "from AA" }).waitFor();
    expect(page.url()).not.toContain("colour");
    expect(faults).toEqual([]);
  });

  it("has a table of the same, and copies it", async () => {
    const { page, faults } = await visit("?colour=controls&view=list");
    expect(await page.locator(".scores tbody tr").count()).toBe(40);
    const counts = (await page.locator(".scores td.figure").allTextContents()).map((text) => (text === "–" ? -1 : Number(text)));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts).toContain(-1);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: /^Copy data/ }).click();
    await page.getByText("Copied as CSV.").waitFor();
    expect(String(await page.evaluate("navigator.clipboard.readText()"))).toMatch(/^technology,name,stage,as_of,issuers_at_least/);
    expect(faults).toEqual([]);
  });

  it("tells in the panel issuer, kind, dates, citation, link, entries and what it cannot know", async () => {
    const { page, faults } = await visit("?technology=technology-9");
    const section = page.locator(".panel section", { has: page.locator("h3", { hasText: /^Controls$/ }) });
    await section.waitFor();
    const text = ((await section.textContent()) ?? "").replaceAll(/\s+/g, " ");
    for (const part of [
      "At least 3 in force on 2026-11-20.",
      "Borland",
      "Invented Order 13, in force",
      "2024-03-01",
      "2024-02-01",
      "Alpha Works, made in CC; part unknown",
      "Aland, except Dalmark",
      "2031-01-01",
      "Published, not in force yet",
      "Suspended, or in force again unless the suspension was extended",
      "ended unless extended, last day 2026-11-09, by order-20",
      "Controls that have ended",
      "9X001.a",
      "NS Column 9",
      "not loaded",
      "40% of supply by sales",
      "2020-01-02 (day of effect)",
      "BETA INTL, by rule same-name",
      "Beta, by rule same-name",
      "The invented timeline ends early.",
    ])
      expect(text).toContain(part);
    const none = await visit("?technology=technology-4");
    await none.page.locator(".panel .no-data", { hasText: "No control in force on 2026-11-20." }).waitFor();
    expect(faults).toEqual([]);
  });

  it("is a list on a phone that names the issuers", async () => {
    const { page, faults } = await visit("?colour=controls&unfold=all", phone);
    expect(await page.locator(".stage-item", { hasText: "AA, BB, CC" }).count()).toBeGreaterThan(0);
    expect(await page.locator(".stage-item", { hasText: "none recorded" }).count()).toBeGreaterThan(0);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    expect(faults).toEqual([]);
  });

  it.each(["?colour=controls", "?colour=controls&view=list", "?colour=controls&technology=technology-9"])(
    "/%s has no violation axe calls more than minor",
    async (query) => {
      const { page } = await visit(query, firstShape);
      if (query.includes("technology=")) await page.locator(".panel h3").last().waitFor();
      await inEachShape(page, async (shape) => expect(await violations(page), shape).toEqual([]));
    },
  );
});
