import { describe, expect, it } from "vitest";
import { createExclusionTerms } from "../../../src/leverage/exclusion/exclusion-terms.ts";
import { ratesKnownBefore } from "../../../src/leverage/exclusion/forum-rates.ts";
import { assumed, rate } from "./rates.ts";

const rows = [
  rate("valid when challenged", 0.5, 0.55, { forum: "AA courts", source: "s-court" }),
  rate("valid when challenged", 0.3, 0.3, { forum: "AA office", source: "s-office", grade: "derived" }),
  rate("wholly invalid when challenged", 0.2, 0.3, { forum: "AA office", source: "s-office" }),
  rate("wholly invalid when challenged", 0.01, 0.01, { forum: "AA office", scope: "utility models" }),
  rate("valid when challenged", 0.9, 0.9, { forum: "BB office", source: "s-other" }),
  rate("exclusion granted when infringed", 0.7, 0.7, { forum: "AA courts" }),
  rate("exclusion granted when infringed", 0.1, 0.1, { forum: "AA courts", holder_kind: "assertion-entity", scope: "contested requests" }),
  rate("exclusion granted when infringed", 1, 1, { forum: "AA courts", scope: "medicine" }),
  rate("exclusion granted when infringed", 0.9, 1, { forum: "AA ITC", grade: "assumed", source: null }),
  assumed("exclusion granted when infringed", 0.4, 0.6),
  assumed("read on and detectable", 0.1, 0.2, { scope: "tool" }),
  assumed("time to design around", 1, 2, { scope: "tool", unit: "years" }),
  assumed("time to design around", 0.5, 1, { scope: "material", unit: "years" }),
];
const terms = createExclusionTerms(rows);

describe("terms of exclusion", () => {
  it("valid: from in whole to not wholly invalid, over the forums of the jurisdiction, the weakest grade", () => {
    expect(terms.valid(["AA"])).toMatchObject({ low: 0.3, high: 0.8, grade: "derived", sources: ["s-court", "s-office"] });
    expect(terms.valid(["AA courts"])).toMatchObject({ low: 0.5, high: 0.55 });
  });

  it("valid elsewhere: the hull of all others, assumed", () => {
    expect(terms.valid(["CC"])).toMatchObject({ low: 0.3, high: 0.9, grade: "assumed" });
    expect(terms.valid(["CC"]).note).toContain("no rate of this jurisdiction");
  });

  it("granted: general rates for who makes something, those of its kind for who only asserts, both where it is unknown; no single field", () => {
    expect(terms.granted(["AA"], "practising")).toMatchObject({ low: 0.7, high: 1 });
    expect(terms.granted(["AA courts"], "practising")).toMatchObject({ low: 0.7, high: 0.7, grade: "published" });
    expect(terms.granted(["AA courts"], "assertion-entity")).toMatchObject({ low: 0.1, high: 0.1 });
    expect(terms.granted(["AA"], null)).toMatchObject({ low: 0.1, high: 1, grade: "assumed" });
    expect(terms.granted(["CC"], "practising")).toMatchObject({ low: 0.4, high: 0.6, grade: "assumed", sources: [] });
  });

  it("by kind of technology; what has no row is anything, and no delay or royalty", () => {
    expect(terms.readOn("tool")).toMatchObject({ low: 0.1, high: 0.2 });
    expect(terms.readOn("process")).toMatchObject({ low: 0, high: 1, grade: "assumed" });
    expect(terms.delay(["tool", "material"])).toMatchObject({ low: 0.5, high: 2 });
    expect(terms.delay(["process"])).toBeNull();
    expect(terms.royalty()).toBeNull();
    expect(createExclusionTerms([]).granted(["AA"], null)).toMatchObject({ low: 0, high: 1 });
  });

  it("knows before a year what was published and counted before it, and assumptions always", () => {
    const years: Readonly<Record<string, number>> = { "s-old": 2005, "s-late": 2011 };
    const known = (year: number) =>
      ratesKnownBefore(
        [
          rate("a", 0, 1, { source: "s-old", year: "2001-2003" }),
          rate("b", 0, 1, { source: "s-old", year: "filed 2008-2009" }),
          rate("c", 0, 1, { source: "s-late", year: "2004" }),
          rate("d", 0, 1, { source: "s-undated", year: "1990" }),
          assumed("e", 0, 1),
        ],
        (source) => years[source] ?? null,
        year,
      ).map(({ quantity }) => quantity);
    expect(known(2005)).toEqual(["e"]);
    expect(known(2006)).toEqual(["a", "e"]);
    expect(known(2010)).toEqual(["a", "b", "e"]);
    expect(known(2012)).toEqual(["a", "b", "c", "e"]);
  });
});
