import type { CitationGraph } from "./citation-graph.ts";

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
