import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { homeSetting, type Setting, scoreTechnology, worldSetting } from "../../src/leverage/chokepoint-score.ts";
import { compileModel } from "../../src/leverage/model.ts";
import { reachAgainst } from "../../src/leverage/reach.ts";
import { targetOf } from "../../src/leverage/target.ts";
import { createWithholding, type Withholding } from "../../src/leverage/withholding.ts";
import { buildSupplyMap } from "../../src/measure/supply/supply-map.ts";
import { day, rule } from "../measure/rows.ts";
import { seedsOf, type World } from "./oracle.ts";
import { rowsOf, runs, worlds } from "./worlds.ts";

/** The composer may leave out effects that sum to this much of final output. */
const leftOut = 1e-4 + 1e-9;

function withholdingOf(world: World, reaching: boolean): Withholding {
  const reach = reaching ? world.nodes.map(({ id }) => rule(id, "BB", "CC", { low: 0.5, high: 1 })) : [];
  return createWithholding(compileModel(buildSupplyMap(rowsOf(world, { reach }), { asOf: day })));
}

/** Greatest loss over holders at each end, a nameless one of all the unknown at the adverse end, one by one. */
function greatest(withholding: Withholding, setting: Setting, t: number): readonly (number | null)[] {
  const named = setting.holders(t).map((holder) => withholding.lossInterval(setting.act(holder), t).map(({ total }) => total));
  const nameless = withholding.unknown(t) > 0 ? withholding.lossInterval(setting.act(null), t)[2].total : null;
  return [0, 1, 2].map((end) => {
    const list = [...named.map((losses) => losses[end] ?? null), end === 2 ? nameless : null].filter((loss) => loss !== null);
    return list.length === 0 ? null : Math.max(...list);
  });
}

function withheldIn(world: World, withholding: Withholding): readonly number[] {
  return world.nodes.filter(({ id }) => seedsOf(world, id).length > 0).map(({ id }) => withholding.model.map.indexOf.get(id)!);
}

describe("scoreTechnology", () => {
  it("is the greatest loss that any one holder can cause a home, at each end", () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom("AA", "GG"), fc.boolean(), (world, home, reaching) => {
        const withholding = withholdingOf(world, reaching);
        const target = targetOf(withholding.model, home);
        const setting = homeSetting(withholding, target, reachAgainst(withholding.model, home));
        for (const t of withheldIn(world, withholding)) {
          const { score, holder } = scoreTechnology(withholding, setting, t);
          const wanted = greatest(withholding, setting, t);
          for (const end of [0, 1, 2] as const) expect(Math.abs((score?.[end] ?? 0) - (wanted[end] ?? 0))).toBeLessThan(2 * leftOut);
          if (holder === null) continue;
          expect(setting.holders(t)).toContain(holder);
          expect(withholding.lossInterval(setting.act(holder), t)[1].total).toBeCloseTo(wanted[1] ?? 0, 3);
        }
      }),
      runs(500),
    );
  });

  it("is for the world the greatest any one can cause all others, or at the adverse end no less", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const withholding = withholdingOf(world, false);
        const setting = worldSetting(withholding);
        for (const t of withheldIn(world, withholding)) {
          const { score } = scoreTechnology(withholding, setting, t);
          const wanted = greatest(withholding, setting, t);
          if (score === null || wanted[1] == null) continue;
          expect(Math.abs(score[0] - (wanted[0] ?? 0))).toBeLessThan(2 * leftOut);
          expect(Math.abs(score[1] - wanted[1])).toBeLessThan(2 * leftOut);
          expect(score[2]).toBeGreaterThanOrEqual((wanted[2] ?? 0) - 2 * leftOut);
          expect(score[2]).toBeLessThanOrEqual(1);
        }
      }),
      runs(500),
    );
  });
});
