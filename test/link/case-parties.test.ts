import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../seed.ts";
import { caseParties, placeEconomy } from "../../src/link/case-parties.ts";
import { atlasHarmoniser } from "../../src/link/organisations.ts";
import { realData } from "../sources/support.ts";
import { textPasses } from "../text-passes.ts";
import { records } from "./pair-score.ts";

const told = (side: string) => caseParties(side).map(({ name, economy }) => `${name} ${economy ?? "-"}`);

describe("parties of a case", () => {
  test.each([
    ["Acme, Inc. of Austin, Texas", ["Acme, Inc. US"]],
    ["Acme Co., Ltd. of the Republic of Korea", ["Acme Co., Ltd. KR"]],
    ["Acme Co., Ltd. of Korea and Acme America, Inc. of Newark, New Jersey", ["Acme Co., Ltd. KR", "Acme America, Inc. US"]],
    ["Acme SE of Germany and Acme Corporation, Newark, New Jersey", ["Acme SE DE", "Acme Corporation US"]],
    ["Acme Inc. of X; Bolt Ltd. of Japan; and Cog AG of Bern, Switzerland", ["Acme Inc. -", "Bolt Ltd. JP", "Cog AG CH"]],
    [
      "Acme, Inc. of Reno, Nevada, Acme Bonding, Inc. of Reno, Nevada, and Acme Holdings Inc. of Reno, Nevada",
      ["Acme, Inc. US", "Acme Bonding, Inc. US", "Acme Holdings Inc. US"],
    ],
    ["Acme, Inc. of Washington, DC and Bolt LLC of Reno, Nevada", ["Acme, Inc. US", "Bolt LLC US"]],
    ["Acme LLC of Reno, Nevada and Telefonbolaget of Sweden", ["Acme LLC US", "Telefonbolaget SE"]],
    [
      "Acme, Inc., Acme Logistics, LLC, and Acme USA, Inc., of Reno, Nevada",
      ["Acme, Inc. -", "Acme Logistics, LLC -", "Acme USA, Inc. US"],
    ],
    ["Acme Ltd. of Fribourgia and Bolt LLC of Reno, Nevada", ["Acme Ltd. -", "Bolt LLC US"]],
    ["Acme LLC (f/k/a Bolt, Inc. of Reno, Nevada) of Boise, Idaho", ["Acme LLC (f/k/a Bolt, Inc. of Reno, Nevada) US"]],
    ["Acme Inc. d/b/a Bolt of Reno, Nevada", ["Acme Inc. d/b/a Bolt US"]],
    ["Acme (owner); Bolt (petitioner), et al.", ["Acme -", "Bolt -"]],
    ["Gear and others", ["Gear -"]],
  ])("%s", (side, parties) => {
    expect(told(side)).toEqual(parties);
  });

  test.each([
    ["a name with and in it", "Smith and Wesson Inc."],
    ["a company of two", "Lily and Company"],
    ["a list of bare names", "Acme, Bolt and Cog"],
    ["one part without form or place", "Acme VC Holdings and Acme Patent Holdings, Inc."],
    ["a place that is part of the name", "University of Japan"],
    ["a company that is called by its place", "Bolt Company of America"],
  ])("stay whole: %s", (_, side) => {
    expect(caseParties(side)).toEqual([{ printed: side, name: side, economy: null }]);
  });

  test("what is printed stands in the record, in order, and no name is empty", () => {
    const word = fc.constantFrom(
      "Acme",
      "Inc.",
      "Co., Ltd.",
      "of",
      "and",
      "Texas",
      "Reno,",
      "Nevada",
      "the Republic of Korea",
      ",",
      ";",
      "LLC",
      "(owner)",
      "(",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const side = words.join(" ");
        let at = 0;
        const flat = side.replace(/\(owner\)/g, " ").replace(/\s+/g, " ");
        for (const { printed, name } of caseParties(side)) {
          expect(name).not.toBe("");
          expect(printed.startsWith(name.split(" ")[0] ?? "")).toBe(true);
          at = flat.indexOf(printed, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += printed.length;
        }
      }),
    );
  });

  test("twice the list takes some four times the work, also where it stays whole in the end", () => {
    const list = (length: number, end: string): string => Array.from({ length }, (_, i) => `Firm ${i} Inc.`).join(", ") + end;
    expect(caseParties(list(60, ""))).toHaveLength(60);
    for (const end of [" and", ", bare", " and bare and bare", ", bare, bare"]) {
      expect(caseParties(list(6, end))).toHaveLength(1);
      const [once, twice] = [10, 20].map((length) => textPasses(() => caseParties(list(length, end)))) as [number, number];
      expect([end, twice / once < 5]).toEqual([end, true]);
    }
  });

  test("what is longer than a list of parties is left as it is, without being taken apart", () => {
    const side = "A of ".repeat(4000).trim();
    expect(caseParties(side)).toEqual([{ printed: side, name: side, economy: null }]);
    expect(textPasses(() => caseParties(side))).toBeLessThan(textPasses(() => caseParties("A of B")));
  });

  test("no one is no party", () => {
    expect([caseParties(null), caseParties(" ; ")]).toEqual([[], []]);
  });
});

const exclusion = realData("patents/exclusion/section337_fr_notices_2020_2026.csv");
test.skipIf(exclusion.absent)(`owners in notices of the ITC (${exclusion.path})`, () => {
  const sides = [
    ...new Set(records(exclusion.path).flatMap(({ stage, complainant }) => (stage === "instituted" && complainant ? [complainant] : []))),
  ];
  const parties = sides.map(caseParties);
  const joined = parties.map((each) => each.map(({ name, economy }) => atlasHarmoniser().harmonise(name, economy).organisation));
  const known = joined.filter((each) => each.some((organisation) => organisation !== null));
  console.info(`${sides.length} owner strings, ${parties.flat().length} parties, ${known.length} with an organisation of the atlas`);
  expect([sides.length, parties.flat().length]).toEqual([169, 249]);
  // Each was read: the notice names that firm, and a subsidiary beside it is none of the atlas.
  expect(known.map((each) => each.filter((organisation) => organisation !== null).join(" ")).sort()).toEqual([
    "adeia",
    "amd",
    "apple",
    "basf",
    "canon",
    "honeywell",
    "lg-electronics",
    "realtek",
    ...Array.from({ length: 3 }, () => "samsung-display"),
    ...Array.from({ length: 4 }, () => "samsung-electronics"),
  ]);
  expect(parties.flat().filter(({ name }) => / of (?:the |[A-Z][a-z]+, )/.test(name)).length).toBeLessThanOrEqual(1);
});

test("places as records write them", () => {
  expect(["Austin, Texas", "Kyoto, Japan", "the Netherlands", "Korea", "Reno, NV"].map(placeEconomy)).toEqual([
    "US",
    "JP",
    "NL",
    "KR",
    "US",
  ]);
  expect(["Austin", "Texas", "DE", "", "Austin, Texas, and Bolt", "x, y, z, Japan"].map(placeEconomy)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
