import type { CitationGraph } from "./citation-graph.ts";

export interface PageRank {
  readonly rank: Float64Array;
  readonly sweeps: number;
  readonly settled: boolean;
}

const damping = 0.85;
/** Largest total change of a sweep relative to the total rank. */
const tolerance = 1e-12;

/**
 * PageRank of cited documents (Brin and Page 1998); rank of documents without references is spread over all. Then the ranks solve `x_v = 1 +
 * d Σ_{u cites v} x_u / references(u)`, scaled to sum 1 (Del Corso, Gullì and Romani 2005); Gauss-Seidel sweeps from latest to earliest are
 * exact where citations point back in time. Error at most `d / (1 - d)` times the last change. O(documents + citations) per sweep.
 */
export function pageRank(graph: CitationGraph, mostSweeps = 1000): PageRank {
  const { n, citedStart, citingStart, citing } = graph;
  const rank = new Float64Array(n).fill(1);
  const passed = rank.map((one, i) => onward(citedStart, i, one));
  let sweeps = 0;
  let settled = n === 0;
  while (!settled && sweeps < mostSweeps) {
    sweeps++;
    let change = 0;
    let sum = 0;
    for (let i = n - 1; i >= 0; i--) {
      let received = 0;
      for (let slot = citingStart[i]!; slot < citingStart[i + 1]!; slot++) received += passed[citing[slot]!]!;
      const next = 1 + damping * received;
      change += Math.abs(next - rank[i]!);
      sum += next;
      rank[i] = next;
      passed[i] = onward(citedStart, i, next);
    }
    settled = change <= tolerance * sum;
  }
  const total = rank.reduce((sum, one) => sum + one, 0);
  return { rank: rank.map((one) => one / total), sweeps, settled };
}

function onward(citedStart: Int32Array, i: number, rank: number): number {
  const references = citedStart[i + 1]! - citedStart[i]!;
  return references === 0 ? 0 : rank / references;
}
