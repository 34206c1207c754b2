import type { Inputs } from "../draw/inputs.ts";
import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { leastDemand } from "../target.ts";
import type { CourseTarget } from "./parties.ts";

/** Parts of making and using final products, and from them of all else, of the targets of a course. */
export interface Making {
  /** `target * products + product`. */
  readonly make: Float64Array;
  readonly use: Float64Array;
  /** Reads them from inputs. */
  read(inputs: Inputs): void;
  /** Share of world use of a technology, `d_B(t)`: over the final products that rest on it by value; of a final product its use. */
  need(target: number, t: number, value: Float64Array): number;
}

/**
 * Throws RangeError where the inputs hold no place of a target or of whom one leaves out: it would have all or none of the making.
 * @param parties codes that the inputs hold places for; a target that is all the world but some has what these leave
 */
export function createMaking(model: SupplyModel, targets: readonly CourseTarget[], parties: readonly string[]): Making {
  const count = model.map.products.length;
  const make = new Float64Array(targets.length * count);
  const use = new Float64Array(targets.length * count);
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
    read(inputs) {
      targets.forEach((target, k) => {
        for (let j = 0; j < count; j++) {
          const own = at[k]! * count + j;
          make[k * count + j] = target.designer ? leastDemand : at[k]! < 0 ? leave(k, inputs.make, j) : inputs.make[own]!;
          use[k * count + j] = target.designer ? leastDemand : at[k]! < 0 ? leave(k, inputs.use, j) : inputs.use[own]!;
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
