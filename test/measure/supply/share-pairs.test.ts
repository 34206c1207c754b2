import { describe, expect, it } from "vitest";
import { sharePairs, yearsOf } from "../../../src/measure/supply/share-pairs.ts";
import { share } from "../rows.ts";

const known = ({ known: day }: { known: string | null }) => day;
const told = (rows: Parameters<typeof sharePairs>[0]) =>
  sharePairs(rows, known).map(({ technology, holder, before, after, isStep }) =>
    [technology, holder, before.year, after.year, isStep ? "step" : "longer"].join(" "),
  );

describe("shares of a greatest holder at two dates", () => {
  it("are all pairs of years, and the steps among them", () => {
    const rows = [2010, 2014, 2020].map((year, i) => share("gas", "AA", 0.9 - i / 10, { year, known: `${year + 1}-05-01` }));
    expect(told(rows)).toEqual(["gas AA 2010 2014 step", "gas AA 2010 2020 longer", "gas AA 2014 2020 step"]);
    const [first] = sharePairs(rows, known);
    expect(yearsOf(first!)).toBe(4);
    expect([first!.before.known, first!.after.known, first!.after.low]).toEqual(["2011-05-01", "2015-05-01", 0.8]);
  });

  it("never compare places of making with seats, nor what others report of another kind", () => {
    const rows = [
      share("gas", "AA", 0.8, { year: 2010, basis: "production" }),
      share("gas", "AA", 0.5, { year: 2015 }),
      share("gas", "AA", 0.7, { year: 2020, basis: "production" }),
      share("gas", "firm", 0.9, { year: 2020, basis: "sales", holder_kind: "organisation" }),
    ];
    expect(told(rows)).toEqual(["gas AA 2010 2020 step"]);
  });

  it("are of the holder that nobody else can be greater than", () => {
    const later = share("gas", "AA", 0.5, { year: 2020 });
    expect(told([share("gas", "AA", 0.4, { year: 2010 }), later])).toEqual([]);
    expect(told([share("gas", "AA", 0.4, { year: 2010 }), share("gas", "BB", [0.5, 0.6], { year: 2010 }), later])).toEqual([]);
    expect(told([share("gas", "AA", 0.4, { year: 2010 }), share("gas", "BB", 0.3, { year: 2010 }), later])).toHaveLength(1);
  });

  it("leave out what is one-sided or too wide, and take the narrowest of several figures", () => {
    const first = share("gas", "AA", 0.9, { year: 2010 });
    expect(told([first, { ...share("gas", "AA", 0.5, { year: 2015 }), high: null }])).toEqual([]);
    expect(told([first, share("gas", "AA", [0.5, 0.8], { year: 2015 })])).toEqual([]);
    const [pair] = sharePairs([first, share("gas", "AA", [0.5, 0.7], { year: 2015 }), share("gas", "AA", 0.6, { year: 2015 })], known);
    expect([pair!.after.low, pair!.after.high]).toEqual([0.6, 0.6]);
  });

  it("count once what is told of two technologies", () => {
    const rows = ["chip", "foundry"].flatMap((id) => [2010, 2015].map((year) => share(id, "AA", 0.9 - (year - 2010) / 50, { year })));
    expect(told(rows)).toHaveLength(1);
  });
});
