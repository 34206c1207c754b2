/** Agreement of the requested economy with a party's economies. */
export type PlaceSignal = "same" | "other" | "unknown";

/**
 * Log odds subtracted if the party is listed in other economies only. Assumed: listed firms act through branches, so place is weak evidence.
 */
const otherPlace = 0.5;

/** Adjusts a score by the requested economy, downwards only. */
export function withPlace(
  score: number,
  asked: string | null,
  economies: readonly string[],
): { readonly score: number; readonly place: PlaceSignal } {
  if (asked === null || economies.length === 0) return { score, place: "unknown" };
  if (economies.includes(asked)) return { score, place: "same" };
  const odds = (score / (1 - score)) * Math.exp(-otherPlace);
  return { score: score >= 1 ? 1 : odds / (1 + odds), place: "other" };
}
