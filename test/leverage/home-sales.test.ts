import { describe, expect, it } from "vitest";
import { homeSales } from "../../src/leverage/home-sales.ts";
import { compileModel } from "../../src/leverage/model.ts";
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

const sold = (home: string) =>
  homeSales(model, home, new Map()).sales.map(({ technology: t, usd }) => [model.map.technologies[t]!.id, Math.round(usd[1])]);

describe("what a home sells", () => {
  it("is what it makes and, of what has a market, what it supplies beyond its own use, by one rule for economies and firms", () => {
    expect(sold("AA")).toEqual([["chip", 5000]]);
    expect(sold("CC")).toEqual([["resin", 2000]]);
    expect(sold("resin-works")).toEqual([["resin", 1200]]);
  });
});
