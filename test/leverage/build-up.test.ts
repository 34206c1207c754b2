import { describe, expect, it } from "vitest";
import { createBuildUp, homeSales } from "../../src/leverage/build-up.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { createWithholding } from "../../src/leverage/withholding.ts";
import {
  actDefaults,
  defaults,
  organisation,
  parameter,
  place,
  product,
  requirement,
  share,
  supplyMap,
  technology,
  variety,
} from "../measure/rows.ts";

/** Chips of AA and BB stand on lamps, nearly all of BB, and resin of a firm of CC. */
const rows = {
  technology: [product("chip"), technology("lamp"), technology("resin"), technology("dust")],
  requirement: [
    requirement("chip", "lamp", "blocking"),
    requirement("chip", "resin", "blocking"),
    requirement("resin", "dust", "blocking"),
  ],
  organisation: [organisation("resin-works", "CC")],
  share: [
    share("lamp", "BB", 0.9),
    share("lamp", "AA", 0.1),
    share("resin", "CC", 1),
    share("resin", "resin-works", 0.6, { holder_kind: "organisation" }),
    share("dust", "BB", 1),
  ],
  default_parameter: [...defaults({ spare: [0, 0], fungibility: [0, 0], substitution: [1, 1], degradation: [0.1, 0.3] }), ...actDefaults],
  parameter: [parameter("chip", "market-size", 10), parameter("resin", "market-size", 2)],
  product_place: [
    place("chip", "AA", "make", 0.5),
    place("chip", "BB", "make", 0.5),
    place("chip", "CC", "make", 0),
    place("chip", "AA", "use", 0.5),
  ],
};

const model = compileModel(supplyMap(rows));
const at = (id: string): number => model.map.indexOf.get(id)!;

/**
 * DD makes no chips. It makes all scanners, half of the sources in these (of which it is the only user), half of the etchers, and of printers all of
 * one variety and two fifths of the other. BB makes what goes into them and the other etchers, CC the other printers.
 */
const tools = compileModel(
  supplyMap({
    technology: [
      product("chip"),
      ...["scanner", "source", "laser", "lens", "etcher", "valve", "printer", "fine", "coarse", "ink"].map((id) => technology(id)),
    ],
    requirement: [
      ...["scanner", "etcher", "printer"].map((id) => requirement("chip", id, "blocking")),
      requirement("scanner", "source", "blocking"),
      requirement("scanner", "lens", "blocking"),
      requirement("source", "laser", "blocking"),
      requirement("etcher", "valve", "blocking"),
      requirement("fine", "ink", "blocking"),
    ],
    variety: [variety("printer", "fine", 0.5), variety("printer", "coarse", 0.5)],
    share: [
      ...["laser", "lens", "valve", "ink"].map((id) => share(id, "BB", 1)),
      share("scanner", "DD", 1),
      ...["source", "etcher"].flatMap((id) => [share(id, "DD", 0.5), share(id, "BB", 0.5)]),
      share("printer", "DD", 0.7),
      share("fine", "DD", 1),
      share("coarse", "DD", 0.4),
      share("coarse", "CC", 0.6),
    ],
    default_parameter: rows.default_parameter,
    parameter: ["scanner", "etcher", "printer"].map((id) => parameter(id, "market-size", 10)),
    product_place: [place("chip", "BB", "make", 1), place("chip", "DD", "make", 0)],
  }),
);
const toolSales = homeSales(tools, "DD", new Map());
const toolAt = (id: string): number => tools.map.indexOf.get(id)!;
/** Of the sales of one tool the parts that are lost. */
const partsLost = (tool: string, t: string, shares: readonly number[]): readonly number[] => {
  const sale = toolSales.sales.find(({ technology: sold }) => sold === toolAt(tool))!.usd[1];
  return createBuildUp(createWithholding(tools), toolSales)(toolAt(t), shares)!.points.map(({ usd }) => usd[1] / sale);
};
const expectLost = (tool: string, t: string, lost: Readonly<Record<number, number>>): void => {
  const found = partsLost(tool, t, Object.keys(lost).map(Number));
  for (const [i, part] of Object.values(lost).entries()) expect(found[i]).toBeCloseTo(part, 9);
};

const sold = (home: string) =>
  homeSales(model, home, new Map()).sales.map(({ technology: t, usd }) => [model.map.technologies[t]!.id, Math.round(usd[1])]);
