import { type CitationGraph, unknownDay } from "../citations/citation-graph.ts";

/** Holders of documents in compressed rows: those of `i` are `holder[start[i] .. start[i+1])`, ascending, each once; none: unknown. */
export interface HolderLists {
  readonly start: Int32Array;
  readonly holder: Int32Array;
}

/** Columns that a slice of documents is written to; the three sum to the forward citations of the window. */
export interface CitationsByHolder {
  /** By documents that share no holder with the cited one; -1 where unknown. */
  readonly others: Int32Array;
  /** By documents of a holder of the cited one; -1 where unknown. */
  readonly own: Int32Array;
  /** By documents without a known holder: either of both; -1 where unknown. */
  readonly unclear: Int32Array;
}

/**
 * Forward citations in a window (focal day < citing day <= focal day + `windowDays`, `Infinity` for none) of the documents `from` to
 * `to` (excluded), by whose they are. Unknown where the document has no known day or holder, or its window is open on `lastDay`.
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

/** 0 no holder in common, 1 one in common, 2 unknown. */
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
