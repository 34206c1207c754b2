import { type CitationGraph, unknownDay } from "./citation-graph.ts";

/** A cohort of fewer documents gives no mean to compare with. */
export const smallestCohort = 20;

/**
 * Forward citations of the documents `from` to `to` (excluded) in a window: distinct documents that cite one and are dated after it,
 * at most `windowDays` days later (1,825 for five years). -1 where the document's day is unknown or its window still open on
 * `lastDay`, the last day of the data: a count that may grow is unknown, not low.
 */
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

/** The cohort of every document: its year, and its fields in compressed rows (each once). Year 0: in no cohort (never granted, undated). */
export interface Cohorts {
  readonly year: Uint16Array;
  readonly fieldStart: Int32Array;
  readonly field: Uint8Array;
}

/** Mean citations and number of documents by year and field, at `year * fields + field`. */
export interface CohortMeans {
  readonly fields: number;
  readonly mean: Float64Array;
  readonly documents: Int32Array;
}

/** Means over the documents with a known count; a document with `k` fields enters each mean with weight `1/k`. */
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
 * Citations of the documents `from` to `to` (excluded) over those of their kind: count / mean of year × field (WIPO's 35 by use), 1 =
 * as cited as its cohort; over several fields the mean of their means. NaN where the count is unknown, where a document has no year or
 * field, where one of its cohorts has under 20 documents, and where nobody of the cohort was cited.
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
