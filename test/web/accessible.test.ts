import { describe, expect, it } from "vitest";
import { fixtureAsk } from "./fixture-ask.ts";
import { hasBrowser, servedSite } from "./open-page.ts";
import { firstShape, inEachShape } from "./shapes.ts";
import { violations } from "./violations.ts";

const paths = [
  "",
  "search?q=technology",
  "technology/technology-7",
  "technology/technology-7/half-life",
  "scenarios",
  "leverage",
  "patents",
  "patents?q=invented",
  "holder/org-beta",
  "plans",
  "plan/invented-lab?money=2",
  "plan",
  "plan?from=invented-lab",
  "screen",
  "backtests",
];

describe.skipIf(!hasBrowser)("pages of the site in a browser", () => {
  const site = servedSite(fixtureAsk());

  it.each(paths)(
    "/%s: no fault, nothing that a checker of accessibility finds, on a wide page and a narrow one, light and dark",
    async (path) => {
      const { page, faults } = await site.open(path, firstShape);
      await inEachShape(page, async (shape) => {
        expect(await violations(page), `${path} ${shape}`).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"), `${path} ${shape}`).toBeLessThanOrEqual(0);
      });
      expect(faults).toEqual([]);
    },
  );
});
