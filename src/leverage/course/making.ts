import type { Inputs } from "../draw/inputs.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { leastDemand } from "../target.ts";
import { firmMix } from "./firm-mix.ts";
import type { CourseTarget } from "./parties.ts";
import type { Stop } from "./stop.ts";
import type { Draw } from "./stopped-slots.ts";

/** Parts of making and using final products, and from them of all else, of the targets of a course. */
export interface Making {
  /** `target * products + product`. None of a firm: what it has made and what it uses of the world's is not known. */
  readonly make: Float64Array;
  readonly use: Float64Array;
  /** What a final product weighs in the output of a target, likewise: what it makes by value; of a firm the part of what it has made. */
  readonly weight: Float64Array;
  /** Reads them from inputs, and what firms have made from a draw (`null`: the middle). */
  read(inputs: Inputs, draw: Draw | null): void;
  /** Share of world use of a technology, `d_B(t)`: over the final products that rest on it by value; of a final product its use. */
  need(target: number, t: number, value: Float64Array): number;
}

/**
 * Throws RangeError where the inputs hold no place of a target or of whom one leaves out: it would have all or none of the making.
 * @param parties codes that the inputs hold places for; a target that is all the world but some has what these leave
 * @param stops what is kept from the targets, which tells the final products of firms that count
 */
export function createMaking(
  model: SupplyModel,
  targets: readonly CourseTarget[],
  parties: readonly string[],
  stops: readonly Stop[],
): Making {
  const count = model.map.products.length;
  const make = new Float64Array(targets.length * count);
  const use = new Float64Array(targets.length * count);
  const weight = new Float64Array(targets.length * count);
  const mixes = targets.map((target, k) => (target.designer ? firmMix(model, target, k, stops) : null));
  const placeOf = (code: string): number => {
    const place = parties.indexOf(code);
    if (place < 0) throw new RangeError(`making: no place among the parties for ${code}`);
    return place;
  };
  const at = targets.map(({ code, designer, ownsRest }) => (designer || ownsRest ? -1 : placeOf(code)));
  /** Members of a group that is left are left with it. */
  const apart = (codes: readonly string[]): readonly string[] =>
    [...new Set(codes)].filter((code) => !codes.some((group) => group !== code && membersOf(model, group).includes(code)));
  const leaves = targets.map((target) => apart(target.leaves).map(placeOf));
  const leave = (k: number, of: Float64Array, j: number): number =>
    Math.max(0, 1 - leaves[k]!.reduce((sum, p) => sum + of[p * count + j]!, 0));
  return {
    make,
    use,
    weight,
    read(inputs, draw) {
      mixes.forEach((mix, k) => {
        if (mix !== null) {
          mix.read(draw, weight.subarray(k * count, (k + 1) * count));
          return;
        }
        for (let j = 0; j < count; j++) {
          const own = at[k]! * count + j;
          make[k * count + j] = at[k]! < 0 ? leave(k, inputs.make, j) : inputs.make[own]!;
          use[k * count + j] = at[k]! < 0 ? leave(k, inputs.use, j) : inputs.use[own]!;
          weight[k * count + j] = inputs.value[j]! * make[k * count + j]!;
        }
      });
    },
    need(k, t, value) {
      const rank = model.productRank[t]!;
      if (rank >= 0) return Math.max(leastDemand, use[k * count + rank]!);
      const set = model.productSets[model.productSet[t]!]!;
      let [part, sum] = [0, 0];
      for (let i = 0; i < set.length; i++) {
        const j = set[i]!;
        part += value[j]! * make[k * count + j]!;
        sum += value[j]!;
      }
      return sum > 0 ? Math.min(1, Math.max(leastDemand, part / sum)) : leastDemand;
    },
  };
}
