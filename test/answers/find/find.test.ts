import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../../src/library/open.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;

beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const first = async (
  query: string,
): Promise<readonly [kind: string | undefined, id: string | undefined, as: string | null | undefined]> => {
  const [found] = (await map.find({ query })).found;
  return [found?.kind, found?.id, found?.as];
};

describe("a search", () => {
  it.each([
    ["photoresist", "technology", "photoresist"],
    ["Photoresists", "technology", "photoresist"],
    ["DE", "economy", "DE"],
    ["Germany", "economy", "DE"],
    ["tokyo electron", "organisation", "tokyo-electron"],
    ["東京エレクトロン", "organisation", "tokyo-electron"],
    ["中芯国际", "organisation", "smic"],
    ["YMTC", "organisation", "ymtc"],
    ["光刻胶", "technology", "photoresist"],
    ["极紫外光刻机", "technology", "euv-lithography"],
    ["混合键合", "technology", "hybrid-bonding"],
    ["フォトレジスト", "technology", "photoresist"],
    ["포토레지스트", "technology", "photoresist"],
    ["불화수소", "technology", "hydrogen-fluoride"],
    ["德国", "economy", "DE"],
    ["台灣", "economy", "TW"],
    ["オランダ", "economy", "NL"],
    ["대한민국", "economy", "KR"],
    ["Deutschland", "economy", "DE"],
    ["deutsch", "economy", "DE"],
    ["Pays-Bas", "economy", "NL"],
    ["Япония", "economy", "JP"],
    ["台积电", "organisation", "tsmc"],
    ["台積電", "organisation", "tsmc"],
    ["英伟达", "organisation", "nvidia"],
    ["阿斯麦", "organisation", "asml"],
    ["三星电子", "organisation", "samsung-electronics"],
    ["엔비디아", "organisation", "nvidia"],
    ["taiwan-outage", "scenario", "taiwan-outage"],
    ["kr-memory", "plan", "kr-memory"],
    ["US7227176", "patent", "US7227176"],
    ["US 7,227,176 B1", "patent", "US7227176"],
    ["3B001", "item", "3B001"],
    ["3b001.c", "item", "3B001.C"],
  ])("%s leads to the %s %s first", async (query, kind, id) => {
    expect((await first(query)).slice(0, 2)).toEqual([kind, id]);
  });

  it("leads from a question to the scenarios of the economy that it names", async () => {
    for (const query of ["what if Taiwan stops", "Taiwan stops", "tell me of the outage in Taiwan"])
      expect((await map.find({ query })).found.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["economy TW", "scenario taiwan-outage"]);
  });

  it("finds no document that is not there, and says so", async () => {
    const { found, notLoaded } = await map.find({ query: "US9999999" });
    expect(found).toEqual([]);
    expect(notLoaded).toContain('No patent "US9999999" is loaded, and no loaded one cites it.');
  });

  it("finds the plan of a home by what the home is called", async () => {
    const plansOf = async (query: string): Promise<readonly string[]> =>
      (await map.find({ query })).found.flatMap(({ kind, id }) => (kind === "plan" ? [id] : []));
    expect(await plansOf("台积电")).toEqual(["tsmc-foundry"]);
    expect(await plansOf("日本")).toEqual(["jp-materials"]);
  });

  it("finds every technology by a name in Chinese", () => {
    const rows = (name: string): readonly string[] =>
      readFileSync(new URL(`../../../data/atlas/${name}.csv`, import.meta.url), "utf8")
        .trim()
        .split("\n")
        .slice(1);
    const named = new Set(
      rows("aliases")
        .filter((row) => /\p{Script=Han}/u.test(row))
        .map((row) => row.split(",")[1]),
    );
    expect(
      rows("technologies")
        .map((row) => row.split(",")[0]!)
        .filter((id) => !named.has(id)),
    ).toEqual([]);
  });

  it("finds a rule by its citation, and what is spelt alike where nothing bears the name", async () => {
    const [rule] = (await map.find({ query: "83 FR 17644" })).found;
    expect([rule?.kind, rule?.as]).toEqual(["control", "83 FR 17644"]);
    const { found } = await map.find({ query: "photorezist" });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ isNear }) => isNear)).toBe(true);
    expect(found.map(({ id }) => id)).toContain("photoresist");
  });

  it("finds what a question names, by words of its own, where nothing bears or resembles the whole of it", async () => {
    const idsOf = async (query: string) => (await map.find({ query })).found.map(({ kind, id, isNear }) => [kind, id, isNear]);
    expect(await idsOf("How exposed is Germany?")).toContainEqual(["economy", "DE", true]);
    expect(await idsOf("who could stop photoresist for South Korea")).toEqual(
      expect.arrayContaining([
        ["technology", "photoresist", true],
        ["economy", "KR", true],
      ]),
    );
    expect(await idsOf("a photoresistance of unknown kinds")).toEqual([]);
  });

  it("says what was not searched as it is not loaded, also where nothing is found", async () => {
    const { found, total, notLoaded, evidence } = await map.find({ query: "qqqqqqqqqq zzzzzzzz" });
    expect([found, total]).toEqual([[], 0]);
    expect(notLoaded.join(" ")).toMatch(/No list of parties that exist is loaded.*levermap load csl/);
    expect(evidence.limits).toEqual(notLoaded);
  });

  it("lists the best, and counts all", async () => {
    const all = await map.find({ query: "photoresist", top: 200 });
    const two = await map.find({ query: "photoresist", top: 2 });
    expect(two.found).toEqual(all.found.slice(0, 2));
    expect([two.total, all.total]).toEqual([all.found.length, all.found.length]);
  });

  it.each(["<img src=x onerror=alert(1)>", "'; DROP TABLE load; --", "\u0000", "../../etc/passwd", "%", "a".repeat(200), "🀄", "\u202e"])(
    "%j is a name like others",
    async (query) => {
      if (query.trim() === "") return;
      expect((await map.find({ query })).query).toBe(query.trim());
    },
  );
});
