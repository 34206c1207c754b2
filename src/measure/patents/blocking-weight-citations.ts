import { type CitationGraph, unknownDay } from "../citations/citation-graph.ts";

/** Holders in compressed rows: of document `i` `holder[start[i] .. start[i+1])`, ascending; empty: unknown. */
export interface HolderLists {
  readonly start: Int32Array;
  readonly holder: Int32Array;
}

/** Result columns by document; they sum to the forward citations of the window. */
export interface CitationsByHolder {
  /** By other holders; -1 unknown. */
  readonly others: Int32Array;
  /** By the same holder; -1 unknown. */
  readonly own: Int32Array;
  /** By unknown holders; -1 unknown. */
  readonly unclear: Int32Array;
}

/**
 * Forward citations within `windowDays` (`Infinity` for all) of documents `from` to `to` (exclusive), by relation of holders. Unknown
 * without a day or holder, or if the window is open on `lastDay`.
 */
export function countCitationsByHolder(
  graph: CitationGraph,
  holders: HolderLists,
  window: { readonly windowDays: number; readonly lastDay: number },
  from: number,
  to: number,
  out: CitationsByHolder,
): void {
  const { day, citingStart, citing } = graph;
  const { windowDays, lastDay } = window;
  for (let i = from; i < to; i++) {
    const own = day[i]!;
    const open = windowDays !== Number.POSITIVE_INFINITY && own + windowDays > lastDay;
    const counts = [0, 0, 0];
    if (own === unknownDay || open || holders.start[i] === holders.start[i + 1]) counts.fill(-1);
    else {
      for (let slot = citingStart[i]!; slot < citingStart[i + 1]!; slot++) {
        const citer = citing[slot]!;
        if (day[citer]! > own && day[citer]! <= own + windowDays) counts[relation(holders, citer, i)]!++;
      }
    }
    [out.others[i], out.own[i], out.unclear[i]] = counts as [number, number, number];
  }
}

function relation({ start, holder }: HolderLists, a: number, b: number): 0 | 1 | 2 {
  let i = start[a]!;
  let j = start[b]!;
  const endA = start[a + 1]!;
  const endB = start[b + 1]!;
  if (i === endA || j === endB) return 2;
  while (i < endA && j < endB) {
    if (holder[i] === holder[j]) return 1;
    if (holder[i]! < holder[j]!) i++;
    else j++;
  }
  return 0;
}
