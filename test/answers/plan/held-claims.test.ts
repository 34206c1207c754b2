import { expect, it } from "vitest";
import { heldChance } from "../../../src/answers/plan/held-claims.ts";
import type { ExclusionWorld, MarketCluster } from "../../../src/leverage/exclusion/exclusion-market.ts";

const term = (low: number, high: number) => ({ key: "t", low, high, grade: "assumed", sources: [], note: "" });

function world(licensed: boolean | null): ExclusionWorld {
  const terms = { valid: () => term(0.4, 0.6), readOn: () => term(0.2, 0.4), designAround: () => term(0.3, 0.7) };
  const map = { technologies: [{ id: "A", kind: "tool" }], indexOf: new Map([["A", 0]]) };
  return { model: { map }, terms, licensed: () => licensed } as unknown as ExclusionWorld;
}

const cluster = (holder: string, technology = "A", alive = ["d1"]): MarketCluster =>
  ({ holder, technology, inForce: [{ low: 0.8, high: 1 }], alive }) as unknown as MarketCluster;

const held = (clusters: readonly MarketCluster[], licensed: boolean | null = null) =>
  heldChance(world(licensed), ["US"], clusters, new Set(["A"]));
/** Middles of in force, valid, read on, not designed around. */
const one = 0.9 * 0.5 * 0.3 * 0.5;
const most = 1 * 0.6 * 0.4 * 0.7;

it("is that claims in force hold, are read on and not designed around, an unknown licence counted for half", () => {
  const [low, mid, high] = held([cluster("h")]);
  expect(low).toBe(0);
  expect(mid).toBeCloseTo(one / 2, 12);
  expect(high).toBeCloseTo(most, 12);
  expect(held([cluster("h"), cluster("h")])[1]).toBeCloseTo((1 - (1 - one) ** 2) / 2, 12);
  expect(held([cluster("h"), cluster("i")])[1]).toBeCloseTo(1 - (1 - one / 2) ** 2, 12);
});

it("is nothing where all is licensed, nothing is in force or no claim is on what is sold, and whole where none is licensed", () => {
  expect(held([cluster("h")], true)).toEqual([0, 0, 0]);
  expect(held([cluster("h", "A", [])])).toEqual([0, 0, 0]);
  expect(held([cluster("h", "B")])).toEqual([0, 0, 0]);
  const [low, mid] = held([cluster("h")], false);
  expect(low).toBeCloseTo(0.8 * 0.4 * 0.2 * 0.3, 12);
  expect(mid).toBeCloseTo(one, 12);
});
