import { type AcyclicOrder, acyclicOrder, type Citation, isDropped } from "./acyclic-order.ts";
import type { CitationGraph } from "./citation-graph.ts";

/** The backbone of a citation network; ties branch. */
export interface MainPath {
  readonly documents: readonly number[];
  readonly citations: readonly Citation[];
}

/** Logarithms closer than this tie: above rounding errors, below differences of counts under 1e9. */
const tie = 1e-9;

/** Global main path (Liu and Lu 2012): greatest sum of path counts, all ties, through `seed` if given. O(documents + citations). */
export function globalPath(graph: CitationGraph, paths: SearchPaths, seed?: number): MainPath {
  const ahead = greatestSums(
    paths.order.toReversed(),
    (cited) => citingOf(graph, cited),
    (cited, citing) => logPathCount(paths, cited, citing),
  );
  const forward = (starts: readonly number[]): MainPath =>
    walk(starts, (cited) => {
      const sum = (citing: number): number => joined(logPathCount(paths, cited, citing), ahead[citing]!);
      return heaviest(citingOf(graph, cited), sum, cited, true);
    });
  if (seed === undefined) return forward(greatest(ahead));
  const behind = greatestSums(
    paths.order,
    (citing) => citedOf(graph, citing),
    (citing, cited) => logPathCount(paths, cited, citing),
  );
  const back = walk([seed], (citing) => {
    const sum = (cited: number): number => joined(logPathCount(paths, cited, citing), behind[cited]!);
    return heaviest(citedOf(graph, citing), sum, citing, false);
  });
  return union(back, forward([seed]));
}

const citingOf = (graph: CitationGraph, i: number): Int32Array => graph.citing.subarray(graph.citingStart[i]!, graph.citingStart[i + 1]!);

const citedOf = (graph: CitationGraph, i: number): Int32Array => graph.cited.subarray(graph.citedStart[i]!, graph.citedStart[i + 1]!);

/** ln of the greatest sum from each document to an end, in `order`. */
function greatestSums(order: Int32Array, linksOf: (i: number) => Int32Array, count: (i: number, link: number) => number): Float64Array {
  const sums = new Float64Array(order.length).fill(Number.NEGATIVE_INFINITY);
  for (const i of order) {
    let most = Number.NEGATIVE_INFINITY;
    for (const link of linksOf(i)) most = Math.max(most, joined(count(i, link), sums[link]!));
    sums[i] = most;
  }
  return sums;
}

const joined = (count: number, rest: number): number => (count === Number.NEGATIVE_INFINITY ? count : logSum(count, rest));

/** Documents with the greatest sum. */
function greatest(sums: Float64Array): readonly number[] {
  const most = sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const found: number[] = [];
  if (most > Number.NEGATIVE_INFINITY) sums.forEach((sum, i) => void (sum >= most - tie && found.push(i)));
  return found;
}

function heaviest(links: Int32Array, weigh: (link: number) => number, from: number, forward: boolean): readonly Citation[] {
  const weights = Array.from(links, weigh);
  const most = weights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (most === Number.NEGATIVE_INFINITY) return [];
  return Array.from(links)
    .filter((_, at) => weights[at]! >= most - tie)
    .map((link) => (forward ? { cited: from, citing: link } : { cited: link, citing: from }));
}

function walk(starts: readonly number[], step: (i: number) => readonly Citation[]): MainPath {
  const reached = new Set(starts);
  const citations: Citation[] = [];
  for (const i of reached) {
    for (const citation of step(i)) {
      citations.push(citation);
      reached.add(citation.cited === i ? citation.citing : citation.cited);
    }
  }
  return { documents: [...reached].sort((a, b) => a - b), citations };
}

const union = (a: MainPath, b: MainPath): MainPath => ({
  documents: [...new Set([...a.documents, ...b.documents])].sort((one, other) => one - other),
  citations: [...a.citations, ...b.citations],
});

/** Logarithms of path counts (they overflow a double). A document's: `before + after`; a citation's: {@link logPathCount}. */
export interface SearchPaths extends AcyclicOrder {
  /** ln of paths to each document: from sources. */
  readonly before: Float64Array;
  /** ln of paths from each document to sinks. */
  readonly after: Float64Array;
  /** ln of all source-to-sink paths; -Infinity without citations. */
  readonly total: number;
}

/**
 * Search path counts (Hummon and Doreian 1989; linear algorithm of Batagelj 2003). Isolated documents are on no path. Cycles: see {@link
 * acyclicOrder}. O(documents + citations).
 */
export function searchPaths(graph: CitationGraph): SearchPaths {
  const acyclic = acyclicOrder(graph);
  const { order, group } = acyclic;
  const before = pathsInto(graph.citedStart, graph.cited, order, (i, cited) => isDropped(group, cited, i));
  const dropsCiting = (i: number, citing: number): boolean => isDropped(group, i, citing);
  const after = pathsInto(graph.citingStart, graph.citing, order.toReversed(), dropsCiting);
  return { ...acyclic, before, after, total: sumOfSources(graph, group, after) };
}

/** ln of search paths through a citation; -Infinity if it was left out. */
export const logPathCount = (paths: SearchPaths, cited: number, citing: number): number =>
  isDropped(paths.group, cited, citing) ? Number.NEGATIVE_INFINITY : paths.before[cited]! + paths.after[citing]!;

/** `ln Σ exp` over the links of each document in topological order; 0 without links. */
function pathsInto(start: Int32Array, links: Int32Array, order: Int32Array, drops: (i: number, link: number) => boolean): Float64Array {
  const paths = new Float64Array(order.length);
  for (const i of order) {
    let most = Number.NEGATIVE_INFINITY;
    for (let slot = start[i]!; slot < start[i + 1]!; slot++) {
      if (!drops(i, links[slot]!)) most = Math.max(most, paths[links[slot]!]!);
    }
    if (most === Number.NEGATIVE_INFINITY) continue;
    let sum = 0;
    for (let slot = start[i]!; slot < start[i + 1]!; slot++) {
      if (!drops(i, links[slot]!)) sum += Math.exp(paths[links[slot]!]! - most);
    }
    paths[i] = most + Math.log(sum);
  }
  return paths;
}

function sumOfSources({ n, citedStart, cited, citingStart }: CitationGraph, group: Int32Array | null, after: Float64Array): number {
  let total = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    if (citingStart[i] === citingStart[i + 1]) continue;
    if (cited.subarray(citedStart[i]!, citedStart[i + 1]!).every((one) => isDropped(group, one, i))) total = logSum(total, after[i]!);
  }
  return total;
}

/** `ln (exp a + exp b)` without overflow. */
function logSum(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
}
