import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureAsk } from "./fixture-ask.ts";
import { atlasTechnologies } from "./fixture-technologies.ts";
import { buildPage, drawn, hasBrowser, openSite, removeFolder, type Site, servedSite } from "./open-page.ts";
import { firstShape, inEachShape } from "./shapes.ts";
import { violations } from "./violations.ts";

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Under a name that is no literal, as only the page is compiled for a browser. */
const header: string = "../../web/src/view/places.ts";
const { places } = (await import(header)) as { readonly places: readonly (readonly [string, string])[] };

describe.skipIf(!hasBrowser)("the page", () => {
  const site = servedSite(fixtureAsk());

  async function visit(query: string, options: BrowserContextOptions = {}, at: Pick<Site, "open"> = site) {
    const watched = await at.open(query, options);
    await watched.page.locator("h1").waitFor({ state: "attached" });
    await drawn(watched.page);
    return watched;
  }

  const focused = (page: Page): Promise<string | null> => page.evaluate("document.activeElement?.getAttribute('data-node') ?? null");

  it("shows the finding, the picture, the table and the evidence without a fault", async () => {
    const { page, faults } = await visit("?home=AA");
    expect(await page.locator("h1").textContent()).toContain("from AA");
    expect(await page.locator("[data-node]").count()).toBe(34);
    expect(await page.locator(".scores tbody tr").count()).toBe(20);
    await page.getByRole("button", { name: "Show all 40 technologies" }).click();
    await page.locator(".scores tbody tr").nth(39).waitFor();
    expect(await page.locator(".scores tbody tr").count()).toBe(40);
    expect(new URL(page.url()).search).toBe("?home=AA&rows=all");
    expect(await page.evaluate("[...document.querySelectorAll('.scores tbody tr')].indexOf(document.activeElement.closest('tr'))")).toBe(
      20,
    );
    expect(await page.locator(".evidence").textContent()).toContain("Everything here is invented.");
    await page.locator("select").first().selectOption("BB");
    await page.locator("h1", { hasText: "from BB" }).waitFor();
    expect(new URL(page.url()).search).toBe("?home=BB&rows=all");
    expect(faults).toEqual([]);
  });

  it("fades at the edge behind which there is more, and keeps off it what is chosen", async () => {
    const { page, faults } = await visit("?home=AA");
    const scroll = page.locator(".map-scroll");
    expect(await scroll.getAttribute("class")).toBe("map-scroll");
    const last = await page.evaluate(
      "[...document.querySelectorAll('[data-node]')].reduce((a, b) => (a.getBoundingClientRect().right > b.getBoundingClientRect().right ? a : b)).dataset.node",
    );
    await page.locator(`[data-node="${last}"]`).click();
    await page.locator(".panel h2").waitFor();
    await page.locator(".map-scroll.more-left").waitFor();
    const [room, box] = [(await scroll.boundingBox())!, (await page.locator(`[data-node="${last}"]`).boundingBox())!];
    expect(box.x + box.width).toBeLessThanOrEqual(room.x + room.width);
    await page.evaluate("document.querySelector('.map-scroll').scrollLeft = 0");
    await page.locator(".map-scroll.more-right:not(.more-left)").waitFor();
    expect(faults).toEqual([]);
  });

  it("is walked by keys alone", async () => {
    const { page, faults } = await visit("?home=AA");
    for (let presses = 0; presses < 40 && (await focused(page)) === null; presses++) await page.keyboard.press("Tab");
    const first = await focused(page);
    expect(first).not.toBeNull();
    expect(await page.evaluate("getComputedStyle(document.activeElement.querySelector('.node-room')).strokeWidth")).toBe("2px");
    await page.keyboard.press("ArrowDown");
    const second = await focused(page);
    expect(second).not.toBe(first);
    await page.keyboard.press("ArrowRight");
    const third = await focused(page);
    expect([first, second]).not.toContain(third);
    expect(await page.getByTestId("readout").textContent()).toContain("needed by");
    await page.keyboard.press("Enter");
    await page.locator(".panel h2").waitFor();
    expect(new URL(page.url()).searchParams.get("technology")).toBe(third);
    expect(await page.evaluate("document.activeElement.className")).toBe("panel");
    const own = page.getByRole("link", { name: "Page of this technology" });
    expect(await own.getAttribute("href")).toBe(`technology/${third}?home=AA`);
    await page.keyboard.press("Escape");
    await page.locator(".panel").waitFor({ state: "detached" });
    await expect.poll(() => focused(page)).toBe(third);
    expect(faults).toEqual([]);
  });

  it("lights what a technology needs and what needs it", async () => {
    const { page } = await visit("");
    const node = page.locator('[data-node="technology-13"]');
    await node.hover();
    expect(await node.getAttribute("class")).toContain("light-self");
    expect(await page.locator(".light-near").count()).toBeGreaterThan(0);
    expect(await page.locator(".light-off").count()).toBeGreaterThan(0);
    await page.locator("h1").hover();
    await expect.poll(() => page.locator(".light-off").count()).toBe(0);
  });

  it("unfolds by key and by pointer, and keeps it in the address", async () => {
    const { page } = await visit("");
    await page.locator('[data-node="technology-5"]').focus();
    await page.keyboard.press("+");
    await page.locator('[data-node="technology-6"]').waitFor();
    expect(new URL(page.url()).searchParams.get("unfold")).toBe("technology-5");
    await page.reload();
    await page.locator('[data-node="technology-6"]').waitFor();
    await page.locator('[data-fold="technology-5"]').click();
    await page.locator('[data-node="technology-6"]').waitFor({ state: "detached" });
    expect(page.url()).not.toContain("unfold");
    expect(page.url()).not.toContain("technology=");
  });

  it("keeps filters in the address over a reload and the back button", async () => {
    const { page, faults } = await visit("?home=AA");
    await page.getByRole("combobox", { name: "stage" }).selectOption("tools");
    await page.getByRole("combobox", { name: "held in" }).selectOption("BB");
    await page
      .getByRole("status")
      .filter({ hasText: /of 40 technolog/ })
      .waitFor();
    const told = await page.locator(".left").textContent();
    expect(new URL(page.url()).search).toBe("?home=AA&stage=tools&economy=BB");
    const rows = await page.locator(".scores tbody tr").count();
    expect(told).toContain(`${rows} of 40`);
    await page.reload();
    await page.locator(".left", { hasText: told ?? "" }).waitFor();
    expect(await page.locator(".scores tbody tr").count()).toBe(rows);
    await page.goBack();
    await expect.poll(() => new URL(page.url()).search).toBe("?home=AA&stage=tools");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => page.locator(".scores tbody tr").count()).toBe(20);
    expect(faults).toEqual([]);
  });

  it("finds organisations in Chinese and Japanese and draws their names", async () => {
    const { page } = await visit("");
    await page.getByRole("searchbox").fill("中芯國際");
    await page.locator(".left", { hasText: "of 40" }).waitFor();
    const found = await page.locator(".scores tbody tr").count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(40);
    await page.getByRole("searchbox").fill("東京エレクトロン");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("東京エレクトロン");
    expect(await page.locator(".scores tbody tr").count()).toBeGreaterThan(0);
    const drawn = await page.evaluate(`(() => {
      const ink = (text) => {
        const canvas = document.createElement("canvas");
        const pen = canvas.getContext("2d");
        pen.font = "40px " + getComputedStyle(document.body).fontFamily;
        pen.fillText(text, 10, 60);
        return pen.getImageData(0, 0, 300, 100).data.join();
      };
      return ink("際") !== ink("\\u{10fffe}") && ink("際") !== ink("東");
    })()`);
    expect(drawn).toBe(true);
  });

  it("tells all of a technology in its panel", async () => {
    const { page, faults } = await visit("?home=AA&technology=technology-13");
    const panel = page.locator(".panel");
    await panel.getByRole("heading", { name: "Sources" }).waitFor();
    await panel.getByText("What the structural dependence hangs on", { exact: true }).waitFor();
    const text = (await panel.textContent()) ?? "";
    for (const part of [
      "could withhold",
      "Who holds it",
      "Economies",
      "Organisations",
      "by seat of the firm",
      "2025",
      "Needed by",
      "Parameters",
      "Plants",
      "Codes",
    ]) {
      expect(text).toContain(part);
    }
    expect(await panel.locator(".share.grade-published, .share.grade-derived, .share.grade-assumed").count()).toBeGreaterThan(2);
    const link = panel.getByRole("link", { name: "Invented yearbook" }).first();
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    await panel.locator("[data-technology]").last().click();
    await expect.poll(() => new URL(page.url()).searchParams.get("technology")).not.toBe("technology-13");
    await page.getByRole("button", { name: /^Close/ }).click();
    await panel.waitFor({ state: "detached" });
    expect(faults).toEqual([]);
  });

  it("says which file would fill what is missing, and never shows unknown as low", async () => {
    const { page } = await visit("?home=AA&technology=technology-14");
    await page.locator(".panel", { hasText: "Score unknown" }).waitFor();
    expect(await page.locator(".panel").textContent()).toContain("shares.csv of the atlas");
    expect(await page.locator('[data-node="technology-14"] .disc').getAttribute("fill")).toBe("url(#hatch)");
  });

  it("lists by score, highest first, and copies the table", async () => {
    const { page, faults } = await visit("?home=AA&view=list");
    expect(await page.locator(".map-svg").count()).toBe(0);
    const scores = (await page.locator("td.score-words").allTextContents()).map((text) =>
      text === "unknown" ? -1 : Number.parseFloat(text),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores).toContain(-1);
    expect(await page.locator(".scores .note").first().textContent()).toContain(
      "final products of their use, which have places of their own",
    );
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: /^Copy data/ }).click();
    await page.getByText("Copied as CSV.").waitFor();
    const copied = String(await page.evaluate("navigator.clipboard.readText()"));
    expect(copied.split("\n")).toHaveLength(42);
    expect(copied).toMatch(/^rank,technology,name,/);
    expect(faults).toEqual([]);
  });

  it("is an indented list on a phone, its panel the whole screen", async () => {
    const { page, faults } = await visit("?home=AA&unfold=technology-5", phone);
    expect(await page.locator(".map-svg").count()).toBe(0);
    for (const [, name] of places)
      expect(await page.locator(".pages").getByRole("link", { name, exact: true }).isVisible(), name).toBe(true);
    expect(await page.locator(".stage-list section h2").first().textContent()).toBe("Raw");
    expect(await page.locator('.stage-list ul ul [data-technology="technology-6"]').count()).toBe(1);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await page.locator('[data-technology="technology-6"]').click();
    await page.locator(".panel h2").waitFor();
    expect(await page.evaluate("document.querySelector('.panel').getBoundingClientRect().width")).toBe(390);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await page.getByRole("button", { name: /^Close/ }).click();
    await page.locator(".stage-list").waitFor();
    expect(faults).toEqual([]);
  });

  it.each(["?home=AA", "?home=AA&view=list&q=technology-1", "?home=AA&technology=technology-13"])(
    "%s has no violation axe calls more than minor",
    async (query) => {
      const { page, faults } = await visit(query, firstShape);
      if (query.includes("technology=")) await page.locator(".panel h3").last().waitFor();
      await inEachShape(page, async (shape) => expect(await violations(page), shape).toEqual([]));
      expect(faults).toEqual([]);
    },
  );

  it("does not move where motion is not wanted", async () => {
    const { page } = await visit("", { reducedMotion: "reduce" });
    expect(await page.evaluate("getComputedStyle(document.querySelector('.node')).transitionDuration")).toBe("0s");
  });

  it("says what happened when a home or technology is not known, and how to go on", async () => {
    const { page } = await visit("?home=AA&technology=nothing");
    await page.getByRole("alert").filter({ hasText: "LM_TECHNOLOGY_UNKNOWN" }).waitFor();
    const lost = await site.open("?home=ZZ");
    await lost.page.getByRole("alert").filter({ hasText: "LM_ECONOMY_UNKNOWN" }).waitFor();
    await lost.page.getByRole("button", { name: "Choose no home" }).click();
    await expect.poll(() => lost.page.locator("h1").textContent()).toContain("everyone else");
  });
});

