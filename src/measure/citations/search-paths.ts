import { type AcyclicOrder, acyclicOrder, isDropped } from "./acyclic-order.ts";
import type { CitationGraph } from "./citation-graph.ts";

/** `spc`: paths from sources to sinks. `splc`: paths to sinks from any document. */
export type SearchPathKind = "spc" | "splc";

/** Logarithms of path counts (they overflow a double). A document's: `before + after`; a citation's: {@link logPathCount}. */
export interface SearchPaths extends AcyclicOrder {
  /** ln of paths to each document: from sources (`spc`) or from any document (`splc`). */
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
export function searchPaths(graph: CitationGraph, kind: SearchPathKind = "spc"): SearchPaths {
  const acyclic = acyclicOrder(graph);
  const { order, group } = acyclic;
  const before = pathsInto(graph.citedStart, graph.cited, order, kind === "splc", (i, cited) => isDropped(group, cited, i));
  const dropsCiting = (i: number, citing: number): boolean => isDropped(group, i, citing);
  const after = pathsInto(graph.citingStart, graph.citing, order.toReversed(), false, dropsCiting);
  return { ...acyclic, before, after, total: sumOfSources(graph, group, after) };
}

/** ln of search paths through a citation; -Infinity if it was left out. */
export const logPathCount = (paths: SearchPaths, cited: number, citing: number): number =>
  isDropped(paths.group, cited, citing) ? Number.NEGATIVE_INFINITY : paths.before[cited]! + paths.after[citing]!;

/** `ln Σ exp` over the links of each document in topological order; 0 without links. */
function pathsInto(
  start: Int32Array,
  links: Int32Array,
  order: Int32Array,
  startsAnywhere: boolean,
  drops: (i: number, link: number) => boolean,
): Float64Array {
  const paths = new Float64Array(order.length);
  for (const i of order) {
    let most = startsAnywhere ? 0 : Number.NEGATIVE_INFINITY;
    for (let slot = start[i]!; slot < start[i + 1]!; slot++) {
      if (!drops(i, links[slot]!)) most = Math.max(most, paths[links[slot]!]!);
    }
    if (most === Number.NEGATIVE_INFINITY) continue;
    let sum = startsAnywhere ? Math.exp(-most) : 0;
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
export function logSum(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
}
