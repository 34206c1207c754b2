import { keptWith } from "../base/collections.ts";
import { closure } from "../measure/supply/topology.ts";
import type { End } from "./ends.ts";
import type { SupplyModel } from "./model.ts";
import type { Target } from "./target.ts";

/** Output share up to which a target counts as kept from a product by a control. */
const keptFrom = 0.05;

/** For each final product the others by similarity of inputs (Jaccard index). */
const nearestProducts = keptWith((model: SupplyModel): readonly (readonly number[])[] => {
  const up = model.map.products.map((node) => new Set(closure(model.map, node, "up")));
  const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
    let common = 0;
    for (const node of a) if (b.has(node)) common++;
    return common === 0 ? 0 : common / (a.size + b.size - common);
  };
  return up.map((mine, j) =>
    up
      .map((other, i) => ({ i, likeness: i === j ? -1 : jaccard(mine, other) }))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, -1)
      .map(({ i }) => i),
  );
});

/** Whether a control in force denies the technology to the target, beyond a licence requirement. */
export function isDenied(target: Target, t: number): boolean {
  return target.withheld.get(t)?.some((control) => control.class !== "licence") ?? false;
}

/**
 * Potential production where a control already withholds `t`: for products that need `t` with at most 5% of output, its share of the most
 * similar product. `null` if nothing is withheld. By end, by product.
 */
export function potentialMaking(model: SupplyModel, target: Target, t: number): Target["weight"] | null {
  if (!isDenied(target, t)) return null;
  const makes = target.weight.map((weights, end) => weights.map((weight, j) => weight / model.productValue[end as End][j]!));
  const needing = new Set(model.productSets[model.productSet[t]!]!);
  const source = model.map.products.map((_, j) => {
    if (!needing.has(j) || makes[2]![j]! > keptFrom) return j;
    return nearestProducts(model)[j]!.find((i) => makes[1]![i]! > keptFrom) ?? j;
  });
  return makes.map((parts) => Float64Array.from(source, (j) => parts[j]!)) as unknown as Target["weight"];
}
