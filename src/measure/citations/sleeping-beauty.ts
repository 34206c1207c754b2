import { type CitationGraph, unknownDay } from "./citation-graph.ts";

/** Columns that a slice of documents is written to, as long as the graph has documents. */
export interface SleepingBeautyColumns {
  /**
   * B, high for a long sleep before the peak, negative where citations ran ahead of a steady rise; NaN where the day is unknown or no
   * citation has come.
   */
  readonly coefficient: Float64Array;
  /** Age in whole years at which a document woke; -1 where B is unknown. */
  readonly awakening: Int16Array;
}

/** B and the age of awakening. */
export interface SleepingBeauty {
  readonly coefficient: number;
  readonly awakening: number;
}

const daysOfYear = 365.25;

/**
 * Beauty coefficient (Ke, Ferrara, Radicchi and Flammini 2015) of yearly citations `c_0 .. c_{years-1}` since publication. With the peak
 * `c_m` in year `m` (the first, if several) and the line `l_t = c_0 + (c_m - c_0) t / m`: `B = Σ_{t=0}^{m} (l_t - c_t) / max(1, c_t)`, 0 for
 * `m = 0`. Awakening: the year up to `m` whose point lies farthest from the line (the first, if several). `null` without a citation.
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
    // The distance to the line is this gap times a factor that is the same for all years.
    if (Math.abs(gap) > farthest + 1e-9) {
      farthest = Math.abs(gap);
      awakening = t;
    }
  }
  return { coefficient, awakening };
}

/**
 * The same for the documents `from` to `to` (excluded) of a graph, by years of age of 365.25 days. Only years that were over on `lastDay`,
 * the last day of the data, are counted: a year that is not over looks like sleep. Citations dated before the document are left out.
 */
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
