import { type CitationGraph, unknownDay } from "./citation-graph.ts";

/** Result columns by document. */
export interface SleepingBeautyColumns {
  /** B: high for a long sleep before the peak, negative for early citations; NaN for an unknown day or no citations. */
  readonly coefficient: Float64Array;
  /** Age of awakening in years; -1 if B is unknown. */
  readonly awakening: Int16Array;
}

export interface SleepingBeauty {
  readonly coefficient: number;
  readonly awakening: number;
}

const daysOfYear = 365.25;

/**
 * Beauty coefficient (Ke et al. 2015) of yearly citations `c_0 .. c_{years-1}`: with the first peak `c_m` and the line `l_t = c_0 + (c_m -
 * c_0) t / m`, `B = Σ_{t=0}^{m} (l_t - c_t) / max(1, c_t)`, 0 for `m = 0`. Awakening: the first year farthest from the line. `null` without
 * citations.
 */
export function sleepingBeauty(yearly: ArrayLike<number>, years: number = yearly.length): SleepingBeauty | null {
  let peak = 0;
  for (let t = 1; t < years; t++) if (yearly[t]! > yearly[peak]!) peak = t;
  if (years === 0 || yearly[peak] === 0) return null;
  const start = yearly[0]!;
  const rise = yearly[peak]! - start;
  let coefficient = 0;
  let awakening = 0;
  let farthest = 0;
  for (let t = 0; t <= peak; t++) {
    const gap = peak === 0 ? 0 : start + (rise * t) / peak - yearly[t]!;
    coefficient += gap / Math.max(1, yearly[t]!);
    if (Math.abs(gap) > farthest + 1e-9) {
      farthest = Math.abs(gap);
      awakening = t;
    }
  }
  return { coefficient, awakening };
}

/** The same by document, `from` to `to` (exclusive), in years of 365.25 days complete on `lastDay`; earlier citations are left out. */
export function sleepingBeauties(graph: CitationGraph, lastDay: number, from: number, to: number, out: SleepingBeautyColumns): void {
  const { day, citingStart, citing } = graph;
  let yearly = new Int32Array(64);
  for (let i = from; i < to; i++) {
    const years = day[i] === unknownDay ? 0 : Math.max(0, Math.floor((lastDay + 1 - day[i]!) / daysOfYear));
    if (years > yearly.length) yearly = new Int32Array(2 * years);
    yearly.fill(0, 0, years);
    for (let slot = citingStart[i]!; slot < citingStart[i + 1]!; slot++) {
      const age = Math.floor((day[citing[slot]!]! - day[i]!) / daysOfYear);
      if (age >= 0 && age < years) yearly[age]!++;
    }
    const found = sleepingBeauty(yearly, years);
    out.coefficient[i] = found === null ? Number.NaN : found.coefficient;
    out.awakening[i] = found === null ? -1 : found.awakening;
  }
}
