import { closure } from "../measure/supply/closure.ts";
import type { End } from "./ends.ts";
import type { SupplyModel } from "./model.ts";
import type { Target } from "./target.ts";

/** A target that makes at most this part of a product is taken to be kept from it, where a control withholds what it needs. */
const keptFrom = 0.05;

const nearestCache = new WeakMap<SupplyModel, readonly (readonly number[])[]>();

/** For each final product the others, those that rest on most of the same technologies first (Jaccard index). */
function nearestProducts(model: SupplyModel): readonly (readonly number[])[] {
  const known = nearestCache.get(model);
  if (known) return known;
  const up = model.map.products.map((node) => new Set(closure(model.map, node, "up")));
  const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
    let common = 0;
    for (const node of a) if (b.has(node)) common++;
    return common === 0 ? 0 : common / (a.size + b.size - common);
  };
  const nearest = up.map((mine, j) =>
    up
      .map((other, i) => ({ i, likeness: i === j ? -1 : jaccard(mine, other) }))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, -1)
      .map(({ i }) => i),
  );
  nearestCache.set(model, nearest);
  return nearest;
}

/** Whether a control in force keeps the technology from the target altogether, not merely behind a licence. */
export function isDenied(target: Target, t: number): boolean {
  return target.withheld.get(t)?.some((control) => control.class !== "licence") ?? false;
}

/**
 * Where a control already withholds `t`, the part of each final product the target would make: of a product that needs `t` and
 * that it makes at most 5% of, its part of the nearest product it makes more of. `null` where nothing is withheld. By end, by product.
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
