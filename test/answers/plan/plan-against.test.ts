import { describe, expect, it } from "vitest";
import { furtherHolder, withClaims } from "../../../src/answers/plan/plan-against.ts";
import type { MarketCluster } from "../../../src/leverage/exclusion/exclusion-market.ts";
import { exclusionCell, exclusionMatrix } from "../../../src/leverage/exclusion/exclusion-matrix.ts";
import { cluster, worldOf } from "../../leverage/exclusion/exclusion-world.ts";

const sure = { low: 1, high: 1 };
const world = worldOf(
  [cluster("mine", "tool", ["AA1", "AA2"], "H10D 30"), cluster("sister", "tool", ["AA3"], "H10D 30"), cluster("mine", "gas", ["AA4"])],
  ["AA1", "AA2", "AA3", "AA4"].map((document) => ({ document, q: sure })),
);
const own = new Set(["mine", "sister"]);
const [market] = exclusionMatrix(world, [{ id: "HH", holders: own }], ["AA"]).markets;
const { clusters } = market!;
const most = (of: readonly MarketCluster[]): number => exclusionCell(world, market!, { clusters: of }).usd!.high;

describe("claims that come of a plan", () => {
  it("exclude no more in a cell where the home holds the claim already, however the group is written", () => {
    const again = clusters.map(({ technology, mainGroup }, at) => ({
      programme: `p${at}`,
      technology,
      group: mainGroup!.replace(" ", ""),
    }));
    expect(most(withClaims(clusters, [again[0]!, again[2]!], "HH"))).toBeCloseTo(most(clusters), 6);
    const [joined] = withClaims(clusters, [again[0]!], "HH").filter(({ alive }) => alive.includes("p0"));
    expect(joined).toEqual({ ...clusters[0]!, inForce: [sure], alive: ["AA1", "AA2", "p0"] });
  });

  it("are in force for sure, and exclude more in a cell where the home has none", () => {
    const more = withClaims(clusters, [{ programme: "p", technology: "tool", group: "G03F7" }], "mine");
    expect(more.at(-1)).toEqual({ holder: "mine", technology: "tool", mainGroup: "G03F7", inForce: [sure], alive: ["p"] });
    expect(more).toHaveLength(clusters.length + 1);
    expect(most(more)).toBeGreaterThan(most(clusters));
  });

  it("are of the one holder that a home is, and of the home itself where it has several or none", () => {
    expect([furtherHolder("HH", new Set(["mine"])), furtherHolder("HH", own), furtherHolder("HH", new Set())]).toEqual([
      "mine",
      "HH",
      "HH",
    ]);
  });
});
