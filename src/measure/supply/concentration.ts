import { middleOf, type ShareEntry } from "./share-entries.ts";

/** Concentration of supply, shares in 0..1. */
export interface Concentration {
  /** Herfindahl-Hirschman index, with the unknown spread thinly to concentrated in one holder; `null`: nothing known. */
  readonly hhi: { readonly low: number; readonly high: number } | null;
  readonly top: { readonly holder: string; readonly low: number; readonly high: number } | null;
  readonly unknown: number;
}

/** Threshold of high concentration (US DOJ and FTC, Merger Guidelines 2023, guideline 1). */
export const highlyConcentrated = 0.18;

/** HHI `Σ s²` and top share with unknown supply at its extremes. Sums over 1 are scaled down for the low end, capped for the high. */
export function concentration(entries: readonly ShareEntry[]): Concentration {
  const known = entries.filter((entry) => !entry.blank && entry.high > 0);
  if (known.length === 0) return { hhi: null, top: null, unknown: 1 };
  const sumLow = known.reduce((sum, entry) => sum + entry.low, 0);
  const unknown = Math.max(0, 1 - sumLow);
  const low = known.reduce((sum, entry) => sum + entry.low ** 2, 0) / Math.max(1, sumLow) ** 2;
  const leader = known.reduce((best, entry) => (middleOf(entry) > middleOf(best) ? entry : best));
  return {
    hhi: { low: Math.min(1, low), high: Math.min(1, greatestHhi(known, unknown)) },
    top: { holder: leader.holder, low: leader.low, high: Math.min(1, leader.high) },
    unknown,
  };
}

/** Maximum figures tried in all combinations; narrower ones use their high end. */
const mostTried = 8;

/**
 * Σ s² is convex: its maximum has every figure at an end, except at most one; the rest goes to one unnamed holder. Tries all such corners.
 */
function greatestHhi(known: readonly ShareEntry[], unknown: number): number {
  const wide = known.filter((entry) => entry.high > entry.low).sort((a, b) => b.high - b.low - (a.high - a.low));
  const tried = wide.slice(0, mostTried);
  const fixed = known.filter((entry) => !tried.includes(entry)).reduce((sum, entry) => sum + entry.high ** 2, 0);
  const greatest = (i: number, rest: number, last: ShareEntry | undefined): number => {
    const entry = tried[i];
    if (entry === undefined) return last ? filled(last, rest) : rest ** 2;
    if (entry === last) return greatest(i + 1, rest, last);
    const low = entry.low ** 2 + greatest(i + 1, rest, last);
    const room = rest - (entry.high - entry.low);
    return room < 0 ? low : Math.max(low, entry.high ** 2 + greatest(i + 1, room, last));
  };
  return fixed + Math.max(...[undefined, ...tried].map((last) => greatest(0, unknown, last)));
}

function filled(entry: ShareEntry, rest: number): number {
  const take = Math.min(rest, entry.high - entry.low);
  return (entry.low + take) ** 2 + (rest - take) ** 2;
}
