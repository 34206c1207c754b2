import type { Inputs } from "../draw/inputs.ts";
import type { Course } from "./course.ts";

/** What the final products of a course weigh for its targets, by target and product of the network: `target * products + product`. */
export interface ProductWeights {
  /** Part of all that the target makes, by value; of a firm of what it has made. */
  readonly output: Float64Array;
  /** What the target makes and uses of it, USD bn a year; 0 where no source gives its value, so that sums leave it out. */
  readonly made: Float64Array;
  readonly used: Float64Array;
  /** Reads them after a run of the course with these inputs. O(targets · products). */
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
