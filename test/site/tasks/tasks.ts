import { expect, it } from "vitest";
import type { TaskSite } from "./task-site.ts";
import { Visitor } from "./visitor.ts";

export const sizes = {
  "a desk": { viewport: { width: 1280, height: 800 } },
  "a phone": { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

/** Pages at which the tasks end. */
export const ends = [
  "",
  "economy/DE",
  "technology/photoresist?home=KR",
  "technology/photoresist",
  "technology/hybrid-bonding",
  "screen?name=YMTC",
  "scenario/taiwan-outage",
  "plans",
  "plan/resist-start-up",
  "scenarios",
];

const percent = /\d+(\.\d+)?%/;

/** Questions that readers of six kinds come with, each from the top of the site to its answer. */
export function readersTasks(site: () => TaskSite, options: (typeof sizes)[keyof typeof sizes]): void {
  const visit = (): Promise<Visitor> => Visitor.at(site(), options);

  it("how exposed is Germany", async () => {
    const visitor = await visit();
    const { finding, figure, sources, path } = await (await (await visitor.search("Germany")).follow("Germany")).reached();
    expect(path).toBe("economy/DE");
    expect(finding).toMatch(/^What holds Germany, .* could take .* of the final chip output of Germany/);
    expect(finding).toMatch(percent);
    expect(figure).toMatch(percent);
    expect(sources).not.toEqual([]);
    await visitor.leave();
  });

  it("who could stop resist for Korea, how long does stock last, and what says so", async () => {
    const visitor = await visit();
    await (await (await visitor.search("photoresist")).follow("Photoresists")).choose("For", "South Korea");
    const { finding, figure, text, path, sources } = await visitor.reached();
    expect(path).toBe("technology/photoresist?home=KR");
    expect(finding).toMatch(/Japan could take \d+% \(.*\) of the final chip output of South Korea/);
    expect(figure).toMatch(/Japan.*\d+%/);
    expect(text).toContain("How long stock of Photoresists lasts");
    const stock = visitor.page.getByRole("table", { name: "How long stock of Photoresists lasts" });
    expect(await stock.textContent()).toMatch(/0\.5 to 4 months/);
    expect(await stock.locator("a[href^='http']").count()).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(1);
    await visitor.leave();
  });

  it("is YMTC listed, and since when", async () => {
    const visitor = await visit();
    const asked = await (await visitor.search("YMTC")).follow("Is it on a list?");
    const { finding, path } = await asked.reached();
    expect(path).toBe("screen?name=YMTC");
    expect(finding).toMatch(/names YMTC, .* in force since 2022-12-16/);
    const { text, sources } = await (await asked.follow("YMTC, SMEE and others on the Entity List")).reached();
    expect(text).toContain("Effective2022-12-16");
    expect(sources).not.toEqual([]);
    await visitor.leave();
  });

  it("what does a plan propose, and why", async () => {
    const visitor = await visit();
    const plans = await visitor.follow("Plans");
    const { finding, figure, text, sources } = await (await plans.follow(/resist start-up/)).reached();
    expect(finding).toMatch(/taken up: .*comes to \d.*% of its cost/);
    expect(figure).toMatch(/USD/);
    expect(text).toMatch(/because|[Ww]hy/);
    expect(sources).not.toEqual([]);
    await visitor.leave();
  });

  it("who holds hybrid bonding", async () => {
    const visitor = await visit();
    const { finding, figure, text, sources } = await (
      await (await visitor.search("hybrid bonding")).follow("Hybrid bonding tools")
    ).reached();
    expect(finding).toMatch(/No share of supply is known/);
    expect(finding).toMatch(/puts TSMC first, before Samsung Electronics and Micron/);
    expect(finding).toMatch(/Of 3 whom one source counts, YMTC has most: 119 documents/);
    expect(figure).toMatch(/YMTC.*119.*Samsung Electronics.*83.*SK hynix.*11/s);
    expect(text).toContain("TrendForce");
    expect(sources.some((each) => each.includes("trendforce"))).toBe(true);
    await visitor.leave();
  });

  it("what if Taiwan stops", async () => {
    const visitor = await visit();
    const { finding, figure, sources, path } = await (await (await visitor.search("Taiwan")).follow("Outage in Taiwan")).reached();
    expect(path).toBe("scenario/taiwan-outage");
    expect(finding).toMatch(/Taiwan, .* loses \d+% \(.*\) of its running chip output/);
    expect(figure).toMatch(/months/);
    expect(sources).not.toEqual([]);
    await visitor.leave();
  });
}
