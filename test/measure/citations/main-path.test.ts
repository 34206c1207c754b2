import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { globalPath } from "../../../src/measure/citations/main-path.ts";
import { searchPaths } from "../../../src/measure/citations/search-paths.ts";
import { runs } from "../../leverage/worlds.ts";
import { realData } from "../../sources/support.ts";
import { type Edge, edgesOf, graphOf, graphs, largeGraph, readPajek } from "./citation-graphs.ts";

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
