import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fixtureAsk } from "./fixture-ask.ts";
import { atlasTechnologies } from "./fixture-technologies.ts";
import { hasBrowser, servedSite } from "./open-page.ts";
import { firstShape, inEachShape } from "./shapes.ts";
import { violations } from "./violations.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

describe.skipIf(!hasBrowser)("the page of the map", () => {
  const site = servedSite(fixtureAsk());
  const focused = (page: Page): Promise<string | null> => page.evaluate("document.activeElement?.getAttribute('data-node') ?? null");

  it("shows the finding, the picture, the table and what it rests on; another home is chosen by its form", async () => {
    const { page, faults } = await site.open("map?home=AA");
    expect(await page.locator(".finding").first().textContent()).toContain("from AA");
    expect(await page.locator("[data-node]").count()).toBe(34);
    expect(await page.locator("tbody").first().locator("tr").count()).toBe(20);
    expect(await page.locator(".evidence").textContent()).toContain("Everything here is invented.");
    await page.getByRole("combobox", { name: "What could be withheld from" }).selectOption("BB");
    await page.getByRole("button", { name: "Show" }).click();
    await page.locator(".finding", { hasText: "from BB" }).waitFor();
    expect(new URL(page.url()).searchParams.get("home")).toBe("BB");
    expect(faults).toEqual([]);
  });

  it("is walked by keys alone, lights what is reached, and leads to its page", async () => {
    const { page, faults } = await site.open("map?home=AA");
    for (let presses = 0; presses < 60 && (await focused(page)) === null; presses++) await page.keyboard.press("Tab");
    const first = await focused(page);
    expect(first).not.toBeNull();
    await page.keyboard.press("ArrowDown");
    const second = await focused(page);
    expect(second).not.toBe(first);
    await page.keyboard.press("ArrowRight");
    const third = await focused(page);
    expect([first, second]).not.toContain(third);
    expect(await page.locator(".readout").textContent()).toMatch(/needed by \d+ directly/);
    expect(await page.locator(".edges .near").count()).toBeGreaterThan(0);
    expect(await page.locator(".node:not(.light)").count()).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === `/technology/${third}` && url.search === "?home=AA");
    expect(faults).toEqual([]);
  });

  it("unfolds by key and by pointer, and keeps it in the address", async () => {
    const { page } = await site.open("map?home=AA");
    await page.locator('[data-node="technology-5"]').focus();
    await page.keyboard.press("+");
    await page.locator('[data-node="technology-6"]').waitFor();
    expect(new URL(page.url()).search).toBe("?home=AA&unfold=technology-5");
    await page.locator('[data-fold="technology-5"]').click();
    await page.locator('[data-node="technology-6"]').waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toBe("?home=AA");
  });

  it("keeps filters in the address, tells how many fit, and clears them", async () => {
    const { page, faults } = await site.open("map?home=AA&stage=tools&economy=BB");
    const rows = await page.locator("tbody tr").count();
    await page.getByRole("link", { name: `${rows} of 40 technologies fit` }).click();
    await page.waitForURL((url) => url.search === "?home=AA");
    await page.getByRole("textbox", { name: "Technology or organisation" }).fill("中芯國際");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /of 40 technologies fit/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it("tells the chosen technology, the controls of a day, and what has changed since", async () => {
    const { page, faults } = await site.open("map?home=AA&technology=technology-13&on=2020-12-31&colour=change");
    expect(await page.locator("[data-node='technology-13']").getAttribute("class")).toContain("chosen");
    await page.getByRole("table", { name: "Changed from 2020-12-31 to 2026-11-20" }).waitFor();
    await page.getByRole("link", { name: "Today" }).click();
    await page.waitForURL((url) => !url.search.includes("on="));
    const controls = await site.open("map?colour=controls&view=list");
    expect(await controls.page.locator(".finding").first().textContent()).toContain("invented controls bite on at least");
    expect(await controls.page.locator("svg [data-node]").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("leads from views that it had to the pages that have them now", async () => {
    for (const [query, path] of [
      ["view=plan&plan=invented-lab", "/plan/invented-lab"],
      ["view=plan", "/plans"],
      ["view=backtests", "/backtests"],
    ] as const) {
      const { page } = await site.open(`map?${query}`);
      expect(new URL(page.url()).pathname).toBe(path);
    }
  });

  it("says what happened when a home is not known, and what of a technology that is none", async () => {
    const { page } = await site.open("map?home=AA&technology=nothing");
    expect(await page.locator("main").textContent()).toContain("technology “nothing”, which is none that there is");
    const lost = await site.open("map?home=ZZ");
    expect(await lost.page.locator("main").textContent()).toContain("LM_ECONOMY_UNKNOWN");
  });

  it("stays within a phone, and is all there without scripts", async () => {
    const { page } = await site.open("map?home=AA", { ...phone, javaScriptEnabled: false });
    expect(await page.locator("a.node").count()).toBe(34);
    const wide = await site.open("map?home=AA", phone);
    expect(await wide.page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  it.each(["map?home=AA&technology=technology-13", "map?view=list&q=technology-1", "map?colour=controls"])(
    "/%s has no violation axe calls more than minor",
    async (query) => {
      const { page, faults } = await site.open(query, firstShape);
      await inEachShape(page, async (shape) => expect(await violations(page), shape).toEqual([]));
      expect(faults).toEqual([]);
    },
  );
});

describe.skipIf(!hasBrowser)("the page of a hostile map", () => {
  const site = servedSite(fixtureAsk({ hostile: true }));

  it("shows names as text and follows no hostile address", async () => {
    for (const query of ["map?home=AA&technology=technology-13", "map?view=list", "map?colour=controls"]) {
      const { page, faults } = await site.open(query);
      expect(await page.evaluate("document.body.textContent.includes('<img src=x')")).toBe(true);
      expect(await page.locator("img").count()).toBe(0);
      expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
      expect(await page.evaluate("window.hacked ?? null")).toBeNull();
      expect(faults).toEqual([]);
    }
  });
});

describe.skipIf(!hasBrowser)("the page of the whole atlas", () => {
  const site = servedSite(fixtureAsk(atlasTechnologies()));

  it("draws names that lie on none other, none beyond the edge", async () => {
    const { page, faults } = await site.open("map?home=AA");
    const seen = (await page.evaluate(`(() => {
      const boxes = [...document.querySelectorAll("a.node")].map((node) => {
        const lines = [...node.querySelectorAll("text")].map((line) => line.getBoundingClientRect());
        const most = (side) => Math.max(...lines.map((line) => line[side]));
        const least = (side) => Math.min(...lines.map((line) => line[side]));
        return { left: least("left"), top: least("top"), right: most("right"), bottom: most("bottom"), text: node.dataset.node };
      });
      const clashes = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3).map((b) => a.text + " / " + b.text));
      return { clashes, right: Math.max(...boxes.map((box) => box.right)) };
    })()`)) as { clashes: string[]; right: number };
    expect(seen.clashes).toEqual([]);
    expect(seen.right).toBeLessThanOrEqual(1280);
    expect(faults).toEqual([]);
  });
});
