import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import { toolsOfProduct } from "../product-places.ts";
import type { Course } from "./course.ts";

/** Yearly additions to capacity by product, of the inputs last read. */
export interface Additions {
  readonly yearly: Float64Array;
  read(inputs: Inputs): void;
}

/**
 * Yearly additions to the capacity of each final product, 0..1: mean over all its tools, withheld or not, so that growth losses never fall
 * when a sender joins.
 */
export function createAdditions(model: SupplyModel, products: readonly number[]): Additions {
  const tools = products.map((product) => toolsOfProduct(model, product));
  const yearly = new Float64Array(products.length);
  return {
    yearly,
    read({ parameter }) {
      tools.forEach((here, p) => {
        yearly[p] = here.length > 0 ? here.reduce((sum, t) => sum + parameter.additions[t]!, 0) / here.length : 0;
      });
    },
  };
}

/** Weights of final products for the targets: `target * products + product`. */
export function createProductWeights({ question, network, making }: Course) {
  const { model, targets } = question;
  const [P, all] = [network.products.length, model.map.products.length];
  const perProduct = (): Float64Array => new Float64Array(targets.length * P);
  const [output, made, used, outsourced] = [perProduct(), perProduct(), perProduct(), perProduct()];
  return {
    /** Share of what the target makes and its designers have made, by value; for a firm of its product mix. */
    output,
    /** That output, use, and of the output what designers have made elsewhere, USD bn a year; 0 without a published value. */
    made,
    used,
    outsourced,
    /** Reads them after a run with these inputs. O(targets · products). */
    read({ value, market }: Inputs): void {
      for (let k = 0; k < targets.length; k++) {
        let sum = 0;
        for (let j = 0; j < all; j++) sum += making.weight[k * all + j]!;
        for (let p = 0; p < P; p++) {
          const j = network.productRank[p]!;
          const [makes, uses] = [targets[k]!.designer ? 0 : making.weight[k * all + j]!, value[j]! * making.use[k * all + j]!];
          const known = !Number.isNaN(market[model.map.products[j]!]!);
          output[k * P + p] = sum > 0 ? making.weight[k * all + j]! / sum : 0;
          made[k * P + p] = known ? makes : 0;
          used[k * P + p] = known ? uses : 0;
          outsourced[k * P + p] = known ? value[j]! * making.outsourced[k * all + j]! : 0;
        }
      }
    },
  };
}
