import { sharedInts, shareInts } from "../shared-arrays.ts";

/** Day of undated documents: before all others. */
export const unknownDay = -(2 ** 31);

/**
 * Citation graph of documents `0..n-1`, numbered by day, so that a time window is a range of numbers. Both directions in compressed rows:
 * `i` cites `cited[citedStart[i] .. citedStart[i+1])` and is cited by `citing[citingStart[i] .. citingStart[i+1])`, ascending. Citations may
 * go against the order of days. Arrays are in shared memory.
 */
export interface CitationGraph {
  readonly n: number;
  /** Days since 1970-01-01, ascending; `unknownDay` first. */
  readonly day: Int32Array;
  readonly citedStart: Int32Array;
  readonly cited: Int32Array;
  readonly citingStart: Int32Array;
  readonly citing: Int32Array;
}

/**
 * Builds the graph from `citingIds[e] -> citedIds[e]` without duplicates and self-citations. O(documents + citations). Throws RangeError if
 * days descend or an id is out of range.
 */
export function buildCitationGraph(n: number, day: Int32Array, citingIds: Int32Array, citedIds: Int32Array): CitationGraph {
  requireAscending(n, day);
  requireIds(n, citingIds);
  requireIds(n, citedIds);
  const forward = strictlyOrdered(citingIds, citedIds) ? ordered(n, citingIds, citedIds) : distinct(n, citingIds, citedIds);
  const backward = transpose(n, forward);
  return {
    n,
    day: shared(day),
    citedStart: forward.start,
    cited: forward.links,
    citingStart: backward.start,
    citing: backward.links,
  };
}

interface Rows {
  readonly start: Int32Array;
  readonly links: Int32Array;
}

const shared = (values: Int32Array): Int32Array => (values.buffer instanceof SharedArrayBuffer ? values : shareInts(values));

/** Whether pairs are sorted, distinct and without self-citations. */
function strictlyOrdered(citing: Int32Array, cited: Int32Array): boolean {
  let lastCiting = -1;
  let lastCited = -1;
  for (let e = 0; e < citing.length; e++) {
    const from = citing[e]!;
    const to = cited[e]!;
    if (from === to || from < lastCiting || (from === lastCiting && to <= lastCited)) return false;
    lastCiting = from;
    lastCited = to;
  }
  return true;
}

const ordered = (n: number, citing: Int32Array, cited: Int32Array): Rows => ({ start: startsOf(n, citing), links: shared(cited) });

/** Counting sort twice orders every row; duplicates become neighbours. */
function distinct(n: number, citing: Int32Array, cited: Int32Array): Rows {
  const twice = transpose(n, transpose(n, scatter(n, citing, cited)));
  const start = sharedInts(n + 1);
  let kept = 0;
  for (let i = 0; i < n; i++) {
    const first = kept;
    for (let slot = twice.start[i]!; slot < twice.start[i + 1]!; slot++) {
      const to = twice.links[slot]!;
      if (to === i || (kept > first && twice.links[kept - 1] === to)) continue;
      twice.links[kept] = to;
      kept += 1;
    }
    start[i + 1] = kept;
  }
  const links = sharedInts(kept);
  links.set(twice.links.subarray(0, kept));
  return { start, links };
}

function scatter(n: number, keys: Int32Array, values: Int32Array): Rows {
  const start = startsOf(n, keys);
  const next = start.slice();
  const links = sharedInts(values.length);
  for (let e = 0; e < keys.length; e++) {
    const key = keys[e]!;
    const slot = next[key]!;
    links[slot] = values[e]!;
    next[key] = slot + 1;
  }
  return { start, links };
}

function transpose(n: number, rows: Rows): Rows {
  const start = startsOf(n, rows.links);
  const next = start.slice();
  const links = sharedInts(rows.links.length);
  for (let i = 0; i < n; i++) {
    for (let slot = rows.start[i]!; slot < rows.start[i + 1]!; slot++) {
      const key = rows.links[slot]!;
      const at = next[key]!;
      links[at] = i;
      next[key] = at + 1;
    }
  }
  return { start, links };
}

function startsOf(n: number, keys: Int32Array): Int32Array {
  const start = sharedInts(n + 1);
  for (let e = 0; e < keys.length; e++) start[keys[e]! + 1]! += 1;
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  return start;
}

function requireAscending(n: number, day: Int32Array): void {
  if (day.length !== n) throw new RangeError(`${day.length} days for ${n} documents`);
  for (let i = 1; i < n; i++) if (day[i]! < day[i - 1]!) throw new RangeError(`The day of document ${i} is before that of ${i - 1}`);
}

function requireIds(n: number, ids: Int32Array): void {
  for (let e = 0; e < ids.length; e++) if (ids[e]! < 0 || ids[e]! >= n) throw new RangeError(`${ids[e]} is not one of the ${n} documents`);
}

/** Citations among `members` (ascending ids): document `i` of the subgraph is `members[i]`. O(documents + their links). */
export function citationSubgraph(graph: CitationGraph, members: Int32Array): CitationGraph {
  const local = new Int32Array(graph.n).fill(-1);
  for (let i = 0; i < members.length; i++) local[members[i]!] = i;
  const [citedStart, cited] = among(graph.citedStart, graph.cited, members, local);
  const [citingStart, citing] = among(graph.citingStart, graph.citing, members, local);
  return { n: members.length, day: members.map((id) => graph.day[id]!), citedStart, cited, citingStart, citing };
}

function among(start: Int32Array, links: Int32Array, members: Int32Array, local: Int32Array): readonly [Int32Array, Int32Array] {
  const ownStart = new Int32Array(members.length + 1);
  const own = new Int32Array(members.reduce((sum, id) => sum + start[id + 1]! - start[id]!, 0));
  let count = 0;
  for (let i = 0; i < members.length; i++) {
    for (let slot = start[members[i]!]!; slot < start[members[i]! + 1]!; slot++) {
      const other = local[links[slot]!]!;
      if (other >= 0) own[count++] = other;
    }
    ownStart[i + 1] = count;
  }
  return [ownStart, own.slice(0, count)];
}
