import { type CitationGraph, unknownDay } from "./citation-graph.ts";

/** Later citers in the window: `ni` cite only the focal document, `nj` also its references, `nk` only these; -1 without a focal day. */
export interface DisruptionCounts {
  readonly ni: Int32Array;
  readonly nj: Int32Array;
  readonly nk: Int32Array;
}

/** Batch size of lookups, so that memory waits overlap. */
const together = 256;
/** Longer lists are searched by bisection for the start of the window. */
const shortList = 64;

/** Counts of later citers within the window, and of all of them. */
export interface DisruptionColumns {
  readonly within: DisruptionCounts;
  readonly ever: DisruptionCounts;
}

/**
 * Disruption counts for documents `from` to `to` (exclusive), within `windowDays` (1,825 for five years) and without a window, in one pass.
 *
 * Documents are ordered by day, so the start of the window only moves forward: each cited document keeps a cursor into its citing list. Lists ascend, so that
 * what lies within the window comes first. One step per later citation; those that were met are kept in a table as small as their number allows.
 */
export function countDisruption(
  graph: CitationGraph,
  windowDays: number,
  from: number,
  to: number,
  { within, ever }: DisruptionColumns,
): void {
  const { n, day, citedStart, cited, citingStart, citing } = graph;
  const cursor = citingStart.slice(0, n);
  const listFrom = new Int32Array(widestBatch(citedStart, from, to));
  const listTo = new Int32Array(listFrom.length);
  let [key, mark] = [new Int32Array(0), new Int32Array(0)];
  let low = from;
  let high = from;
  let cites = 0;
  for (let batch = from; batch < to; batch += together) {
    const last = Math.min(to, batch + together);
    const base = citedStart[batch]!;
    gather(graph, cursor, base, citedStart[last]!, listFrom, listTo);
    for (let focal = batch; focal < last; focal++) {
      const today = day[focal]!;
      if (today === unknownDay) {
        for (const { ni, nj, nk } of [within, ever]) ni[focal] = nj[focal] = nk[focal] = -1;
        continue;
      }
      while (low < n && day[low]! <= today) low += 1;
      while (high < n && day[high]! <= today + windowDays) high += 1;
      const end = citingStart[focal + 1]!;
      const first = firstFrom(citing, citingStart[focal]!, end, low);
      const [firstEdge, lastEdge] = [citedStart[focal]! - base, citedStart[focal + 1]! - base];
      let visits = end - first;
      for (let edge = firstEdge; edge < lastEdge; edge++) {
        const at = firstFrom(citing, listFrom[edge]!, listTo[edge]!, low);
        listFrom[edge] = at;
        cursor[cited[base + edge]!] = at;
        visits += listTo[edge]! - at;
      }
      const bits = 33 - Math.clz32(Math.max(31, Math.min(visits, n - low)));
      const [mask, shift] = [2 ** bits - 1, 32 - bits];
      if (mask >= key.length) [key, mark] = [new Int32Array(mask + 1), new Int32Array(mask + 1)];
      cites += 2;
      let soon = 0;
      for (let slot = first; slot < end; slot++) {
        const later = citing[slot]!;
        let place = Math.imul(later, scatterer) >>> shift;
        while (mark[place]! >= cites) place = (place + 1) & mask;
        key[place] = later;
        mark[place] = cites;
        if (later < high) soon += 1;
      }
      let [both, only, bothSoon, onlySoon] = [0, 0, 0, 0];
      for (let edge = firstEdge; edge < lastEdge; edge++) {
        const stop = listTo[edge]!;
        for (let at = listFrom[edge]!; at < stop; at++) {
          const later = citing[at]!;
          let place = Math.imul(later, scatterer) >>> shift;
          while (mark[place]! >= cites && key[place] !== later) place = (place + 1) & mask;
          const seen = mark[place]!;
          if (seen > cites) continue;
          mark[place] = cites + 1;
          if (seen === cites) {
            both += 1;
            if (later < high) bothSoon += 1;
            continue;
          }
          key[place] = later;
          only += 1;
          if (later < high) onlySoon += 1;
        }
      }
      within.ni[focal] = soon - bothSoon;
      within.nj[focal] = bothSoon;
      within.nk[focal] = onlySoon;
      ever.ni[focal] = end - first - both;
      ever.nj[focal] = both;
      ever.nk[focal] = only;
    }
  }
}

/** Spreads numbers over a table (Knuth's multiplicative hash). */
const scatterer = 0x9e3779b1 | 0;

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
