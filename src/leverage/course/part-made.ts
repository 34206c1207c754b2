import type { SupplyModel } from "../model.ts";
import { boughtByDesigners } from "../target-need.ts";

/**
 * By value over the final products that need a technology: the part of them that is made in a place and, where told, that designers seated there
 * have made elsewhere and buy it for; at most 1, 0 for what no product needs.
 * @param place row of `make` and `outsourced`, each by place and product
 */
export type PartMade = (place: number, t: number, value: Float64Array, make: Float64Array, outsourced: Float64Array | null) => number;

export function createPartMade(model: SupplyModel): PartMade {
  const { productSet, productSets } = model;
  const count = model.map.products.length;
  const bought = boughtByDesigners(model);
  return (place, t, value, make, outsourced) => {
    const set = productSets[productSet[t]!]!;
    let [part, sum] = [0, 0];
    for (let i = 0; i < set.length; i++) {
      const j = set[i]!;
      const elsewhere = outsourced && bought[t * count + j] ? outsourced[place * count + j]! : 0;
      part += value[j]! * (make[place * count + j]! + elsewhere);
      sum += value[j]!;
    }
    return sum > 0 ? Math.min(1, part / sum) : 0;
  };
}
