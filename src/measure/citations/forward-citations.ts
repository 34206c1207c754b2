import { type CitationGraph, unknownDay } from "./citation-graph.ts";

/** Smallest cohort with a mean. */
export const smallestCohort = 20;

/** Distinct citers of documents `from` to `to` (exclusive) within `windowDays`; -1 without a day or with a window open on `lastDay`. */
export function countForwardCitations(
  graph: CitationGraph,
  windowDays: number,
  lastDay: number,
  from: number,
  to: number,
  out: Int32Array,
): void {
  const { n, day, citingStart, citing } = graph;
  let next = from;
  let beyond = from;
  for (let i = from; i < to; i++) {
    const own = day[i]!;
    if (own === unknownDay || own + windowDays > lastDay) {
      out[i] = -1;
      continue;
    }
    while (next < n && day[next]! <= own) next++;
    while (beyond < n && day[beyond]! <= own + windowDays) beyond++;
    const end = citingStart[i + 1]!;
    let count = 0;
    for (let slot = citingStart[i]!; slot < end && citing[slot]! < beyond; slot++) if (citing[slot]! >= next) count++;
    out[i] = count;
  }
}

/** Cohort of every document: year, and fields in compressed rows. Year 0: none (never granted, undated). */
export interface Cohorts {
  readonly year: Uint16Array;
  readonly fieldStart: Int32Array;
  readonly field: Uint8Array;
}

/** Mean citations and documents by `year * fields + field`. */
export interface CohortMeans {
  readonly fields: number;
  readonly mean: Float64Array;
  readonly documents: Int32Array;
}

/** Means over documents with a known count; one of `k` fields has weight `1/k` in each. */
export function cohortMeans(counts: Int32Array, cohorts: Cohorts): CohortMeans {
  const fields = 1 + cohorts.field.reduce((most, field) => Math.max(most, field), 0);
  const years = 1 + cohorts.year.reduce((most, year) => Math.max(most, year), 0);
  const mean = new Float64Array(years * fields);
  const weight = new Float64Array(years * fields);
  const documents = new Int32Array(years * fields);
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! < 0 || cohorts.year[i] === 0) continue;
    const part = 1 / (cohorts.fieldStart[i + 1]! - cohorts.fieldStart[i]!);
    for (let slot = cohorts.fieldStart[i]!; slot < cohorts.fieldStart[i + 1]!; slot++) {
      const cohort = cohorts.year[i]! * fields + cohorts.field[slot]!;
      mean[cohort]! += part * counts[i]!;
      weight[cohort]! += part;
      documents[cohort]!++;
    }
  }
  for (let cohort = 0; cohort < mean.length; cohort++) mean[cohort]! /= weight[cohort]!;
  return { fields, mean, documents };
}

/**
 * Citations of documents `from` to `to` (exclusive) relative to the mean of year × field (WIPO's 35), 1 = average; over several fields the
 * mean of the means. NaN if the count, year or field is unknown, a cohort has under 20 documents, or its mean is 0.
 */
export function normaliseByCohort(
  counts: Int32Array,
  cohorts: Cohorts,
  means: CohortMeans,
  from: number,
  to: number,
  out: Float64Array,
): void {
  for (let i = from; i < to; i++) {
    const first = cohorts.fieldStart[i]!;
    const last = cohorts.fieldStart[i + 1]!;
    out[i] = Number.NaN;
    if (counts[i]! < 0 || cohorts.year[i] === 0 || first === last) continue;
    let fewest = Number.POSITIVE_INFINITY;
    let sum = 0;
    for (let slot = first; slot < last; slot++) {
      const cohort = cohorts.year[i]! * means.fields + cohorts.field[slot]!;
      fewest = Math.min(fewest, means.documents[cohort]!);
      sum += means.mean[cohort]!;
    }
    if (fewest >= smallestCohort && sum > 0) out[i] = (counts[i]! * (last - first)) / sum;
  }
}
