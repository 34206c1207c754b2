import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { homeSetting } from "../../src/leverage/chokepoint-score.ts";
import { smallestCoalition } from "../../src/leverage/coalition.ts";
import { corners } from "../../src/leverage/ends.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { reachAgainst } from "../../src/leverage/reach.ts";
import { targetOf } from "../../src/leverage/target.ts";
import { createWithholding } from "../../src/leverage/withholding.ts";
import { buildSupplyMap, type SupplyRows } from "../../src/measure/supply/supply-map.ts";
import { day, parameter, place, product, requirement, rule, share, supplyRows, technology, variety } from "../measure/rows.ts";
import { smallestSets } from "./oracle.ts";
import { rowsOf, runs, worlds } from "./worlds.ts";

function settingOf(rows: SupplyRows, home: string) {
  const withholding = createWithholding(compileModel(buildSupplyMap(rows, { asOf: day })));
  const target = targetOf(withholding.model, home);
  const reach = reachAgainst(withholding.model, home);
  const t = (id: string): number => withholding.model.map.indexOf.get(id)!;
  const candidates = (id: string) => homeSetting(withholding, target, reach).holders(t(id));
  const loss = (id: string) => (senders: readonly string[]) => withholding.loss({ target, senders, reach }, t(id), corners[1]).total ?? 0;
  const smallest = (id: string) => smallestCoalition(withholding, target, reach, candidates(id), t(id));
  return { candidates, loss, smallest };
}

describe("smallestCoalition", () => {
  it("is one of the smallest by enumeration, and of those the one with the greatest loss", () => {
    fc.assert(
      fc.property(worlds, fc.boolean(), (world, reaching) => {
        const reach = reaching ? world.nodes.map(({ id }) => rule(id, "BB", "CC", { low: 0.5, high: 1 })) : [];
        const { candidates, loss, smallest } = settingOf(rowsOf(world, { reach }), "AA");
        for (const { id } of world.nodes) {
          const found = smallest(id);
          const sets = smallestSets(candidates(id), loss(id), 0.5);
          expect(found === null).toBe(sets.length === 0);
          if (found === null) continue;
          expect(found.members).toHaveLength(sets[0]!.length);
          const greatest = Math.max(...sets.map(loss(id)));
          expect(loss(id)(found.members)).toBeCloseTo(greatest, 3);
          expect(found.loss[1]).toBe(loss(id)(found.members));
        }
      }),
      runs(500),
    );
  });

  const chip = [product("chip"), technology("tool")];
  const made = [place("chip", "AA", "make", 0.5)];

  it("takes the holder of the heavy variety, not the one with the highest share of a light one", () => {
    const { smallest } = settingOf(
      supplyRows({
        technology: [...chip, technology("light"), technology("heavy")],
        requirement: [requirement("chip", "tool", "blocking")],
        variety: [variety("tool", "light", 0.1), variety("tool", "heavy", 0.9)],
        share: [share("light", "CC", 1), share("heavy", "DD", 0.95), share("heavy", "EE", 0.05)],
        parameter: [parameter("tool", "substitution", Number.POSITIVE_INFINITY)],
        product_place: made,
      }),
      "AA",
    );
    expect(smallest("tool")?.members).toEqual(["DD"]);
  });

  it("counts a holder of a wide figure by its middle", () => {
    const { smallest } = settingOf(
      supplyRows({
        technology: chip,
        requirement: [requirement("chip", "tool", "blocking")],
        share: [share("tool", "CC", [0, 0.64]), share("tool", "DD", 0.63)],
        product_place: made,
      }),
      "AA",
    );
    expect(smallest("tool")?.members).toEqual(["DD"]);
  });

  it("is none where all together do not take half", () => {
    const { smallest } = settingOf(
      supplyRows({
        technology: chip,
        requirement: [requirement("chip", "tool", "degrading", { delta_low: 0.4, delta_high: 0.4 })],
        share: [share("tool", "CC", 0.7), share("tool", "DD", 0.3)],
        product_place: made,
      }),
      "AA",
    );
    expect(smallest("tool")).toBeNull();
  });
});
