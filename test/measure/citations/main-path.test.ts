import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CitationGraph } from "../../../src/measure/citations/citation-graph.ts";
import { globalPath, logPathCount, type SearchPaths, searchPaths } from "../../../src/measure/citations/main-path.ts";
import { runs } from "../../leverage/worlds.ts";
import { realData } from "../../sources/support.ts";
import { expectClose } from "../close.ts";
import { type Edge, edgesOf, graphOf, graphs, largeGraph, readPajek, readSnap } from "./citation-graphs.ts";

/** Search path counts in whole numbers, by recursion. */
function wholeCounts(n: number, edges: readonly Edge[]): (citing: number, cited: number) => bigint {
  const count = (from: 0 | 1): readonly bigint[] => {
    const known = new Map<number, bigint>();
    const of = (i: number): bigint => {
      const next = edges.filter((edge) => edge[from] === i).map((edge) => edge[1 - from]!);
      const value = known.get(i) ?? (next.length === 0 ? 1n : next.map(of).reduce((a, b) => a + b, 0n));
      known.set(i, value);
      return value;
    };
    return Array.from({ length: n }, (_, i) => of(i));
  };
  const [before, after] = [count(0), count(1)];
  return (citing, cited) => before[cited]! * after[citing]!;
}

function greatest(counts: readonly bigint[]): bigint {
  let most = 0n;
  for (const one of counts) if (one > most) most = one;
  return most;
}

/** Every path from a source to a sink. */
function allPaths(n: number, edges: readonly Edge[]): readonly (readonly number[])[] {
  const on = (i: number): readonly (readonly number[])[] => {
    const next = edges.filter(([, cited]) => cited === i);
    return next.length === 0 ? [[i]] : next.flatMap(([citing]) => on(citing).map((path) => [i, ...path]));
  };
  return Array.from({ length: n }, (_, i) => i)
    .filter((i) => !edges.some(([citing]) => citing === i))
    .flatMap(on);
}

describe("main paths", () => {
  it("globally are the paths of the greatest sum among all paths, and among those through a seed", () => {
    fc.assert(
      fc.property(graphs("acyclic", 10), fc.nat(), ({ n, graph }, pick) => {
        const edges = edgesOf(graph);
        const count = wholeCounts(n, edges);
        const paths = searchPaths(graph);
        const sum = (path: readonly number[]) => path.slice(1).reduce((total, citing, at) => total + count(citing, path[at]!), 0n);
        const best = (among: readonly (readonly number[])[]) => {
          const most = greatest(among.map(sum));
          const found = among.filter((path) => path.length > 1 && sum(path) === most);
          return {
            documents: [...new Set(found.flat())].sort((a, b) => a - b),
            citations: [...new Set(found.flatMap((path) => path.slice(1).map((citing, at) => `${citing} ${path[at]}`)))].sort(),
          };
        };
        const plain = ({ documents, citations }: ReturnType<typeof globalPath>) => ({
          documents,
          citations: citations.map(({ citing, cited }) => `${citing} ${cited}`).sort(),
        });
        const all = allPaths(n, edges);
        const seed = pick % n;
        expect(plain(globalPath(graph, paths))).toEqual(best(all));
        const through = best(all.filter((path) => path.includes(seed)));
        const alone = through.documents.length === 0 ? { documents: [seed], citations: [] } : through;
        expect(plain(globalPath(graph, paths, seed))).toEqual(alone);
      }),
      runs(300),
    );
  });

  it("stay exact far from the mainstream, where counts differ by hundreds of orders of magnitude", () => {
    const diamonds = Array.from(
      { length: 2000 },
      (_, i) =>
        [
          [3 * i + 1, 3 * i],
          [3 * i + 2, 3 * i],
          [3 * i + 3, 3 * i + 1],
          [3 * i + 3, 3 * i + 2],
        ] as const,
    );
    const side: readonly Edge[] = [
      [6001, 0],
      [6002, 6001],
      [6003, 6001],
      [6004, 6002],
      [6005, 6002],
    ];
    const graph = largeGraph(6006, [...diamonds.flat(), ...side]);
    const paths = searchPaths(graph);
    expect(globalPath(graph, paths, 6001).documents).toEqual([0, 6001, 6002, 6004, 6005]);
    expect(globalPath(graph, paths).documents).toEqual(Array.from({ length: 6001 }, (_, i) => i));
  });

  it("never use a citation that was left out of a circle", () => {
    const graph = graphOf(3, [
      [0, 1],
      [1, 0],
      [2, 1],
    ]);
    const paths = searchPaths(graph);
    expect(globalPath(graph, paths, 0).documents).toEqual([0, 1, 2]);
  });
});

const kohonen = realData("networks/Kohonen.net");

it.skipIf(kohonen.absent)(`the global path of a real network runs from a source to a sink (${kohonen.path})`, () => {
  const graph = readPajek(kohonen.path);
  const { documents, citations } = globalPath(graph, searchPaths(graph));
  expect(documents.length).toBeGreaterThan(5);
  const starts = documents.filter((i) => !citations.some(({ citing }) => citing === i));
  const ends = documents.filter((i) => !citations.some(({ cited }) => cited === i));
  const degree = (start: Int32Array, i: number) => start[i + 1]! - start[i]!;
  expect(starts.map((i) => degree(graph.citedStart, i))).toEqual(starts.map(() => 0));
  expect(ends.map((i) => degree(graph.citingStart, i))).toEqual(ends.map(() => 0));
});

