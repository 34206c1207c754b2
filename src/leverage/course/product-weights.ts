import type { Inputs } from "../draw/inputs.ts";
import type { Course } from "./course.ts";

/** Weights of final products for the targets: `target * products + product`. */
export interface ProductWeights {
  /** Share of the target's production by value; for a firm of its product mix. */
  readonly output: Float64Array;
  /** Production and use, USD bn a year; 0 without a published value. */
  readonly made: Float64Array;
  readonly used: Float64Array;
  /** Reads them after a run with these inputs. O(targets · products). */
  read(inputs: Inputs): void;
}

export function createProductWeights({ question, network, making }: Course): ProductWeights {
  const { model, targets } = question;
  const [P, all] = [network.products.length, model.map.products.length];
  const [output, made, used] = [0, 1, 2].map(() => new Float64Array(targets.length * P)) as [Float64Array, Float64Array, Float64Array];
  return {
    output,
    made,
    used,
    read({ value, market }) {
      for (let k = 0; k < targets.length; k++) {
        let sum = 0;
        for (let j = 0; j < all; j++) sum += making.weight[k * all + j]!;
        for (let p = 0; p < P; p++) {
          const j = network.productRank[p]!;
          const [makes, uses] = [value[j]! * making.make[k * all + j]!, value[j]! * making.use[k * all + j]!];
          const known = !Number.isNaN(market[model.map.products[j]!]!);
          output[k * P + p] = sum > 0 ? making.weight[k * all + j]! / sum : 0;
          made[k * P + p] = known ? makes : 0;
          used[k * P + p] = known ? uses : 0;
        }
      }
    },
  };
}
