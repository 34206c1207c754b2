import { describe, expect, it } from "vitest";
import { marketClusters, valuesAtStake } from "../../../src/leverage/exclusion/exclusion-market.ts";
import { compileModel } from "../../../src/leverage/model.ts";
import { officesOf } from "../../../src/link/regional-offices.ts";
import type { InForce } from "../../../src/measure/patents/in-force.ts";
import { member, parameter, place, product, supplyMap } from "../../measure/rows.ts";
import { cluster } from "./exclusion-world.ts";

const q = (low: number, high: number, basis: InForce["basis"] = "survival"): InForce => ({ q: { low, high }, basis });
const office = new Map([
  ["DE1", "DE"],
  ["EP1", "EP"],
  ["EP2", "EP"],
  ["US1", "US"],
  ["US2", "US"],
  ["US3", "US"],
]);
const inForce = new Map<string, InForce>([
  ["DE1", q(0.3, 0.4)],
  ["EP1", q(0.5, 0.6)],
  ["EP2", q(0, 0, "not-granted")],
  ["US1", { q: null, basis: "unknown" }],
  ["US2", q(0, 0, "ended")],
  ["US3", q(0, 0, "not-granted")],
]);
const all = [cluster("h", "tool", ["DE1", "EP1", "EP2"]), cluster("k", "tool", ["US1", "US2", "US3"]), cluster("m", "tool", ["US3"])];
const inPlace = (...members: string[]) =>
  marketClusters(all, { office, inForce }, officesOf(members)).map((each) => ({
    holder: each.holder,
    inForce: each.inForce,
    alive: each.alive,
  }));

describe("marketClusters", () => {
  it("has a European patent from 0 in a state, in full in a group of states, where national ones are from 0", () => {
    const [half, full] = [
      { low: 0, high: 0.6 },
      { low: 0.5, high: 0.6 },
    ];
    expect(inPlace("DE")).toEqual([{ holder: "h", inForce: [{ low: 0.3, high: 0.4 }, half], alive: ["DE1", "EP1"] }]);
    expect(inPlace("FR")).toEqual([{ holder: "h", inForce: [half], alive: ["EP1"] }]);
    expect(inPlace("DE", "FR")).toEqual([{ holder: "h", inForce: [{ low: 0, high: 0.4 }, full], alive: ["DE1", "EP1"] }]);
  });

  it("knows nothing of an unknown status, keeps what has ended as 0, and leaves out what was never granted", () => {
    expect(inPlace("US")).toEqual([
      {
        holder: "k",
        inForce: [
          { low: 0, high: 1 },
          { low: 0, high: 0 },
        ],
        alive: ["US1"],
      },
    ]);
    expect(inPlace("JP")).toEqual([]);
  });
});

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