/** Every path from each document to a sink, written out. */
function pathsToSinks(edges: readonly Edge[], from: number): readonly (readonly number[])[] {
  const next = edges.filter(([, cited]) => cited === from).map(([citing]) => citing);
  return next.length === 0 ? [[from]] : next.flatMap((citing) => pathsToSinks(edges, citing).map((path) => [from, ...path]));
}

function listed(n: number, edges: readonly Edge[], starts: (i: number) => boolean): readonly (readonly number[])[] {
  return Array.from({ length: n }, (_, i) => i)
    .filter(starts)
    .flatMap((i) => pathsToSinks(edges, i));
}

const uses = (paths: readonly (readonly number[])[], [citing, cited]: Edge): number =>
  paths.filter((path) => path.some((document, at) => document === cited && path[at + 1] === citing)).length;

describe("search path counts", () => {
  it("are the numbers of paths written out one by one", () => {
    fc.assert(
      fc.property(graphs("acyclic"), ({ n, graph }) => {
        const edges = edgesOf(graph);
        const isSource = (i: number) => !edges.some(([citing]) => citing === i);
        const fromSources = listed(n, edges, isSource);
        const spc = searchPaths(graph);
        for (const edge of edges) expectClose(Math.exp(logPathCount(spc, edge[1], edge[0])), uses(fromSources, edge), 1e-9);
        expectClose(Math.exp(spc.total), fromSources.filter((path) => path.length > 1).length, 1e-9);
        expect(spc.cycles).toEqual([]);
      }),
      runs(300),
    );
  });

  it("do not overflow: 3,000 diamonds have 2^3000 paths", () => {
    const diamonds = Array.from(
      { length: 3000 },
      (_, i) =>
        [
          [3 * i + 1, 3 * i],
          [3 * i + 2, 3 * i],
          [3 * i + 3, 3 * i + 1],
          [3 * i + 3, 3 * i + 2],
        ] as const,
    );
    const paths = searchPaths(largeGraph(9001, diamonds.flat()));
    expectClose(paths.total, 3000 * Math.LN2);
    expectClose(logPathCount(paths, 4500, 4501), 2999 * Math.LN2);
  });

  it("count nothing through a citation that was left out of a circle", () => {
    const paths = searchPaths(
      graphOf(3, [
        [0, 1],
        [1, 0],
        [2, 1],
      ]),
    );
    expect(logPathCount(paths, 1, 0)).toBe(Number.NEGATIVE_INFINITY);
    expect([logPathCount(paths, 0, 1), logPathCount(paths, 1, 2), paths.total]).toEqual([0, 0, 0]);
  });

  it("have no total without a citation", () => {
    expect(searchPaths(graphOf(3, [])).total).toBe(Number.NEGATIVE_INFINITY);
    expect(searchPaths(graphOf(0, [])).total).toBe(Number.NEGATIVE_INFINITY);
  });
});

const expected = realData("networks/mainpath_expected.json");

it.skipIf(expected.absent)(`search path counts of the stored graph come out (${expected.path})`, () => {
  const stored = JSON.parse(readFileSync(expected.path, "utf8"));
  const edges: readonly Edge[] = stored.edges.map(([cited, citing]: [number, number]) => [citing, cited] as const);
  const graph = graphOf(12, edges);
  const paths = searchPaths(graph);
  const counts = edges.map(([citing, cited]) => Math.exp(logPathCount(paths, cited, citing)));
  expect(counts.map((count) => Number(count.toFixed(9)))).toEqual(stored.spc_edge);
  const documents = Array.from(paths.before, (before, i) => Number(Math.exp(before + paths.after[i]!).toFixed(9)));
  expect(documents.slice(1)).toEqual(stored.spc_vertex);
  expectClose(Math.exp(paths.total), stored.spc_total_flow);
});

/** What flows into a document flows out of it; sources together send what sinks receive. */
function greatestLeak(graph: CitationGraph, paths: SearchPaths): number {
  const into = new Float64Array(graph.n);
  const outOf = new Float64Array(graph.n);
  for (const [citing, cited] of edgesOf(graph)) {
    const part = Math.exp(logPathCount(paths, cited, citing) - paths.total);
    into[citing]! += part;
    outOf[cited]! += part;
  }
  const sent = outOf.reduce((sum, part, i) => sum + (into[i] === 0 ? part : 0), 0);
  const received = into.reduce((sum, part, i) => sum + (outOf[i] === 0 ? part : 0), 0);
  const leaks = into.map((part, i) => (part > 0 && outOf[i]! > 0 ? Math.abs(part - outOf[i]!) : 0));
  return Math.max(Math.abs(sent - 1), Math.abs(received - 1), ...leaks);
}

describe("on real networks", () => {
  for (const name of ["SmallWorld", "SciMet", "SmaGri", "Kohonen"]) {
    const file = realData(`networks/${name}.net`);
    it.skipIf(file.absent)(`flow is conserved in ${name} (${file.path})`, () => {
      const graph = readPajek(file.path);
      expect(graph.cited.length).toBeGreaterThan(900);
      expect(greatestLeak(graph, searchPaths(graph))).toBeLessThan(1e-9);
    });
  }

  const physics = realData("networks/cit-HepPh.txt");
  it.skipIf(physics.absent)(`flow is conserved among 200,000 citations with circles (${physics.path})`, () => {
    const graph = readSnap(physics.path);
    const paths = searchPaths(graph);
    expect(paths.cycles.length).toBeGreaterThan(0);
    expect(paths.total).toBeGreaterThan(20);
    expect(greatestLeak(graph, paths)).toBeLessThan(1e-9);
  });
});
