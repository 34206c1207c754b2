import { describe, expect, it } from "vitest";
import { marketClusters } from "../../../src/leverage/exclusion/exclusion-market.ts";
import { officesOf } from "../../../src/link/regional-offices.ts";
import type { InForce } from "../../../src/measure/patents/in-force.ts";
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
