import { describe, expect, it } from "vitest";
import { fixtureAsk } from "./fixture-ask.ts";
import { hasBrowser, servedSite } from "./open-page.ts";
import { firstShape, inEachShape } from "./shapes.ts";
import { violations } from "./violations.ts";

describe.skipIf(!hasBrowser)("the page of past shocks", () => {
  const site = servedSite(fixtureAsk());

  it("is reached from the map and shows each row beside what was measured", async () => {
    const { page, faults } = await site.open("");
    await page.getByRole("link", { name: "Trust" }).click();
    await page.locator(".finding", { hasText: "1 of 2 measurements" }).waitFor();
    expect(new URL(page.url()).search).toBe("?view=backtests");
    expect(await page.title()).toBe("How far can the model be trusted, on shocks that happened? – Levermap");
    const rows = await page.locator(".event-row:has(.event-words)").allTextContents();
    expect(rows.map((text) => text.replaceAll(/\s+/g, " "))).toEqual([
      "invented plant: capacity left 2019-03-0240% (20 to 60%) predicted, 30% measured",
      "invented plant: months to full output 2019-09-0140% (20 to 60%) predicted, 90% measured: a miss",
    ]);
    const boxOf = async (mark: string, at: number) => (await page.locator(`.event-row ${mark}`).nth(at).boundingBox())!;
    const [hit, miss] = [await boxOf(".measured", 0), await boxOf(".measured", 1)];
    const predicted = await boxOf(".predicted", 1);
    expect(hit.x).toBeGreaterThan(predicted.x);
    expect(hit.x).toBeLessThan(predicted.x + predicted.width);
    expect(miss.x).toBeGreaterThan(predicted.x + predicted.width);
    expect(faults).toEqual([]);
  });

  it("can be read by everyone, without scrolling sideways", async () => {
    const { page } = await site.open("?view=backtests", firstShape);
    await page.locator(".event").first().waitFor();
    await inEachShape(page, async (shape) => {
      expect(await violations(page), shape).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), shape).toBe(true);
    });
  });
});