const losses = (home: string, t: string, shares: readonly number[]) =>
  createBuildUp(createWithholding(model), homeSales(model, home, new Map()))(at(t), shares)!.points.map(({ usd }) => usd[1]);

describe("what a home sells", () => {
  it("is what it makes and, of what has a market, what it supplies beyond its own use, by one rule for economies and firms", () => {
    expect(sold("AA")).toEqual([["chip", 5000]]);
    expect(sold("CC")).toEqual([["resin", 2000]]);
    expect(sold("resin-works")).toEqual([["resin", 1200]]);
  });
});

describe("the loss of a home's sales by own supply built up", () => {
  it("falls as own supply grows and others shrink in proportion, to nothing where it is enough", () => {
    const [none, some, more, enough] = losses("AA", "lamp", [0, 0.1, 0.2, 0.4]);
    expect(none).toBeCloseTo(5000 * 0.8, 6);
    expect(some).toBeCloseTo(5000 * 0.6, 6);
    expect(more).toBeCloseTo(5000 * 0.4, 6);
    expect(enough).toBeCloseTo(0, 6);
  });

  it("is that of what a firm sells, where its inputs are withheld from its economy", () => {
    expect(losses("resin-works", "dust", [0])[0]).toBeCloseTo(1200, 6);
    expect(losses("resin-works", "lamp", [0])[0]).toBe(0);
  });

  it("is not reported of a final product, nor where no one's share is known", () => {
    const lossOf = createBuildUp(createWithholding(model), homeSales(model, "AA", new Map()));
    expect(lossOf(at("chip"), [0])).toBeNull();
  });
});

describe("what a home needs for what it sells of tools and materials", () => {
  it("is all of what only its own makers use, so that a hundredth of supply saves a hundredth", () => {
    expectLost("scanner", "lens", { 0: 1, 0.01: 0.99, 0.5: 0.5 });
  });

  it("is half of what goes into something of which it makes half", () => {
    expectLost("etcher", "valve", { 0: 1, 0.01: 0.98, 0.5: 0 });
  });

  it("is what its own makers of the user on the way take: the other half of that comes from elsewhere", () => {
    expectLost("scanner", "laser", { 0: 0.5, 0.01: 0.49, 0.5: 0 });
  });

  it("is that of the varieties it makes; what others make of a family is no sale of its own", () => {
    const fine = 1 / (1 + 0.4);
    expectLost("printer", "ink", { 0: fine, 0.01: 0.99 * fine });
    expectLost("printer", "coarse", { 0: 0 });
  });

  it("is counted for each sale by itself, for final products where chips are made", () => {
    const both = compileModel(
      supplyMap({
        technology: [product("chip"), technology("etcher"), technology("gas")],
        requirement: [
          requirement("chip", "etcher", "blocking"),
          requirement("chip", "gas", "blocking"),
          requirement("etcher", "gas", "blocking"),
        ],
        share: [share("etcher", "DD", 1), share("gas", "BB", 1)],
        default_parameter: rows.default_parameter,
        parameter: [parameter("chip", "market-size", 10), parameter("etcher", "market-size", 10)],
        product_place: [place("chip", "DD", "make", 0.2), place("chip", "BB", "make", 0.8)],
      }),
    );
    const lossOf = createBuildUp(createWithholding(both), homeSales(both, "DD", new Map()));
    const [none, tenth, fifth] = lossOf(both.map.indexOf.get("gas")!, [0, 0.1, 0.2])!.points.map(({ usd }) => usd[1]);
    expect(none).toBeCloseTo(2000 + 8000, 6);
    expect(tenth).toBeCloseTo(2000 / 2 + 8000 * 0.9, 6);
    expect(fifth).toBeCloseTo(8000 * 0.8, 6);
  });

  it("is of an organisation what it takes itself, and served first by what it builds up", () => {
    const [none, tenth, all] = losses("resin-works", "dust", [0, 0.06, 0.6]);
    expect(none).toBeCloseTo(1200, 6);
    expect(tenth).toBeCloseTo(1080, 6);
    expect(all).toBeCloseTo(0, 6);
    const [before, after] = losses("CC", "dust", [0, 0.06]);
    expect(after! / before!).toBeCloseTo(0.94, 9);
  });
});
