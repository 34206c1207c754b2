import type { Bounds } from "../../measure/bootstrap.ts";
import type { Cell } from "./cell.ts";

/** Window, in years, of recent counts and upcoming lapses. */
export const recentYears = 5;

/** Families of the last five years of priority and of the five before. */
export interface Activity {
  readonly recent: number;
  readonly before: number;
}

/** Recent families of a cell. The last years are incomplete, so compare activities; do not read them as growth. */
export function activityOf({ byYear }: Pick<Cell, "byYear">, year: number): Activity {
  const within = (after: number, until: number): number =>
    byYear.reduce((sum, each) => sum + (each.year > after && each.year <= until ? each.families : 0), 0);
  return { recent: within(year - recentYears, year), before: within(year - 2 * recentYears, year - recentYears) };
}

export const addActivities = (activities: readonly Activity[]): Activity => ({
  recent: activities.reduce((sum, { recent }) => sum + recent, 0),
  before: activities.reduce((sum, { before }) => sum + before, 0),
});

/** Standard score of the 80% interval. */
export const intervalScore = 1.2816;

/**
 * Growth of a cell relative to all others, with its 80% interval: the ratio of recent to earlier families over that of the others, each
 * count + ½ (log odds ratio of Haldane and Anscombe, normal interval). Incomplete years affect both alike. `null` if the others lack
 * families in either span.
 */
export function relativeGrowth(own: Activity, others: Activity): (Bounds & { readonly ratio: number }) | null {
  if (others.recent === 0 || others.before === 0) return null;
  const counts = [own.recent, own.before, others.recent, others.before].map((count) => count + 0.5) as [number, number, number, number];
  const middle = Math.log((counts[0] * counts[3]) / (counts[1] * counts[2]));
  const spread = intervalScore * Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0));
  return { ratio: Math.exp(middle), low: Math.exp(middle - spread), high: Math.exp(middle + spread) };
}

/** Damping per year; assumed, within the usual 0.8 to 0.98. */
const damping = 0.9;

/** Equivalent years of undamped growth after `years` years: `φ + … + φ^years`, φ = 0.9 (Gardner and McKenzie 1985). */
export const dampedYears = (years: number): number => (damping * (1 - damping ** years)) / (1 - damping);
