import { describe, expect, test } from "vitest";
import { readLinkTable } from "../../../src/link/link-table.ts";
import { parseName } from "../../../src/link/name-parse.ts";
import { atlasNameRows, atlasOrganisationRows } from "../../../src/link/organisations.ts";
import { ownerHarmoniser, withOwners } from "../../../src/link/owner-names.ts";
import { isFormOfOffice, plainAbroad, spelledCores } from "../../../src/link/scripts/name-abroad.ts";
import { translatedCores } from "../../../src/link/scripts/name-translated.ts";
import { records, score } from "../pair-score.ts";

const { find } = ownerHarmoniser();
const owner = (name: string): string | null => find(parseName(name))?.organisation ?? null;
const rule = (name: string): string | undefined => find(parseName(name))?.rule;

describe("names that an office abroad prints", () => {
  test.each([
    ["英特尔公司", "intel"],
    ["德州儀器公司", "texas-instruments"],
    ["美商應用材料股份有限公司", "applied-materials"],
    ["三星電子股份有限公司", "samsung-electronics"],
    ["三星电机株式会社", "samsung-electro-mechanics"],
    ["日立製作所股份有限公司", "hitachi"],
    ["파나소닉 주식회사", "panasonic"],
    ["NXP股份有限公司", "nxp"],
    ["エスケーハイニックス株式会社", "sk-hynix"],
  ])("%s is %s", (name, expected) => {
    expect(owner(name)).toBe(expected);
  });

  test.each([
    ["日商應用材料股份有限公司", "a country before the name that is not the firm's"],
    ["英特尔产品(成都)有限公司", "a unit has more words"],
    ["インテル株式会社", "a Japanese form on the Japanese name of a US firm is its subsidiary"],
    ["株式会社アイエスシー", "letters alone with a form of Japan are not the Korean firm of these letters"],
    ["东芝电梯(中国)有限公司", "another firm of the group"],
  ])("%s is nobody's: %s", (name) => {
    expect(owner(name)).toBeNull();
  });

  test("what is taken off is the country, which must be the firm's, and the word for firm", () => {
    expect(plainAbroad({ core: "荷兰商asml" })).toEqual({ core: "asml", home: "NL" });
    expect(plainAbroad({ core: "英特尔公司" })).toEqual({ core: "英特尔", home: null });
    expect(plainAbroad({ core: "日商" })).toBeNull();
    expect(plainAbroad({ core: "台积电" })).toBeNull();
    expect(spelledCores({ core: "エスケーハイニツクス" })).toContain("skハイニツクス");
    expect(spelledCores({ core: "エスケー" })).toEqual([]);
  });

  test("a form of China or Taiwan says nothing of a firm of Japan or Korea in three characters or more, of others only where it is so called", () => {
    const printed = { core: "信越半导体", economies: ["CN", "TW", "HK"] };
    expect(isFormOfOffice(printed, "JP", false)).toBe(true);
    expect(isFormOfOffice(printed, "US", false)).toBe(false);
    expect(isFormOfOffice(printed, "US", true)).toBe(true);
    expect(isFormOfOffice({ ...printed, core: "东芝" }, "JP", false)).toBe(false);
    expect(isFormOfOffice({ ...printed, economies: ["DE"] }, "JP", true)).toBe(false);
  });
});

describe("names translated word by word", () => {
  test.each([
    ["三星顯示器有限公司", "samsung-display"],
    ["LG电子株式会社", "lg-electronics"],
    ["英飞凌科技股份有限公司", "infineon"],
    ["爱思开海力士有限公司", "sk-hynix"],
  ])("%s is %s", (name, expected) => {
    expect(owner(name)).toBe(expected);
  });

  test("a brand alone, or with a word that is in no table, has no translation", () => {
    expect(translatedCores("三星")).toEqual([]);
    expect(translatedCores("三星某某")).toEqual([]);
    expect(translatedCores("samsungdisplay")).toEqual([]);
    expect(translatedCores("三星显示")).toContain("samsungdisplay");
    expect([rule("三星半导体株式会社"), rule("英飞凌科技股份有限公司"), rule("英特尔公司")]).toEqual([undefined, "translated", "abroad"]);
  });
});

describe("the tables behind them", () => {
  const ids = new Set(withOwners(atlasOrganisationRows(), atlasNameRows()).organisations.map(({ id }) => id));
  const sources = new Map(readLinkTable("owner-sources").map(({ id = "", url }) => [id, url]));

  test("names belong to known owners and have a document that can be opened, or are marked as assumed", () => {
    for (const { owner: id = "", names, source = "", grade } of readLinkTable("owner-names-abroad")) {
      expect(ids.has(id), id).toBe(true);
      expect(names, id).not.toBe("");
      expect(sources.has(source) || (grade === "assumed" && source === ""), `${id} ${source}`).toBe(true);
      expect(grade === "assumed" || (grade === "stated" && sources.get(source) !== ""), `${id} ${source}`).toBe(true);
    }
    for (const { brand, source = "", grade } of readLinkTable("name-brands"))
      expect(grade === "stated" ? sources.has(source) : grade === "assumed" && source === "", brand).toBe(true);
  });

  test("no name leads to another owner", () => {
    const wrong = readLinkTable("owner-names-abroad").flatMap(({ owner: id = "", names = "" }) =>
      names.split("|").flatMap((name) => (owner(name) === id ? [] : [`${id}: ${name} ${owner(name)}`])),
    );
    expect(wrong).toEqual([]);
  });
});

test.each([
  ["owner-scripts", 0.8],
  ["owner-scripts-blind", 0.95],
  ["owner-scripts-third", 0.92],
] as const)(
  "of names of owners in many scripts (%s), written down before their tables, %d of the pairs are joined, none wrongly",
  (file, least) => {
    const rows = records(new URL(`../labels/${file}.csv`, import.meta.url));
    const pairs = rows.flatMap((a, i) =>
      rows.slice(i + 1).map((b) => ({ a: a.name ?? "", b: b.name ?? "", same: a.owner === b.owner, reason: "" })),
    );
    const { recall, wrong } = score(pairs);
    console.info(`${file}: recall ${recall.toFixed(3)} of ${pairs.filter(({ same }) => same).length} pairs`);
    expect(wrong).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(least);
  },
);
