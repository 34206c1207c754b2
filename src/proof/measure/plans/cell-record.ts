import { groupBy } from "../../../base/collections.ts";
import type { Interval } from "../../../base/numbers.ts";
import type { Cell, Counted } from "../../../plan/cells/cell.ts";
import { activityOf, addActivities, intervalScore, relativeGrowth } from "../../../plan/cells/cell-activity.ts";
import { leastFamilies } from "./yields.ts";

/**
 * Log growth of each cell over two consecutive five-year windows relative to all other cells, with its 80% interval; `null` without
 * families in these ten years. Shrunk towards 0 by `τ² / (τ² + v)`: `v` the variance of the log odds ratio, `τ²` the variance of true growth by
 * moments about 0, `(Σ y²/v - k) / Σ 1/v` (Efron and Morris 1975; DerSimonian and Laird 1986).
 */
export function shrunkGrowth(cells: readonly Cell[], year: number): (cell: Cell) => Interval | null {
  const activities = cells.map((cell) => activityOf(cell, year));
  const all = addActivities(activities);
  const seen = new Map(
    activities.flatMap((own, at) => {
      const growth = relativeGrowth(own, { recent: all.recent - own.recent, before: all.before - own.before });
      if (growth === null || own.recent + own.before === 0) return [];
      const value = Math.log(growth.ratio);
      return [[cells[at]!.id, { value, variance: ((Math.log(growth.high) - value) / intervalScore) ** 2 }] as const];
    }),
  );
  const sum = (of: (one: { readonly value: number; readonly variance: number }) => number): number =>
    [...seen.values()].reduce((total, one) => total + of(one), 0);
  const spread = Math.max(0, (sum(({ value, variance }) => value ** 2 / variance) - seen.size) / sum(({ variance }) => 1 / variance));
  return ({ id }) => {
    const own = seen.get(id);
    if (own === undefined) return null;
    const kept = spread / (spread + own.variance);
    const [mean, reach] = [kept * own.value, intervalScore * Math.sqrt(kept * own.variance)];
    return [mean - reach, mean, mean + reach];
  };
}

/** Mean citations of each cell relative to its technology's mean; to the normalised average (1) where that rests on too few families. */
export function relativeCited(cells: readonly Cell[]): (cell: Cell) => Counted {
  const means = new Map([...groupBy(cells, ({ technology }) => technology)].map(([id, own]) => [id, meanOf(own)]));
  return ({ technology, cited: { mean, of } }) => ({ mean: mean === null ? null : mean / means.get(technology)!, of });
}

function meanOf(cells: readonly Cell[]): number {
  const of = cells.reduce((sum, { cited }) => sum + cited.of, 0);
  const all = cells.reduce((sum, { cited }) => sum + cited.of * (cited.mean ?? 0), 0);
  return of < leastFamilies || all === 0 ? 1 : all / of;
}