describe.skipIf(!hasBrowser)("the page under other conditions", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await buildPage();
  });
  afterAll(() => removeFolder(folder));

  it("shows hostile names as text and follows no hostile address", async () => {
    const site = await openSite(folder, fixtureAsk({ hostile: true }));
    try {
      for (const query of ["?home=AA&technology=technology-13", "?view=list", "?view=plan&plan=invented-lab"]) {
        const { page, faults } = await site.open(query);
        await page.locator("h1").waitFor();
        if (query.includes("plan=")) await page.locator(".plan").waitFor();
        if (query.includes("technology=")) await page.locator(".panel h3").last().waitFor();
        expect(await page.evaluate("document.body.textContent.includes('<img src=x')")).toBe(true);
        expect(await page.locator("img").count()).toBe(0);
        expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
        expect(await page.evaluate("window.hacked ?? null")).toBeNull();
        expect(faults).toEqual([]);
      }
    } finally {
      await site.close();
    }
  });

  it("asks for the token once", async () => {
    const site = await openSite(folder, fixtureAsk(), { token: "s3cret" });
    try {
      const { page } = await site.open("?home=AA");
      await page.getByLabel("Token").fill("wrong");
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByText("did not take that token").waitFor();
      await page.getByLabel("Token").fill("s3cret");
      await page.getByRole("button", { name: "Go on" }).click();
      await page.locator("h1", { hasText: "from AA" }).waitFor();
      await page.reload();
      await page.locator("h1", { hasText: "from AA" }).waitFor();
      expect(await page.getByLabel("Token").count()).toBe(0);
      expect(page.url()).not.toContain("s3cret");
    } finally {
      await site.close();
    }
  });

  it("draws the names and links of the whole atlas into 1280 by 800, labels of 14 px and more, none on another", async () => {
    const site = await openSite(folder, fixtureAsk(atlasTechnologies()));
    try {
      const { page, faults } = await site.open("?home=AA");
      await page.locator("[data-node]").first().waitFor();
      expect(await page.locator("[data-node]").count()).toBeGreaterThan(60);
      const seen = (await page.evaluate(`(() => {
        const boxes = [...document.querySelectorAll(".label")].map((label) => {
          const { left, right, top, bottom } = label.getBoundingClientRect();
          return { left, right, top, bottom, size: parseFloat(getComputedStyle(label).fontSize), text: label.textContent };
        });
        const clashes = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3).map((b) => a.text + " / " + b.text));
        return { clashes, size: Math.min(...boxes.map((box) => box.size)), right: Math.max(...boxes.map((box) => box.right)), bottom: Math.max(...boxes.map((box) => box.bottom)) };
      })()`)) as { clashes: string[]; size: number; right: number; bottom: number };
      expect(seen.clashes).toEqual([]);
      expect(seen.size).toBeGreaterThanOrEqual(14);
      expect(seen.right).toBeLessThanOrEqual(1280);
      expect(seen.bottom).toBeLessThanOrEqual(800);
      expect(faults).toEqual([]);
    } finally {
      await site.close();
    }
  });
});
