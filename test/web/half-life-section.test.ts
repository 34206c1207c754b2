import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { lasting } from "./fixture-half-life.ts";
import { buildPage, hasBrowser, openSite, removeFolder, type Site, type Watched } from "./open-page.ts";
import { firstShape, inEachShape } from "./shapes.ts";
import { violations } from "./violations.ts";

const known = "?home=AA&technology=technology-13";
const sectionOf = (page: Page) => page.locator(".panel section.half-life");

describe.skipIf(!hasBrowser)("the half-life in the panel", () => {
  let folder: string;
  const plain = fixtureAsk();
  const sites = new Map<Ask, Promise<Site>>();
  beforeAll(async () => {
    folder = await buildPage();
  });
  afterAll(async () => {
    for (const site of sites.values()) await (await site).close();
    if (folder) await removeFolder(folder);
  });

  async function look(ask: Ask, query: string, check: (watched: Watched) => Promise<void>, options?: BrowserContextOptions): Promise<void> {
    const site = sites.get(ask) ?? openSite(folder, ask);
    sites.set(ask, site);
    const watched = await (await site).open(query, options);
    await sectionOf(watched.page).waitFor();
    await check(watched);
    await watched.page.close();
  }

  it("tells when half is gone, with the curve of each and a table of the same", async () => {
    await look(plain, known, async ({ page, faults }) => {
      const section = sectionOf(page);
      expect(await section.locator("h3").textContent()).toMatch(/^Half of the hold of .+ would be gone after 24 months$/);
      const curve = section.getByRole("img");
      expect(await curve.getAttribute("aria-label")).toContain("is gone after 24 months (8 to 70 months)");
      expect(await curve.locator(".curve").count()).toBe(3);
      expect(await curve.locator(".whisker-line").count()).toBe(1);
      const rows = section.locator("table").first().locator("tbody tr");
      expect(await rows.count()).toBe(4);
      expect(await rows.filter({ hasText: "patents that lapse" }).locator("td").allTextContents()).toEqual(["unknown", ""]);
      expect(await rows.filter({ hasText: "all that is known" }).locator("td").allTextContents()).toEqual([
        "24 months (8 to 70 months)",
        "5%",
      ]);
      expect(faults).toEqual([]);
    });
  });

  it("tells what withholding would do to the home and cost the holder, with intervals", async () => {
    await look(plain, known, async ({ page }) => {
      const lines = sectionOf(page).locator("table").nth(1).locator("tbody tr");
      expect(await lines.count()).toBe(2);
      const first = (await lines.first().textContent()) ?? "";
      for (const part of ["12 months", "25% (10 to 40%)", "USD 2.5 B (1 to 4 B)", "USD 300 M (200 to 400 M)"])
        expect(first).toContain(part);
      expect(await lines.locator(".whisker-line").count()).toBe(2);
      expect(await sectionOf(page).textContent()).toContain("held in reserve for five years");
    });
  });

  it("shows unknown as unknown, and never as never", async () => {
    await look(plain, `?technology=${lasting}`, async ({ page, faults }) => {
      const section = sectionOf(page);
      expect(await section.locator("h3").textContent()).toContain("is not gone within 20 years in 100% of the draws");
      expect(await section.locator("table").nth(1).locator("tbody tr").first().textContent()).toContain("unknown");
      expect(faults).toEqual([]);
    });
    const bare = await plain.map({});
    const nobody = bare.nodes.find(({ economies }) => economies.length === 0);
    expect(nobody).toBeDefined();
    await look(plain, `?technology=${nobody?.id}`, async ({ page, faults }) => {
      const section = sectionOf(page);
      expect(await section.locator("h3").textContent()).toBe("Half-life unknown");
      expect(await section.locator("svg, table").count()).toBe(0);
      expect(await section.textContent()).toContain("no share of it is known");
      expect(faults).toEqual([]);
    });
  });

  it("follows the home that is chosen", async () => {
    await look(plain, "?technology=technology-13", async ({ page }) => {
      expect(await sectionOf(page).textContent()).toContain("withheld it from all others from now on");
    });
    await look(plain, known, async ({ page }) => {
      expect(await sectionOf(page).textContent()).toContain("withheld it from Aland from now on");
    });
  });

  it("shows hostile words as text", async () => {
    await look(fixtureAsk({ hostile: true }), known, async ({ page, faults }) => {
      await sectionOf(page).getByText("<img src=x").first().waitFor();
      expect(await page.locator("img").count()).toBe(0);
      expect(await page.evaluate("window.hacked ?? null")).toBeNull();
      expect(faults).toEqual([]);
    });
  });

  it("has no violation axe calls more than minor, and fits a phone", async () => {
    await look(
      plain,
      known,
      async ({ page }) =>
        inEachShape(page, async (shape) => {
          expect(await violations(page), shape).toEqual([]);
          expect(
            await page.evaluate("document.querySelector('.panel').scrollWidth > document.querySelector('.panel').clientWidth"),
            shape,
          ).toBe(false);
        }),
      firstShape,
    );
  });
});
