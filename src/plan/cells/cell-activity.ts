import type { Cell } from "./cell.ts";

/** Years over which what is recent, and what will lapse soon, is counted. */
export const recentYears = 5;

/** Families of the last five years of priority and of the five before. */
export interface Activity {
  readonly recent: number;
  readonly before: number;
}

/** How many families a cell had of late. Of the last years not all are published yet, so that activities may be compared, not taken as growth. */
export function activityOf({ byYear }: Pick<Cell, "byYear">, year: number): Activity {
  const within = (after: number, until: number): number =>
    byYear.reduce((sum, each) => sum + (each.year > after && each.year <= until ? each.families : 0), 0);
  return { recent: within(year - recentYears, year), before: within(year - 2 * recentYears, year - recentYears) };
}

export const addActivities = (activities: readonly Activity[]): Activity => ({
  recent: activities.reduce((sum, { recent }) => sum + recent, 0),
  before: activities.reduce((sum, { before }) => sum + before, 0),
});

/** Standard score that leaves a tenth on each side: the 80% interval. */
export const intervalScore = 1.2816;

/**
 * Growth of a cell over that of all others, with its 80% interval: the ratio of recent to earlier families of the one over that of the
 * others, each count raised by one half (the log odds ratio of Haldane and Anscombe, normal interval). Unfinished years touch both alike.
 * `null` where the others have no families in one of the two spans, so that there is nothing to compare with.
 */
export function relativeGrowth(
  own: Activity,
  others: Activity,
): { readonly ratio: number; readonly low: number; readonly high: number } | null {
  if (others.recent === 0 || others.before === 0) return null;
  const counts = [own.recent, own.before, others.recent, others.before].map((count) => count + 0.5) as [number, number, number, number];
  const middle = Math.log((counts[0] * counts[3]) / (counts[1] * counts[2]));
  const spread = intervalScore * Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0));
  return { ratio: Math.exp(middle), low: Math.exp(middle - spread), high: Math.exp(middle + spread) };
}
