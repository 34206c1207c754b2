import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SiteRenderer } from "../../src/site/page.ts";
import type { ReportRenderer } from "../../src/site/report/report.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { buildPage, hasBrowser, openSite, removeFolder, type Site } from "./open-page.ts";

/** Under a name that is no literal, as only the page is compiled for a browser. */
const renderer: string = "../../web/src/site/render.tsx";

/** Score of shifts that a reader does not notice, after web.dev a half of what is good. */
const limit = 0.05;

const watch = `
  window.shifted = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifted += value; }).observe({ type: "layout-shift", buffered: true });
`;

describe.skipIf(!hasBrowser)("what is on a page stays where it is", () => {
  let folder: string;
  let site: Site;
  beforeAll(async () => {
    folder = await buildPage();
    const render = (await import(renderer)) as SiteRenderer & ReportRenderer;
    site = await openSite(folder, fixtureAsk(), { render });
  });
  afterAll(async () => {
    await site?.close();
    if (folder) await removeFolder(folder);
  });

  it.each(["", "map", "map?view=list", "map?view=plan", "screen", "technology/technology-7", "leverage"])(
    "/%s, when its script comes late and the skip link is shown",
    async (path) => {
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 390, height: 844 },
      ]) {
        const { page } = await site.open("robots.txt", { viewport });
        await page.addInitScript(watch);
        await page.route(/\.js$/, async (route) => {
          await new Promise((done) => setTimeout(done, 300));
          await route.continue();
        });
        await page.goto(`${site.address}/${path}`, { waitUntil: "networkidle" });
        await page.keyboard.press("Tab");
        await page.keyboard.press("Tab");
        // Two frames: what has moved is told with the next
        await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        expect(await page.evaluate("shifted"), `${path} at ${viewport.width}`).toBeLessThan(limit);
        await page.context().close();
      }
    },
  );
});
