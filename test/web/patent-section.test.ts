import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { littleKnown, seedDocument, withoutPatents } from "./fixture-patents.ts";
import { buildPage, hasBrowser, openSite, removeFolder, type Site, type Watched } from "./open-page.ts";
import { firstShape, inEachShape } from "./shapes.ts";
import { violations } from "./violations.ts";

const known = "?home=AA&technology=technology-13";

const sectionOf = (page: Page) => page.locator(".panel section", { has: page.getByRole("heading", { name: "Patents", exact: true }) });
const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

describe.skipIf(!hasBrowser)("the patents in the panel", () => {
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

  /** Opens a page on these answers and closes it again; sites are kept. */
  async function look(ask: Ask, query: string, check: (watched: Watched) => Promise<void>, options?: BrowserContextOptions): Promise<void> {
    const site = sites.get(ask) ?? openSite(folder, ask);
    sites.set(ask, site);
    const watched = await (await site).open(query, options);
    await check(watched);
    await watched.page.close();
  }

  it("tell holders with intervals, what is original, what lapses when, and the main path", async () => {
    await look(plain, known, async ({ page, faults }) => {
      const section = sectionOf(page);
      await section.locator(".expiry").waitFor();
      const beta = section.locator("tbody tr", { hasText: "Organisation Beta" }).first();
      expect(await beta.textContent()).toContain("50% (30 to 70%)");
      expect(await beta.locator(".whisker-line").count()).toBe(2);
      await section.getByText("Details", { exact: true }).click();
      expect(await section.locator("tr", { hasText: "originality" }).last().textContent()).toContain("8 of 12 documents");
      const picture = section.getByRole("img");
      expect(await picture.getAttribute("aria-label")).toContain("Terms of 9 applications end from 2024 to 2031");
      expect(await picture.locator(".lapsing").count()).toBe(3);
      await section.getByText("The same as a table").click();
      const years = await section.locator(".expiry tbody tr").allTextContents();
      expect(years.map((text) => text.slice(0, 4))).toEqual(["2024", "2028", "2031", "year", "not "]);
      expect(years[1]).toContain("1 to 2, 1 unknown");
      expect(await section.locator("table", { hasText: "Main path of citations" }).locator("tbody tr").count()).toBe(2);
      expect(await section.textContent()).toContain("Everything here is invented.");
      expect(faults).toEqual([]);
    });
  });

  it("show unknown as unknown, never as 0", async () => {
    await look(plain, known, async ({ page }) => {
      const solo = sectionOf(page).locator("tbody tr", { hasText: "Solo Works" }).first();
      await solo.waitFor();
      expect(await solo.textContent()).toMatch(/13% \(8 to 18%\)unknown$/);
      expect(await solo.locator(".hatched").count()).toBe(1);
    });
    await look(plain, `?technology=${littleKnown}`, async ({ page, faults }) => {
      const section = sectionOf(page);
      await section.locator(".expiry").waitFor();
      const text = (await section.textContent()) ?? "";
      for (const part of [
        "no holder is known",
        "unknown for 12",
        "No end of a term is known. The end of 12 is unknown.",
        "nothing loaded is cited",
      ]) {
        expect(text).toContain(part);
      }
      expect(await section.getByRole("img").count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });

  it("say what to do where none is loaded or measured, and ask no more", async () => {
    for (const [ask, query, told] of [
      [plain, `?technology=${withoutPatents}`, "To count patents yourself"],
      [fixtureAsk({ measured: false }), known, "have not been measured. Run `levermap measure`."],
    ] as const) {
      await look(ask, query, async ({ page, faults }) => {
        await sectionOf(page).locator(".no-data", { hasText: told }).waitFor();
        expect(await sectionOf(page).locator("table, svg").count()).toBe(0);
        expect(faults).toEqual([]);
      });
    }
  });

  it("leave the card standing when they cannot be had, and are asked for again", async () => {
    const fixture = fixtureAsk();
    let times = 0;
    const failing: Ask = {
      ...fixture,
      technologyPatents: async (question) => {
        times++;
        if (times === 1) throw new LevermapError("LM_WORKSPACE_BUSY", "Somebody else writes.");
        return fixture.technologyPatents(question);
      },
    };
    await look(failing, known, async ({ page }) => {
      const section = sectionOf(page);
      await section.getByRole("alert").filter({ hasText: "LM_WORKSPACE_BUSY" }).waitFor();
      await page.locator(".panel").getByRole("heading", { name: "Sources" }).waitFor();
      await section.getByRole("button", { name: "Ask again" }).click();
      await section.locator(".expiry").waitFor();
      expect(await section.getByRole("alert").count()).toBe(0);
    });
  });

  it("open one document by key, keep it in the address, and lead back to its link", async () => {
    await look(plain, known, async ({ page, faults }) => {
      const link = sectionOf(page).locator(`[data-patent="${seedDocument}"]`).first();
      await link.focus();
      await page.keyboard.press("Enter");
      const title = page.getByRole("heading", { name: "Invented method" });
      await title.waitFor();
      expect(parameter(page, "patent")).toBe(seedDocument);
      expect(await page.evaluate("document.activeElement.className")).toBe("panel");
      expect(await sectionOf(page).isVisible()).toBe(false);
      expect(await page.locator("tr", { hasText: "disruption" }).filter({ visible: true }).first().textContent()).toContain("-0.25");
      await page.reload();
      await title.waitFor();
      await page.keyboard.press("Escape");
      await sectionOf(page).waitFor();
      expect([parameter(page, "patent"), parameter(page, "technology")]).toEqual([null, "technology-13"]);
      await link.waitFor();
      await page.goBack();
      await title.waitFor();
      await page.goBack();
      await sectionOf(page).waitFor();
      await expect.poll(() => page.evaluate("document.activeElement.dataset.patent ?? null")).toBe(seedDocument);
      await page.keyboard.press("Escape");
      await page.locator(".panel").waitFor({ state: "detached" });
      expect(faults).toEqual([]);
    });
  });

  it("tell of a document that is only cited, and of one that is not known", async () => {
    await look(plain, `${known}&patent=US2`, async ({ page }) => {
      const panel = page.locator(".panel");
      await panel.getByRole("heading", { name: "Title unknown" }).waitFor();
      const values = await panel.locator("td.figure").filter({ visible: true }).allTextContents();
      expect(values.length).toBeGreaterThan(2);
      expect(new Set(values)).toEqual(new Set(["unknown"]));
    });
    await look(plain, `${known}&patent=nothing`, async ({ page }) => {
      await page.getByRole("alert").filter({ hasText: "LM_PATENT_UNKNOWN" }).waitFor();
      await page.getByRole("button", { name: /^Back to Technology 13/ }).click();
      await sectionOf(page).waitFor();
      expect(parameter(page, "patent")).toBeNull();
    });
  });

  it("show hostile titles and names as text", async () => {
    const hostile = fixtureAsk({ hostile: true });
    for (const query of [known, `${known}&patent=${seedDocument}`]) {
      await look(hostile, query, async ({ page, faults }) => {
        await page.locator(".panel").getByText("<img src=x").filter({ visible: true }).first().waitFor();
        if (query === known) {
          await sectionOf(page).locator("th", { hasText: "<img src=x" }).first().waitFor();
        }
        expect(await page.locator("img").count()).toBe(0);
        expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
        expect(await page.evaluate("window.hacked ?? null")).toBeNull();
        expect(faults).toEqual([]);
      });
    }
  });

  it.each([known, `${known}&patent=${seedDocument}`])("%s: no violation axe calls more than minor, and fit for a phone", async (query) => {
    const there = query === known ? ".expiry" : ".panel dl";
    await look(
      plain,
      query,
      async ({ page }) =>
        inEachShape(page, async (shape) => {
          await page.locator(there).filter({ visible: true }).first().waitFor();
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
