import type { Random } from "../../src/measure/random.ts";
import type { CorpusDocuments } from "./corpus-generator-documents.ts";

/** Documents by main class and day with cumulative attraction: targets are drawn by bisection. */
export interface ClassMembers {
  /** Members of class `c`: `member[start[c] .. start[c+1])`, ascending. */
  readonly start: Int32Array;
  readonly member: Int32Array;
  /** Cumulative attraction within the class. */
  readonly sum: Float64Array;
}

export function groupByClass(documents: CorpusDocuments, classes: number, attraction: Float32Array): ClassMembers {
  const { n, classStart, classes: codes } = documents;
  const start = new Int32Array(classes + 1);
  for (let i = 0; i < n; i++) start[codes[classStart[i]!]! + 1]! += 1;
  for (let c = 0; c < classes; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const member = new Int32Array(n);
  const sum = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const c = codes[classStart[i]!]!;
    const slot = next[c]!;
    member[slot] = i;
    sum[slot] = attraction[i]! + (slot === start[c] ? 0 : sum[slot - 1]!);
    next[c] = slot + 1;
  }
  return { start, member, sum };
}

/** First slot from `low` to `high` (exclusive) with at least `wanted`, else `high`. */
export function lowerBound(values: Int32Array | Float64Array, wanted: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (values[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A slot in `low` to `high` (exclusive) by attraction, favouring later ones (density of distance^(-1/3)). */
export function drawByAttraction({ sum, start }: ClassMembers, random: Random, c: number, low: number, high: number): number {
  const before = low === start[c] ? 0 : sum[low - 1]!;
  const all = sum[high - 1]! - before;
  const back = random.uniform();
  return Math.min(high - 1, lowerBound(sum, before + all * (1 - back * Math.sqrt(back)), low, high));
}
