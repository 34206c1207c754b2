import type { SupplyModel } from "../model.ts";

/** Economies by summed middle shares of the given technologies, largest first; without zeros. */
export function largestSuppliers(model: SupplyModel, technologies: readonly number[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const t of technologies)
    for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
      const economy = model.economies[model.shareEconomy[slot]!]!;
      if (model.shareBlank[slot] === 0) sums.set(economy, (sums.get(economy) ?? 0) + model.shareMid[slot]!);
    }
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([economy]) => economy);
}
