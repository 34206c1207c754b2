import { describe, expect, it } from "vitest";
import { fixtureAsk } from "./fixture-ask.ts";
import { hasBrowser, servedSite } from "./open-page.ts";
import { shapes } from "./shapes.ts";

/** Score of shifts that a reader does not notice, after web.dev a half of what is good. */
const limit = 0.05;

const watch = `
  window.shifted = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifted += value; }).observe({ type: "layout-shift", buffered: true });
`;

describe.skipIf(!hasBrowser)("what is on a page stays where it is", () => {
  const site = servedSite(fixtureAsk());

  it.each(["", "map", "map?view=list", "map?view=plan", "screen", "technology/technology-7", "leverage"])(
    "/%s, when its script comes late and the skip link is shown",
    async (path) => {
      for (const { viewport } of shapes) {
        const { page } = await site.open("robots.txt", { viewport });
        await page.addInitScript(watch);
        await page.route(/\.js$/, async (route) => {
          await new Promise((done) => setTimeout(done, 300));
          await route.continue();
        });
        await page.goto(`${site.address()}/${path}`, { waitUntil: "networkidle" });
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
