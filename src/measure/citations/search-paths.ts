import { type AcyclicOrder, acyclicOrder, isDropped } from "./acyclic-order.ts";
import type { CitationGraph } from "./citation-graph.ts";

/** `spc`: paths from sources to sinks. `splc`: paths to sinks from any document, so that origins weigh less. */
export type SearchPathKind = "spc" | "splc";

/**
 * Natural logarithms of path counts along the direction cited -> citing; the counts themselves overflow a double within some thousand
 * documents. The count of a document is `before + after`, that of a citation see {@link logPathCount}.
 */
export interface SearchPaths extends AcyclicOrder {
  /** ln of the paths that lead to each document: from sources (`spc`) or from any document, itself included (`splc`). */
  readonly before: Float64Array;
  /** ln of the paths that lead from each document to sinks. */
  readonly after: Float64Array;
  /** ln of all paths from sources to sinks; -Infinity without a citation. */
  readonly total: number;
}

/**
 * Search path counts (Hummon and Doreian 1989; in linear time Batagelj 2003). A source cites nothing in the graph, a sink is cited by
 * nothing; a document that is both lies on no path. Circles are broken as {@link acyclicOrder} says. O(documents + citations).
 */
export function searchPaths(graph: CitationGraph, kind: SearchPathKind = "spc"): SearchPaths {
  const acyclic = acyclicOrder(graph);
  const { order, group } = acyclic;
  const before = pathsInto(graph.citedStart, graph.cited, order, kind === "splc", (i, cited) => isDropped(group, cited, i));
  const dropsCiting = (i: number, citing: number): boolean => isDropped(group, i, citing);
  const after = pathsInto(graph.citingStart, graph.citing, order.toReversed(), false, dropsCiting);
  return { ...acyclic, before, after, total: sumOfSources(graph, group, after) };
}

/** ln of the search paths through the citation of `cited` by `citing`; -Infinity if it was left out to break a circle. */
export function logPathCount(paths: SearchPaths, cited: number, citing: number): number {
  return isDropped(paths.group, cited, citing) ? Number.NEGATIVE_INFINITY : paths.before[cited]! + paths.after[citing]!;
}

/** `ln Σ exp` over the links of each document, met in such an order that they are known; 0 where there is none. */
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
