import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { CitationGraph } from "../../../src/measure/citations/citation-graph.ts";

/** `[citing, cited]`. */
export type Edge = readonly [citing: number, cited: number];

/** A citation graph of edges as they are given, without the project's own builder. */
export function graphOf(n: number, edges: readonly Edge[], day: readonly number[] = Array.from({ length: n }, (_, i) => i)): CitationGraph {
  const kept = [...new Map(edges.filter(([citing, cited]) => citing !== cited).map((edge) => [edge.join(), edge])).values()];
  const rows = (key: 0 | 1): readonly [Int32Array, Int32Array] => {
    const lists = Array.from({ length: n }, (_, i) =>
      kept
        .filter((edge) => edge[key] === i)
        .map((edge) => edge[1 - key]!)
        .sort((a, b) => a - b),
    );
    const start = Int32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).reduce((sum, list) => sum + list.length, 0))]);
    return [start, Int32Array.from(lists.flat())];
  };
  const [citedStart, cited] = rows(0);
  const [citingStart, citing] = rows(1);
  return { n, day: Int32Array.from(day), citedStart, cited, citingStart, citing };
}

/** The edges of a graph again. */
export function edgesOf({ n, citedStart, cited }: CitationGraph): readonly Edge[] {
  return Array.from({ length: n }, (_, i) => Array.from(cited.subarray(citedStart[i]!, citedStart[i + 1]!), (to): Edge => [i, to])).flat();
}

export interface DrawnGraph {
  readonly n: number;
  readonly edges: readonly Edge[];
  readonly day: readonly number[];
  readonly graph: CitationGraph;
}

/** Small graphs: dates ascend with repeats; edges point anywhere, or back in time only. */
export function graphs(kind: "any" | "acyclic", most = 9): fc.Arbitrary<DrawnGraph> {
  return fc.integer({ min: 1, max: most }).chain((n) => {
    const node = fc.integer({ min: 0, max: n - 1 });
    return fc
      .tuple(
        fc.array(fc.tuple(node, node), { maxLength: 3 * n }),
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: n, maxLength: n }),
      )
      .map(([pairs, steps]) => {
        const edges = pairs.filter(([a, b]) => a !== b).map(([a, b]): Edge => (kind === "any" || a > b ? [a, b] : [b, a]));
        const day = steps.map((_, i) => 4000 + steps.slice(0, i).reduce((sum, step) => sum + (step % 3 === 0 ? 0 : step), 0));
        return { n, edges, day, graph: graphOf(n, edges, day) };
      });
  });
}

/** A graph too large for {@link graphOf}, from edges in any order. */
export function largeGraph(n: number, edges: readonly Edge[], day: Int32Array = new Int32Array(n)): CitationGraph {
  const lists = (from: 0 | 1): readonly [Int32Array, Int32Array] => {
    const sorted = edges.filter(([a, b]) => a !== b).sort((a, b) => a[from] - b[from] || a[1 - from]! - b[1 - from]!);
    const unique = sorted.filter((edge, at) => at === 0 || edge[0] !== sorted[at - 1]![0] || edge[1] !== sorted[at - 1]![1]);
    const start = new Int32Array(n + 1);
    for (const edge of unique) start[edge[from] + 1]!++;
    for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
    return [start, Int32Array.from(unique, (edge) => edge[1 - from]!)];
  };
  const [citedStart, cited] = lists(0);
  const [citingStart, citing] = lists(1);
  return { n, day, citedStart, cited, citingStart, citing };
}

/** Arcs `cited citing` of a Pajek file, whatever its section is called. */
export function readPajek(path: string): CitationGraph {
  let n = 0;
  let section = "";
  const edges: Edge[] = [];
  for (const line of readFileSync(path, "latin1").split(/\r?\n/)) {
    if (line.startsWith("*")) {
      if (n > 0 && /^\*(partition|vector)/i.test(line)) break;
      section = line.slice(1, 5).toLowerCase();
      n = Math.max(n, section === "vert" ? Number(line.split(/\s+/)[1]) : 0);
    } else if (section === "arcs" || section === "edge") {
      const [cited, citing] = line.trim().split(/\s+/).map(Number);
      if (citing !== undefined) edges.push([citing - 1, cited! - 1]);
    }
  }
  return largeGraph(n, edges);
}

/** Lines `citing cited` of a SNAP file; ids are numbered in ascending order. */
export function readSnap(path: string): CitationGraph {
  const pairs = readFileSync(path, "latin1")
    .split(/\r?\n/)
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(/\s+/).map(Number) as [number, number]);
  const ids = [...new Set(pairs.flat())].sort((a, b) => a - b);
  const place = new Map(ids.map((id, i) => [id, i]));
  const edges = pairs.map(([citing, cited]): Edge => [place.get(citing)!, place.get(cited)!]);
  return largeGraph(ids.length, edges);
}
