import { describe, expect, it } from "vitest";
import type { Holder } from "../../src/link/harmonise.ts";
import { joinSideBySide } from "../../src/link/side-by-side.ts";

const own = (name: string): readonly [string, Holder] => [name, { holder: `name:${name}`, name, organisation: null, rule: "own" }];
const known = (name: string, organisation: string): readonly [string, Holder] => [
  name,
  { holder: organisation, name: organisation, organisation, rule: "exact-alias" },
];
const join = (
  holders: readonly (readonly [string, Holder])[],
  records: readonly (readonly string[])[],
  documents: Readonly<Record<string, number>> = {},
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...joinSideBySide(new Map(holders), new Map(Object.entries(documents)), records)].map(([name, { holder }]) => [name, holder]),
  );

describe("names side by side", () => {
  it("are one holder: the organisation, else the one of more documents, else the first id", () => {
    expect(join([known("Acme", "acme"), own("애크미")], [["Acme", "애크미"]], { 애크미: 9 })).toEqual({ Acme: "acme", 애크미: "acme" });
    expect(join([own("A"), own("가")], [["A", "가"]], { A: 1, 가: 2 })).toEqual({ A: "name:가", 가: "name:가" });
    expect(join([own("A"), own("가")], [["A", "가"]])).toEqual({ A: "name:A", 가: "name:A" });
  });

  it("join several spellings to the one that stands beside all of them, with the rule", () => {
    const holders = [own("A Co"), own("A Company X"), own("가")];
    const records = [
      ["A Co", "가"],
      ["A Company X", "가"],
    ];
    const found = joinSideBySide(
      new Map(holders),
      new Map([
        ["A Co", 2],
        ["A Company X", 1],
        ["가", 3],
      ]),
      records,
    );
    expect([...found.values()].map(({ holder, rule }) => [holder, rule])).toEqual([
      ["name:가", "side-by-side"],
      ["name:가", "side-by-side"],
      ["name:가", "own"],
    ]);
  });

  it("stay apart beside several others, as two organisations do, and where they stand alone", () => {
    const holders = [known("Acme", "acme"), known("Bolt", "bolt"), own("가"), own("나")];
    const records = [["Acme", "가"], ["Bolt", "가"], ["Acme", "Bolt"], ["나"], ["나", "nobody"]];
    expect(join(holders, records)).toEqual({ Acme: "acme", Bolt: "bolt", 가: "name:가", 나: "name:나" });
  });
});
