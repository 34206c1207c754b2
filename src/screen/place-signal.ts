/** How the economy asked for goes with those of a party: one of them, none of them, or one side is not known. */
export type PlaceSignal = "same" | "other" | "unknown";

/**
 * Log odds taken off where a party is listed in other economies only. Assumed, not fitted: firms on lists act through branches, so that
 * a place says little against a name.
 */
const otherPlace = 0.5;

/** How a score changes by the economy that is asked for: a weak signal against the party, never one for it. */
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
