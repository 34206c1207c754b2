import { describe, expect, it } from "vitest";
import { valuesAtStake } from "../../../src/leverage/exclusion/value-at-stake.ts";
import { compileModel } from "../../../src/leverage/model.ts";
import { member, parameter, place, product, supplyMap } from "../../measure/rows.ts";

const model = compileModel(
  supplyMap({
    technology: [product("logic"), product("memory")],
    parameter: [parameter("logic", "market-size", [100, 200], { unit: "USD bn", source: "s-size", grade: "derived" })],
    group_member: [member("GG", "AA"), member("GG", "BB")],
    product_place: [
      place("logic", "AA", "use", [0.2, 0.3]),
      place("logic", "BB", "use", 0.1),
      place("logic", "AA", "make", 0.5),
      place("memory", "AA", "use", 0.4),
    ],
  }),
);
const logic = (code: string, basis: "use" | "make") => valuesAtStake(model, code, basis)[0]!;

describe("value at stake", () => {
  it("is the world's value times the share of use or making, ends with ends, a group the sum of its members", () => {
    expect(logic("AA", "use")).toMatchObject({
      product: "logic",
      usd: { low: 20e9, high: 60e9 },
      lacks: null,
      sources: ["s-size", "s-two"],
    });
    expect(logic("AA", "make").usd).toEqual({ low: 50e9, high: 100e9 });
    expect(logic("GG", "use").usd!.low).toBeCloseTo(30e9, 0);
    expect(logic("GG", "use").usd!.high).toBeCloseTo(80e9, 0);
    expect(logic("GG", "use").grades).toContain("derived");
  });

  it("is unknown without a share, and without the world's value, which is never taken as 1", () => {
    expect(logic("BB", "make")).toMatchObject({ usd: null, lacks: "share" });
    expect(valuesAtStake(model, "AA", "use")[1]).toMatchObject({ product: "memory", usd: null, lacks: "market-size" });
  });
});
