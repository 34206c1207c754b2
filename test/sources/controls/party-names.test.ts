import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PartyName, partOf, partyNames } from "../../../src/sources/controls/party-names.ts";
import { textPasses } from "../../text-passes.ts";

const alias = (name: string): PartyName => ({ name, kind: "alias", language: null });
const shown = (name: string, others: readonly string[] = [], language: string | null = null): readonly string[] =>
  partyNames(name, others.map(alias), language).map(({ name: text, kind, language: of }) => [text, kind, of ?? ""].join("|"));

describe("names of a party", () => {
  test.each([
    ["OOO Mill 'Nord' (f.k.a., AO Mill 'Nord'", ["OOO Mill 'Nord'|primary|", "AO Mill 'Nord'|former|"]],
    ["Nord Energy Company (a.k.a. “NEC”)", ["Nord Energy Company|primary|", "“NEC”|alias|"]],
    ["Nordic Company (a.k.a.", ["Nordic Company|primary|"]],
    ["Heat Institute, a.k.a., Hot Working Institute", ["Heat Institute|primary|", "Hot Working Institute|alias|"]],
    ["Nord Import Company; and any successor, sub-unit, or subsidiary thereof", ["Nord Import Company|primary|"]],
    ["Nord Equipment, and its sub-units and successors", ["Nord Equipment|primary|"]],
    ["Nord Chip Corporation 29 (NCC 29) Institute", ["Nord Chip Corporation 29 (NCC 29) Institute|primary|", "NCC 29|acronym|"]],
    ["Nord Chip Corporation (NCC) 29 Institute", ["Nord Chip Corporation (NCC) 29 Institute|primary|"]],
    ["Nord Chip Corporation (NCC)", ["Nord Chip Corporation (NCC)|primary|", "NCC|acronym|"]],
    ["Nord (China) Co., Ltd.", ["Nord (China) Co., Ltd.|primary|"]],
    ["Group 13 subordinate institution:", ["Group 13 subordinate institution|primary|"]],
    ["Kakavand Sabanican", ["Kakavand Sabanican|primary|"]],
  ])("%s", (printed, expected) => expect(shown(printed)).toEqual(expected));

  test.each([
    [
      "Nord Academy (NA 7). Subordinate Institution - 12th Institute",
      ["12th Institute|unit|", "Nord Academy 12th Institute|unit|"],
      "Nord Academy (NA 7)",
    ],
    ["Nord Co. (Nord). Affiliated Entity: Nord Net", ["Nord Net|unit|", "Nord Co. Nord Net|unit|"], "Nord Co. (Nord)"],
    ["Nord Radio Co., Ltd. (a subordinate institute of Nord-7)", ["Nord Radio Co., Ltd.|unit|"], "Nord-7"],
  ])("a part printed with its whole has names of its own: %s", (printed, units, whole) => {
    expect(shown(printed)).toEqual([`${printed}|primary|`, ...units]);
    expect(partOf(printed)).toEqual([{ relation: "part-of", other: whole, date: null }]);
  });

  test("other names with and without points; a sign before shows that aka is no part of the name", () => {
    expect(shown("Nord Forces (aka NF)")).toEqual(["Nord Forces|primary|", "NF|alias|"]);
    expect(shown("Nord a/k/a North, fka Norden")).toEqual(["Nord|primary|", "North|alias|", "Norden|former|"]);
    expect(shown("NORD -AKAS- NORTH")).toEqual(["NORD|primary|", "NORTH|alias|"]);
    expect(shown("Aka Nord")).toEqual(["Aka Nord|primary|"]);
    expect(partOf("Nord")).toEqual([]);
  });

  test("one name in two scripts becomes two, with the language that the letters or the list tell", () => {
    expect(shown("Taedong Trading Co. (大同貿易会社)", [], "ja")).toEqual(["Taedong Trading Co.|primary|", "大同貿易会社|script|ja"]);
    expect(shown("北方公司（Nord Inc.）", [], "zh")).toEqual(["北方公司|primary|zh", "Nord Inc.|script|"]);
    expect(shown("Second Academy 23rd Institute 第二研究院第二十 三研究所", [])).toEqual([
      "Second Academy 23rd Institute|primary|",
      "第二研究院第二十 三研究所|script|",
    ]);
    expect(shown("ノルド (NORD)", [])).toEqual(["ノルド|primary|ja", "NORD|script|"]);
    expect(shown("OKI通信株式会社", [], "zh")).toEqual(["OKI通信株式会社|primary|zh"]);
  });

  test("each name once, without signs left over", () => {
    expect(shown("Nord", ["Nord", "NORD; and", "Nord Two:", ""])).toEqual(["Nord|primary|", "NORD|alias|", "Nord Two|alias|"]);
  });

  test("any text gives names that are not empty, each once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const names = partyNames(text, []).map(({ name }) => name);
        expect(names.every((name) => name !== "")).toBe(true);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test("twice the text takes some twice the work, and what is longer than any name is left as it is", () => {
    const hostile = (n: number): string => `${"(;".repeat(n)}${" a.k.a. x:".repeat(n)}`;
    const [once, twice] = [40, 80].map((n) => textPasses(() => partyNames(hostile(n), []))) as [number, number];
    expect(twice / once).toBeLessThan(2.5);
    const long = "(".repeat(2000) + "a.k.a. ".repeat(500);
    expect(partyNames(long, [])).toEqual([{ name: long, kind: "primary", language: null }]);
    expect(textPasses(() => partyNames(long, []))).toBe(0);
  });
});
