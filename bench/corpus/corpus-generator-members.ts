import type { Random } from "../../src/measure/random.ts";
import type { CorpusDocuments } from "./corpus-generator-documents.ts";

/** Documents by main class, in order of day, with running sums of their attraction: drawing a target is one search by halving. */
export interface ClassMembers {
  /** Members of class `c`: `member[start[c] .. start[c+1])`, ascending. */
  readonly start: Int32Array;
  readonly member: Int32Array;
  /** Sum of attraction from the first member of the class to this one. */
  readonly sum: Float64Array;
}

/** Sorts by counting. */
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

/** First slot from `low` to `high` (excluded) whose value is at least `wanted`; `high` where none is. */
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

/** Slot among `low` to `high` (excluded, not empty), by attraction and the likelier the later (density of distance^(-1/3)). */
export function drawByAttraction({ sum, start }: ClassMembers, random: Random, c: number, low: number, high: number): number {
  const before = low === start[c] ? 0 : sum[low - 1]!;
  const all = sum[high - 1]! - before;
  const back = random.uniform();
  return Math.min(high - 1, lowerBound(sum, before + all * (1 - back * Math.sqrt(back)), low, high));
}
