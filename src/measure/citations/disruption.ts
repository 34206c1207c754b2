import type { CitationGraph } from "./citation-graph.ts";
import { unknownDay } from "./citation-graph.ts";

/**
 * Of the documents dated after a focal document and within its window: `ni` cite it and none of what it cites, `nj` cite it and
 * something it cites, `nk` cite only what it cites. -1 where the focal document's day is unknown.
 */
export interface DisruptionCounts {
  readonly ni: Int32Array;
  readonly nj: Int32Array;
  readonly nk: Int32Array;
}

/** Documents whose lists are looked up together, so that the waits for memory overlap. */
const together = 256;
const mostStamps = 0xfffc;
/** A list longer than this is searched by halving for the first document of the window. */
const shortList = 64;

/**
 * Counts for the disruption of documents `from` to `to` (excluded). `windowDays`: citing documents at most so many days after the focal one
 * (1,825 for five years), `null` for all later ones.
 *
 * Documents are in order of their day, so a window is a range of numbers that only moves forward: each cited document keeps a cursor into
 * the list of those that cite it, and a visit is stamped in a ring as wide as the widest window. Cost: one step for every citation of a
 * cited document within the window.
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

/**
 * The CD index `(ni - nj) / (ni + nj + nk)` (Funk and Owen-Smith 2017), -1..1; NaN where nothing later cites the document or what it
 * cites, or the day is unknown. With `withoutK` the denominator is `ni + nj`.
 */
export function disruption(ni: number, nj: number, nk: number, withoutK = false): number {
  const all = ni + nj + (withoutK ? 0 : nk);
  return ni < 0 || all === 0 ? Number.NaN : (ni - nj) / all;
}

/** mCD, the CD index times the citing documents `ni + nj` (Funk and Owen-Smith 2017). */
export function magnitudeDisruption(ni: number, nj: number, nk: number): number {
  return disruption(ni, nj, nk) * (ni + nj);
}

/** Fetches where the lists of a batch begin and end, and their first entries into the cache. */
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

/** The first place from `at` on whose document is `low` or later. */
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
