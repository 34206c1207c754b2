import { describe, expect, it } from "vitest";
import { createBuildUp, homeSales } from "../../src/leverage/build-up.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { createWithholding } from "../../src/leverage/withholding.ts";
import { defaults, organisation, parameter, place, product, requirement, share, supplyMap, technology } from "../measure/rows.ts";

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
  default_parameter: defaults({ spare: [0, 0], fungibility: [0, 0], substitution: [1, 1], degradation: [0.1, 0.3] }),
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

  it("is not told of a final product, nor where nobody's share is known", () => {
    const lossOf = createBuildUp(createWithholding(model), homeSales(model, "AA", new Map()));
    expect(lossOf(at("chip"), [0])).toBeNull();
  });
});
