import { expect, it } from "vitest";
import { citationCycles } from "../../../src/measure/citations/acyclic-order.ts";
import { graphOf } from "./citation-graphs.ts";

it("documents that cite one another in a circle are one group; what hangs on a circle is in none", () => {
  const edges = [
    [0, 1],
    [1, 2],
    [2, 0],
    [3, 2],
    [4, 5],
    [5, 4],
    [5, 3],
    [6, 6],
  ] as const;
  const { group, groups } = citationCycles(graphOf(7, edges));
  expect(groups).toEqual([
    [0, 1, 2],
    [4, 5],
  ]);
  expect(Array.from(group)).toEqual([0, 0, 0, -1, 1, 1, -1]);
});

it("circles that share a document are one group, and a graph without a citation has none", () => {
  expect(
    citationCycles(
      graphOf(5, [
        [0, 1],
        [1, 0],
        [1, 2],
        [2, 1],
        [3, 4],
      ]),
    ).groups,
  ).toEqual([[0, 1, 2]]);
  expect(citationCycles(graphOf(3, [])).groups).toEqual([]);
});
