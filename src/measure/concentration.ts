import type { ShareEntry } from "./share-row.ts";

/** Concentration of supply over holders; all figures are shares of supply in 0..1. */
export interface Concentration {
  /** Herfindahl-Hirschman index, from the unknown spread thinly to the unknown in one hand; `null`: nothing known. */
  readonly hhi: { readonly low: number; readonly high: number } | null;
  readonly top: { readonly holder: string; readonly low: number; readonly high: number } | null;
  readonly unknown: number;
}

/** Over this an industry is highly concentrated (US DOJ and FTC, Merger Guidelines 2023, guideline 1). */
export const highlyConcentrated = 0.18;

/**
 * HHI `Σ s²` and top-1 share with the unknown placed where it lowers or raises them most. The unknown is never the known holders':
 * a published figure is the whole of that holder's share. Intervals of known holders take each their ends; with sums over 1
 * (rounding) the upper bound stays at 1.
 */
export function concentration(entries: readonly ShareEntry[]): Concentration {
  const known = entries.filter((entry) => !entry.blank && entry.high > 0);
  if (known.length === 0) return { hhi: null, top: null, unknown: 1 };
  const sumLow = known.reduce((sum, entry) => sum + entry.low, 0);
  const unknown = Math.max(0, 1 - sumLow);
  const low = known.reduce((sum, entry) => sum + entry.low ** 2, 0);
  const leader = known.reduce((best, entry) => (entry.low + entry.high > best.low + best.high ? entry : best));
  return {
    hhi: { low: Math.min(1, low), high: Math.min(1, greatestHhi(known, unknown)) },
    top: { holder: leader.holder, low: leader.low, high: Math.min(1, leader.high) },
    unknown,
  };
}

/** All room goes to the largest holders first (Σ s² is convex), what is left to one unnamed hand. */
function greatestHhi(known: readonly ShareEntry[], unknown: number): number {
  let rest = unknown;
  let total = 0;
  for (const entry of [...known].sort((a, b) => b.high - a.high)) {
    const take = Math.min(rest, entry.high - entry.low);
    total += (entry.low + take) ** 2;
    rest -= take;
  }
  const single = known.reduce((sum, entry) => sum + entry.low ** 2, 0) + unknown ** 2;
  return Math.max(total + rest ** 2, single);
}
