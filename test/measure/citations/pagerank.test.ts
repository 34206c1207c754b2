import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageRank } from "../../../src/measure/citations/pagerank.ts";
import { runs } from "../../leverage/worlds.ts";
import { realData } from "../../sources/support.ts";
import { edgesOf, graphOf, graphs, readPajek, readSnap } from "./citation-graphs.ts";

/** The random reader, step by step on the full matrix: follows a reference or jumps; from a document without references always jumps. */
function byWalking(n: number, edges: readonly (readonly [number, number])[], damping: number): readonly number[] {
  const references = Array.from({ length: n }, (_, i) => edges.filter(([citing]) => citing === i).map(([, cited]) => cited));
  let rank = Array.from({ length: n }, () => 1 / n);
  for (let step = 0; step < 400; step++) {
    const next = Array.from({ length: n }, () => (1 - damping) / n);
    references.forEach((list, i) => {
      const targets = list.length > 0 ? list : next.map((_, at) => at);
      for (const target of targets) next[target]! += (damping * rank[i]!) / targets.length;
    });
    rank = next;
  }
  return rank;
}

describe("PageRank", () => {
  it("is where a random reader is found, circles or not", () => {
    fc.assert(
      fc.property(graphs("any", 10), ({ n, graph }) => {
        const { rank, settled } = pageRank(graph);
        const expected = byWalking(n, edgesOf(graph), 0.85);
        expect(settled).toBe(true);
        rank.forEach((one, i) => void expect(Math.abs(one - expected[i]!)).toBeLessThan(1e-10));
      }),
      runs(150),
    );
  });

  it("solves a graph that only cites back in one sweep and one to see it", () => {
    fc.assert(
      fc.property(graphs("acyclic", 12), ({ graph }) => {
        expect(pageRank(graph).sweeps).toBeLessThanOrEqual(2);
      }),
      runs(100),
    );
  });

  it("has nothing to rank in an empty graph and says when it did not settle", () => {
    expect(pageRank(graphOf(0, []))).toEqual({ rank: new Float64Array(0), sweeps: 0, settled: true });
    expect(
      pageRank(
        graphOf(2, [
          [0, 1],
          [1, 0],
        ]),
        1,
      ).settled,
    ).toBe(false);
  });

  for (const name of ["cit-HepPh.txt", "cit-HepTh_relabelled.txt", "Kohonen.net"]) {
    const file = realData(`networks/${name}`);
    it.skipIf(file.absent)(`on ${name} sums to 1 and is a fixed point (${file.path})`, () => {
      const graph = name.endsWith(".net") ? readPajek(file.path) : readSnap(file.path);
      const { rank, settled } = pageRank(graph);
      expect(settled).toBe(true);
      const next = new Float64Array(graph.n);
      let jumping = 0.15;
      for (let i = 0; i < graph.n; i++) {
        const list = graph.cited.subarray(graph.citedStart[i]!, graph.citedStart[i + 1]!);
        if (list.length === 0) jumping += 0.85 * rank[i]!;
        for (const cited of list) next[cited]! += (0.85 * rank[i]!) / list.length;
      }
      const change = rank.reduce((sum, one, i) => sum + Math.abs(one - next[i]! - jumping / graph.n), 0);
      expect(change).toBeLessThan(2e-12);
      expect(Math.abs(rank.reduce((sum, one) => sum + one, 0) - 1)).toBeLessThan(1e-12);
    });
  }
});
