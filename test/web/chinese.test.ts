import { describe, expect, it } from "vitest";
import { some } from "../tiers.ts";
import { englishLeft } from "../words/names-on-page.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { hasBrowser, servedSite } from "./open-page.ts";
import { firstShape, inEachShape } from "./shapes.ts";

const all = [
  "?lang=zh",
  "search?q=technology&lang=zh",
  "technology/technology-7?lang=zh",
  "technology/technology-7/half-life?lang=zh",
  "scenarios?lang=zh",
  "leverage?lang=zh",
  "patents?lang=zh",
  "holder/org-beta?lang=zh",
  "plans?lang=zh",
  "plan/invented-lab?money=2&lang=zh",
  "plan?from=invented-lab&lang=zh",
  "screen?lang=zh",
  "backtests?lang=zh",
  "api?lang=zh",
  "map?lang=zh",
  "map?view=list&lang=zh",
  "map?technology=technology-7&lang=zh",
  "map?view=plan&lang=zh",
];
/** What the browser draws, and two that the server does: the words of its pages are read without a browser too. */
const paths = some(
  all,
  all.filter((path) => /^(?:\?|plan\/|map)/.test(path)),
);

/** Names of the invented data, as its answers give them. */
const invented =
  /^(?:Technology|Organisation|Economy|Stage|Org|Invented|Plan|The plan|A |an? )\b|\d|^(?:AA|BB|CC|Ayland|Aland|Bland|Bee Isles|US|How long would half of it last\?.*|Raw|Matter|Parts|Tools|Works|Boxes|Goods)$|^(?:GET|POST|DELETE|PUT) /i;

describe.skipIf(!hasBrowser)("pages in Chinese in a browser", () => {
  const site = servedSite(fixtureAsk());

  it.each(paths)("/%s: Chinese, nothing beyond the edge, light and dark, wide and narrow", async (path) => {
    const { page, faults } = await site.open(path, firstShape);
    await page.locator("h1").first().waitFor({ state: "attached" });
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    await inEachShape(page, async (shape) => {
      expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"), `${path} ${shape}`).toBeLessThanOrEqual(0);
      const left = englishLeft(await page.content(), new Set());
      expect(
        left.filter((text) => !invented.test(text)),
        `${path} ${shape}`,
      ).toEqual([]);
    });
    expect(faults).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)("the language that was asked for", () => {
  const site = servedSite(fixtureAsk());

  it("stays from page to page, on the map and back, and in what is searched", async () => {
    const { page, faults } = await site.open("?lang=zh", firstShape);
    await page.getByRole("navigation", { name: "站点" }).getByRole("link", { name: "情景" }).click();
    await page.waitForURL(/\/scenarios\?lang=zh$/);
    await page.getByRole("link", { name: "地图" }).click();
    await page.waitForURL(/\/map\?lang=zh$/);
    await page.locator("#choice-colour").selectOption({ label: "管制" });
    await page.locator(".choices button").click();
    await page.waitForURL(/lang=zh.*colour=controls|colour=controls.*lang=zh/);
    await page.getByRole("link", { name: "Levermap" }).click();
    await page.waitForURL(/\/\?lang=zh$/);
    // The words come by a file of their own, and with them what listens to keys
    await page.locator("dialog").waitFor({ state: "attached" });
    await page.keyboard.press("/");
    await page.getByRole("dialog", { name: "搜索" }).waitFor();
    await page.keyboard.type("technology");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?(?=.*q=technology)(?=.*lang=zh)/);
    expect(await page.locator("h1").textContent()).toBe("technology是什么？");
    expect(faults).toEqual([]);
  });

  it("is that of the browser where none is asked for, and each page leads to itself in the other", async () => {
    const { page } = await site.open("scenarios", { locale: "zh-CN" });
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForURL(/\/scenarios\?lang=en$/);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("link", { name: "Map", exact: true }).click();
    await page.waitForURL(/\/map\?lang=en$/);
    await page.getByRole("link", { name: "Trust" }).waitFor();
    await page.getByRole("link", { name: "中文" }).click();
    await page.getByRole("link", { name: "可信度" }).waitFor();
  });

  it("is spoken without scripts too", async () => {
    const { page } = await site.open("technology/technology-7?lang=zh", { javaScriptEnabled: false });
    expect(await page.locator("h1").textContent()).toMatch(/^谁掌握.+？$/);
    await page.getByRole("link", { name: "历史", exact: true }).click();
    await page.waitForURL(/\/technology\/technology-7\/history\?lang=zh$/);
  });
});
