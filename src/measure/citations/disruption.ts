import { type CitationGraph, unknownDay } from "./citation-graph.ts";

/** Later citers in the window: `ni` cite only the focal document, `nj` also its references, `nk` only these; -1 without a focal day. */
export interface DisruptionCounts {
  readonly ni: Int32Array;
  readonly nj: Int32Array;
  readonly nk: Int32Array;
}

/** Batch size of lookups, so that memory waits overlap. */
const together = 256;
const mostStamps = 0xfffc;
/** Longer lists are searched by bisection for the start of the window. */
const shortList = 64;

/**
 * Disruption counts for documents `from` to `to` (exclusive). `windowDays`: maximum age of citations (1,825 for five years), `null` for all.
 *
 * Documents are ordered by day, so the window only moves forward: each cited document keeps a cursor into its citing list, and visits are
 * stamped in a ring as wide as the widest window. One step per citation within the window.
 */
export function countDisruption(graph: CitationGraph, windowDays: number | null, from: number, to: number, out: DisruptionCounts): void {
  const { n, day, citedStart, cited, citingStart, citing } = graph;
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, widestWindow(graph, windowDays, from, to))));
  const mask = size - 1;
  const stamp = new Uint16Array(size);
  const cursor = citingStart.slice(0, n);
  const listFrom = new Int32Array(widestBatch(citedStart, from, to));
  const listTo = new Int32Array(listFrom.length);
  let low = from;
  let high = from;
  let cites = 1;
  for (let batch = from; batch < to; batch += together) {
    const last = Math.min(to, batch + together);
    const base = citedStart[batch]!;
    gather(graph, cursor, base, citedStart[last]!, listFrom, listTo);
    for (let focal = batch; focal < last; focal++) {
      const today = day[focal]!;
      if (today === unknownDay) {
        out.ni[focal] = out.nj[focal] = out.nk[focal] = -1;
        continue;
      }
      while (low < n && day[low]! <= today) low += 1;
      if (windowDays === null) high = n;
      else while (high < n && day[high]! <= today + windowDays) high += 1;
      cites += 2;
      if (cites > mostStamps) {
        stamp.fill(0);
        cites = 1;
      }
      const counted = cites + 1;
      let all = 0;
      const end = citingStart[focal + 1]!;
      let slot = citingStart[focal]!;
      while (slot < end && citing[slot]! < low) slot += 1;
      for (; slot < end; slot++) {
        const later = citing[slot]!;
        if (later >= high) break;
        stamp[later & mask] = cites;
        all += 1;
      }
      let both = 0;
      let only = 0;
      for (let edge = citedStart[focal]! - base; edge < citedStart[focal + 1]! - base; edge++) {
        const stop = listTo[edge]!;
        let at = firstFrom(citing, listFrom[edge]!, stop, low);
        cursor[cited[base + edge]!] = at;
        for (; at < stop; at++) {
          const later = citing[at]!;
          if (later >= high) break;
          const seen = stamp[later & mask]!;
          if (seen < cites) {
            only += 1;
            stamp[later & mask] = counted;
          } else if (seen === cites) {
            both += 1;
            stamp[later & mask] = counted;
          }
        }
      }
      out.ni[focal] = all - both;
      out.nj[focal] = both;
      out.nk[focal] = only;
    }
  }
}

/** CD index `(ni - nj) / (ni + nj + nk)` (Funk and Owen-Smith 2017); NaN without later citations or day. `withoutK`: no `nk`. */
export function disruption(ni: number, nj: number, nk: number, withoutK = false): number {
  const all = ni + nj + (withoutK ? 0 : nk);
  return ni < 0 || all === 0 ? Number.NaN : (ni - nj) / all;
}

/** mCD: the CD index times `ni + nj`. */
export const magnitudeDisruption = (ni: number, nj: number, nk: number): number => disruption(ni, nj, nk) * (ni + nj);

/** Prefetches the list bounds and first entries of a batch. */
function gather(
  { cited, citing, citingStart }: CitationGraph,
  cursor: Int32Array,
  base: number,
  end: number,
  listFrom: Int32Array,
  listTo: Int32Array,
): number {
  for (let edge = base; edge < end; edge++) {
    const document = cited[edge]!;
    listFrom[edge - base] = cursor[document]!;
    listTo[edge - base] = citingStart[document + 1]!;
  }
  let fetched = 0;
  for (let edge = 0; edge < end - base; edge++) fetched ^= citing[listFrom[edge]!]!;
  return fetched;
}

