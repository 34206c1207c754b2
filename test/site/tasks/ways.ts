import { expect, it } from "vitest";
import { createServer } from "../../../src/server/create-server.ts";
import { listen } from "../../../src/server/listen.ts";
import { openBundled } from "../../answers/bundled-workspace.ts";
import { isLong } from "../../tiers.ts";
import { siteRenderer } from "../../web/open-page.ts";
import { keepingDesk, type TaskSite } from "./task-site.ts";
import { sizes } from "./tasks.ts";
import { patience, Visitor } from "./visitor.ts";

/** The same by other ways than eyes, a pointer and a screen near by. */
export function otherWays(site: () => TaskSite): void {
  it("the map at a projector: names large enough for the back of a room, and none cut off at the side", async () => {
    const { page, faults } = await site().open("map", { viewport: { width: 1920, height: 1080 } });
    await page.locator("[data-node]").first().waitFor();
    const { letters, size, beyond } = (await page.evaluate(`({
      letters: [...document.querySelectorAll("a.node text")].map((label) => label.getBoundingClientRect().right),
      size: document.querySelector(".map-figure svg").getScreenCTM().a * Number(document.querySelector("a.node text").getAttribute("font-size")),
      beyond: document.querySelector(".map-scroll").scrollWidth - document.querySelector(".map-scroll").clientWidth,
    })`)) as { letters: number[]; size: number; beyond: number };
    expect(letters.length).toBeGreaterThan(50);
    expect(size).toBeGreaterThanOrEqual(16);
    expect(Math.max(...letters)).toBeLessThanOrEqual(1920);
    expect(beyond).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.runIf(isLong)("pages at a projector: enlarged as the map is, nothing beyond the side", async () => {
    const { page, faults } = await site().open("organisation/tokyo-electron", { viewport: { width: 1920, height: 1080 } });
    const [size, beyond] = (await page.evaluate(`[
      Number(getComputedStyle(document.body).zoom) * parseFloat(getComputedStyle(document.querySelector(".rest td")).fontSize),
      document.documentElement.scrollWidth - innerWidth,
    ]`)) as [number, number];
    expect(size).toBeGreaterThanOrEqual(20);
    expect(beyond).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("by keyboard alone: from any page to how exposed Germany is", async () => {
    const { page, faults } = await site().open("scenarios");
    await page.keyboard.press("/");
    await page.keyboard.type("Germany");
    await page
      .getByRole("option", { name: /Germany/ })
      .first()
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/economy\/DE/);
    await page.locator(".finding").filter({ hasText: /\d%/ }).waitFor({ timeout: patience });
    // The first stop of the page leads past its head, to where the answer begins
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("To the content");
    await page.keyboard.press("Enter");
    expect(page.url()).toMatch(/#content$/);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.querySelector('main').contains(document.activeElement)")).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("by screen reader: title, answer, choices, what the picture says, then the rest, each under a name", async () => {
    const visitor = await Visitor.at(site(), sizes["a desk"], "technology/photoresist?home=KR");
    const heard = await visitor.page.locator("main").ariaSnapshot();
    const order = [
      /heading "Who holds Photoresists\?"/,
      /paragraph: .*South Korea/,
      /combobox "For"/,
      /figure/,
      /navigation "From here"/,
      /table "How long stock of Photoresists lasts"/,
    ];
    const places = order.map((each) => heard.search(each));
    expect(Math.min(...places), heard.slice(0, 2000)).toBeGreaterThanOrEqual(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(heard).not.toMatch(/- (link|button|img|combobox|textbox)(:|$)/m);
    await visitor.leave();
  });

  it.runIf(isLong)("without colour: what a mark tells stands beside it in words", async () => {
    for (const path of ["economy/DE", "technology/photoresist?home=KR"]) {
      const visitor = await Visitor.at(site(), sizes["a desk"], path);
      const rows = await visitor.page.locator(".first figure tbody tr").allTextContents();
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toMatch(/\d.*%|unknown/);
      await visitor.leave();
    }
    const fans = await Visitor.at(site(), sizes["a desk"], "scenario/taiwan-outage");
    const targets = await fans.page.locator(".first figure details tbody th").allTextContents();
    expect(targets.length).toBeGreaterThan(0);
    const drawn = await fans.page.locator(".first figure svg.wide").textContent();
    for (const target of new Set(targets)) expect(drawn).toContain(target);
    await fans.leave();
    const { page } = await site().open("map?view=list");
    await page.locator("table tbody tr").first().waitFor();
    for (const row of await page.locator("main table").first().locator("tbody tr").allTextContents())
      expect(row).toMatch(/%|unknown|none|not applicable/);
    await page.context().close();
  });

  it.runIf(isLong)("by a link a year old: says that the numbers are others by now, and leads to them", async () => {
    const visitor = await Visitor.at(site(), sizes["a desk"], "scenario/taiwan-outage");
    const { finding } = await visitor.reached();
    const frozen = new URL((await visitor.page.locator("[data-frozen]").getAttribute("href"))!, visitor.page.url());
    // As long as that day is served, the same numbers
    await visitor.page.goto(frozen.href);
    expect((await visitor.page.locator("h1, .finding").allTextContents()).join(" ")).toBe(finding);
    const map = await openBundled("2027-11-25");
    const desk = keepingDesk(map);
    const later = await createServer({ ask: map, desk, webDir: site().folder, render: await siteRenderer(), asOf: "2027-11-25" });
    try {
      const address = await listen(later, { port: 0 });
      const old = `${address}${frozen.pathname}${frozen.search}`;
      expect((await fetch(old)).status).toBe(410);
      await visitor.page.goto(old);
      expect(await visitor.page.locator("h1").textContent()).toBe("These numbers are no longer served");
      await visitor.page.getByRole("link", { name: /numbers of 2027-11-25/ }).click();
      await visitor.page
        .locator(".finding")
        .filter({ hasText: /loses \d+%/ })
        .waitFor({ timeout: patience });
      expect(visitor.page.url()).toBe(`${address}/scenario/taiwan-outage`);
    } finally {
      await visitor.page.context().close();
      await later.close();
      await map.close();
    }
  });
}
