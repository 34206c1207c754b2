import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { percentRange } from "../../src/base/format.ts";
import type { Levermap } from "../../src/library/open.ts";
import type { Address, PageOf, SiteAsk, SitePage } from "../../src/site/page.ts";
import { pages } from "../../src/site/pages.ts";
import { toldInEnglish } from "../../src/words/tell.ts";
import { siteAskedOnce } from "../answers/asked-once.ts";
import { openBundled } from "../answers/bundled-workspace.ts";
import { isLong, some } from "../tiers.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const ask: SiteAsk = (name, input) => siteAskedOnce(map)(name, input);

/** What would be asked for minutes: plans and what rests on them; the matrix of all pairs. */
const heavy = ["/plan/:id", "/clout/:home", "/leverage", "/backtests", "/published", "/data"];

const addresses: Readonly<Record<string, Address>> = {
  "/search": { params: {}, query: { q: "photoresist" } },
  "/economy/:economy": { params: { economy: "DE" }, query: {} },
  "/technology/:technology": { params: { technology: "photoresist" }, query: { home: "KR" } },
  "/technology/:technology/history": { params: { technology: "photoresist" }, query: {} },
  "/technology/:technology/half-life": { params: { technology: "photoresist" }, query: {} },
  "/organisation/:organisation": { params: { organisation: "tokyo-electron" }, query: {} },
  "/scenario/:id": { params: { id: "gallium-stop" }, query: {} },
  "/scenario/:id/plan": { params: { id: "gallium-stop" }, query: {} },
  "/plan/:id/outline": { params: { id: "kr-memory" }, query: {} },
  "/patent/:number": { params: { number: "US10032692" }, query: {} },
  "/holder/:name": { params: { name: "nvidia" }, query: {} },
  "/control/:id": { params: { id: "jp-meti-2023-05-23" }, query: {} },
  "/item/:query": { params: { query: "3B001" }, query: {} },
};

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

async function shown({ path, page }: PageOf, address = addresses[path] ?? { params: {}, query: {} }): Promise<SitePage | string> {
  try {
    return toldInEnglish(await page(address, ask));
  } catch (thrown) {
    if (thrown instanceof LevermapError) return thrown.code;
    throw thrown;
  }
}

describe("pages of the bundled data", () => {
  it.each(pages.filter(({ path }) => !heavy.includes(path)).map((page) => [page.path, page] as const))(
    "%s says its finding in at most 60 words",
    async (path, page) => {
      const told = await shown(page);
      if (typeof told === "string") throw new Error(`${path}: ${told}`);
      expect(words(`${told.title} ${told.finding}`), told.finding).toBeLessThanOrEqual(60);
      expect(told.title.length).toBeGreaterThan(5);
      expect(told.finding.length).toBeGreaterThan(5);
      for (const { path: next } of told.steps ?? []) expect(next).not.toMatch(/^\/|^https?:|\s/);
    },
  );

  it.runIf(isLong)("economies have a headline with content in at most 60 words", async () => {
    const economy = pages.find(({ path }) => path === "/economy/:economy")!;
    const view = await map.map({});
    const homes = view.economies.filter((each) => !each.group);
    for (const { id, name, group } of some(
      homes,
      homes.filter((_, at) => at % 60 === 0),
    )) {
      const told = await shown(economy, { params: { economy: id }, query: {} });
      expect(typeof told, id).toBe("object");
      const { title, finding } = told as SitePage;
      expect(title).toContain(name);
      expect(finding, `${id} ${group}`).toMatch(/\d/);
      expect(finding).not.toMatch(/^No source says/);
      expect(words(`${title} ${finding}`), finding).toBeLessThanOrEqual(60);
    }
  });

  it("the search's takes control characters for blanks", async () => {
    const search = pages.find(({ path }) => path === "/search")!;
    const of = async (q: string): Promise<string> => ((await shown(search, { params: {}, query: { q } })) as SitePage).title;
    expect(await of("\u0000\u0007")).toBe("Search");
    expect(await of("photo\u0000resist")).toBe("What is photo resist?");
  });

  it("a patent's tells who holds it and whether it is in force, as its card does", async () => {
    const patent = pages.find(({ path }) => path === "/patent/:number")!;
    const number = "US10032692";
    const [told, card] = [(await shown(patent, { params: { number }, query: {} })) as SitePage, await map.patent({ number })];
    expect(told.finding).toContain(`Its holder is ${card.owners[0]!.name}.`);
    const { low, high, asOf } = card.inForce!;
    expect(told.finding).toContain(`in force on ${asOf} with an estimated chance of ${percentRange(low, high)}`);
    const of = async (change: object): Promise<string> =>
      toldInEnglish(
        (await patent.page({ params: { number }, query: {} }, (async () => ({ ...card, ...change })) as unknown as SiteAsk)).finding,
      );
    expect(await of({ inForce: { ...card.inForce, low: null, high: null } })).toContain(`Whether it is in force on ${asOf} is unknown.`);
    expect(await of({ inForce: { ...card.inForce, low: 0, high: 0, basis: "term" } })).toContain(`It is not in force on ${asOf}.`);
    expect(await of({ inForce: { ...card.inForce, low: 1, high: 1, termEnd: "2037-01-18" } })).toContain(
      `It is in force on ${asOf}; its term ends on 2037-01-18.`,
    );
    expect(await of({ owners: [], holders: [] })).toContain("Its holder is unknown.");
  });

  it("one number for one question: a page tells what the answer tells", async () => {
    const economy = await shown(pages.find(({ path }) => path === "/economy/:economy")!);
    expect((economy as SitePage).finding).toBe((await map.chokepoints({ home: "DE" })).finding.split(/(?<=\.)\s+(?=[A-Z])/)[0]);
    const organisation = (await shown(pages.find(({ path }) => path === "/organisation/:organisation")!)) as SitePage;
    expect((await map.organisation({ organisation: "tokyo-electron" })).finding).toContain(organisation.finding);
  });
});
