import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCitationGraph, unknownDay } from "../../../src/measure/citations/citation-graph.ts";

const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 120 });

const rowsOf = (start: Int32Array, links: Int32Array): number[][] =>
  Array.from({ length: start.length - 1 }, (_, i) => [...links.subarray(start[i]!, start[i + 1]!)]);

describe("the citation graph", () => {
  it("holds every pair once in both directions, ascending, whatever the order they come in", () => {
    fc.assert(
      fc.property(pairs, (edges) => {
        const graph = buildCitationGraph(
          20,
          new Int32Array(20),
          Int32Array.from(edges, ([a]) => a),
          Int32Array.from(edges, ([, b]) => b),
        );
        const kept = edges.filter(([a, b]) => a !== b);
        const expected = (of: 0 | 1) =>
          Array.from({ length: 20 }, (_, i) =>
            [...new Set(kept.filter((edge) => edge[of] === i).map((edge) => edge[1 - of] as number))].sort((a, b) => a - b),
          );
        expect(rowsOf(graph.citedStart, graph.cited)).toEqual(expected(0));
        expect(rowsOf(graph.citingStart, graph.citing)).toEqual(expected(1));
      }),
    );
  });

  it("takes sorted pairs as they are", () => {
    const graph = buildCitationGraph(3, Int32Array.of(unknownDay, 1, 2), Int32Array.of(1, 2, 2), Int32Array.of(0, 0, 1));
    expect(rowsOf(graph.cited.length === 3 ? graph.citedStart : new Int32Array(1), graph.cited)).toEqual([[], [0], [0, 1]]);
    expect(rowsOf(graph.citingStart, graph.citing)).toEqual([[1, 2], [2], []]);
  });

  it("refuses days out of order and documents out of range", () => {
    const none = new Int32Array(0);
    expect(() => buildCitationGraph(2, Int32Array.of(2, 1), none, none)).toThrow(RangeError);
    expect(() => buildCitationGraph(2, new Int32Array(2), Int32Array.of(2), Int32Array.of(0))).toThrow(RangeError);
  });
});
