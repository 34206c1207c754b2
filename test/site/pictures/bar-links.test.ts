import { expect, it } from "vitest";
import type { Ask } from "../../../src/ask/ask.ts";
import type { PageOf, SiteAsk } from "../../../src/site/page.ts";
import { pairDifferences } from "../../../src/site/pages/clout.ts";
import { homePage } from "../../../src/site/pages/home.ts";
import { shapleyPicture } from "../../../src/site/pages/leverage.ts";
import { holderPage, patentsPage } from "../../../src/site/pages/patents.ts";
import { technologyPage } from "../../../src/site/pages/technology.ts";
import { pathOf } from "../../../src/site/paths.ts";
import type { Picture } from "../../../src/site/picture.ts";
import { pictureTable } from "../../../src/site/picture-table.ts";
import { lossBars } from "../../../src/site/pictures.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";

const known: Ask = fixtureAsk();
const ask = (async (name: keyof Ask, input: never) => {
  if (name === ("timeline" as keyof Ask)) return { rules: [] };
  return (known[name] as (input: never) => Promise<object>)(input);
}) as SiteAsk;

/** Label and path of each bar; `null`: it leads nowhere. */
const linksOf = (picture: Picture | undefined) =>
  picture?.shape.kind === "bars" ? picture.shape.bars.map(({ label, link }) => [label, link === undefined ? null : pathOf(link)]) : [];

async function linksOn(page: PageOf, params: Readonly<Record<string, string>> = {}) {
  const { picture } = await page.page({ params, query: {} }, ask);
  return linksOf(picture as Picture | undefined);
}

it("bars lead to technologies, for the home whose losses they tell", async () => {
  const { economies } = await known.map({});
  const all = await linksOn(homePage);
  expect(all.length).toBeGreaterThan(2);
  for (const [, path] of all) expect(path).toMatch(/^technology\/technology-\d+$/);
  const ofHome = lossBars(await known.chokepoints({ home: "AA" }), economies);
  expect(ofHome.map(({ link }) => pathOf(link!))[0]).toMatch(/^technology\/technology-\d+\?home=AA$/);
});

it("bars lead to holders of patents, to economies and organisations, and what nobody is known to hold nowhere", async () => {
  const [{ holders }, card] = await Promise.all([known.holders({}), known.technology({ technology: "technology-7" })]);
  expect((await linksOn(patentsPage))[0]).toEqual([holders[0]!.name, `holder/${holders[0]!.holder}`]);
  for (const [, path] of await linksOn(holderPage, { name: "org-beta" })) expect(path).toMatch(/^technology\//);
  const shares = await linksOn(technologyPage, { technology: "technology-7" });
  const [first] = card.shareRows.find(({ used }) => used)!.shares;
  expect(shares[0]).toEqual([first!.name, `${first!.kind}/${first!.holder}`]);
  expect(shares.filter(([label]) => label === "no known holder").every(([, path]) => path === null)).toBe(true);
});

it("parties of a coalition lead to their pages, firms to theirs", () => {
  const report = {
    shapley: { AA: [1, 2, 3], "org-beta": [0, 1, 2] },
    coalition: { unit: "USD bn a year" },
    on: "BB",
    names: { AA: "Aland", "org-beta": "Beta", BB: "Beland" },
  } as unknown as Parameters<typeof shapleyPicture>[0];
  expect(linksOf(shapleyPicture(report))).toEqual([
    ["Aland", "economy/AA"],
    ["Beta", "organisation/org-beta"],
  ]);
});

it("the table of a picture leads to the economies that it names", () => {
  const cell = (from: string, on: string) => ({ from, on, usd: { interval: [1, 2, 3] } });
  const report = { cells: [cell("AA", "BB"), cell("BB", "AA")], months: 12 } as unknown as Parameters<typeof pairDifferences>[0];
  const picture = pairDifferences(report, { home: "AA", homeName: "Aland" }, [{ id: "BB", name: "Beland" }])!;
  expect(pictureTable(picture).rows.map(([first]) => first)).toEqual([{ text: "Beland", link: { to: "economy", id: "BB" } }]);
});