/** First position from `at` with a document `low` or later. */
function firstFrom(citing: Int32Array, at: number, stop: number, low: number): number {
  let first = at;
  let last = stop;
  while (last - first > shortList) {
    const middle = (first + last) >>> 1;
    if (citing[middle]! < low) first = middle + 1;
    else last = middle;
  }
  while (first < stop && citing[first]! < low) first += 1;
  return first;
}

function widestBatch(citedStart: Int32Array, from: number, to: number): number {
  let widest = 0;
  for (let batch = from; batch < to; batch += together) {
    widest = Math.max(widest, citedStart[Math.min(to, batch + together)]! - citedStart[batch]!);
  }
  return widest;
}

function widestWindow({ n, day }: CitationGraph, windowDays: number | null, from: number, to: number): number {
  if (windowDays === null) return n - from;
  let high = from;
  let widest = 1;
  for (let focal = from; focal < to; focal++) {
    if (day[focal] === unknownDay) continue;
    while (high < n && day[high]! <= day[focal]! + windowDays) high += 1;
    widest = Math.max(widest, high - focal);
  }
  return widest;
}

export interface CitingCounts {
  /** N_F: cite the focal document and none of its references. */
  readonly focalOnly: number;
  /** N_B: cite the focal document and at least one of its references. */
  readonly both: number;
  /** N_R: cite at least one of its references, not the focal document. */
  readonly referencesOnly: number;
  /** Those of `both` citing at least five of its references; absent if not counted. */
  readonly bothFive?: number;
  /** `focalOnly` and `both` without its most cited references (top 3%). */
  readonly trimmed?: { readonly focalOnly: number; readonly both: number };
}

/** Disruption indices, -1 (consolidating) to 1 (disruptive) except `weighted`; `null` without counts. */
export interface DisruptionVariants {
  /** `(N_F - N_B) / (N_F + N_B + N_R)` (Funk and Owen-Smith 2017; Wu, Wang and Evans 2019). */
  readonly disruption: number | null;
  /** mCD: disruption times `N_F + N_B`; unbounded. */
  readonly weighted: number | null;
  /** DI_5: only citing documents sharing five references count as consolidating (Bornmann et al. 2020). */
  readonly five: number | null;
  /** DI without N_R: `(N_F - N_B) / (N_F + N_B)` (Bornmann et al. 2020). */
  readonly withoutReferences: number | null;
  /** DI_3%: without the most cited references (Deng and Zeng 2023). */
  readonly trimmed: number | null;
}

export const disruptionVariants = ({ focalOnly, both, referencesOnly, bothFive, trimmed }: CitingCounts): DisruptionVariants => ({
  disruption: known(disruption(focalOnly, both, referencesOnly)),
  weighted: known(magnitudeDisruption(focalOnly, both, referencesOnly)),
  five: bothFive === undefined ? null : known(disruption(focalOnly, bothFive, referencesOnly)),
  withoutReferences: known(disruption(focalOnly, both, referencesOnly, true)),
  trimmed: trimmed === undefined ? null : known(disruption(trimmed.focalOnly, trimmed.both, referencesOnly)),
});

export interface ReferencesKnown {
  /** 1 if its own record is loaded. */
  readonly loaded: number;
  /** References stated in its record, with repetitions; `null` unknown. */
  readonly references: number | null;
  /** Distinct documents among its loaded references. */
  readonly cites: number;
  /** Reference records in one load, with repetitions. */
  readonly referenceRows: number;
}

/**
 * Whether disruption can be computed: `whole`; `unread`: own record not loaded; `none`: no reference loaded; `truncated`: fewer than stated.
 */
export function referencesState({ loaded, references, cites, referenceRows }: ReferencesKnown): "whole" | "unread" | "none" | "truncated" {
  if (loaded === 0) return "unread";
  const found = Math.max(cites, referenceRows);
  if (references === null) return found === 0 ? "none" : "whole";
  return found < references ? "truncated" : "whole";
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
