import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acyclicOrder } from "../../../src/measure/citations/acyclic-order.ts";
import { runs } from "../../leverage/worlds.ts";
import { edgesOf, graphOf, graphs, largeGraph } from "./citation-graphs.ts";

/** Which documents each can reach along citations, by repeated squaring of the relation. */
function reachable(n: number, edges: readonly (readonly [number, number])[]): readonly (readonly boolean[])[] {
  const reach = Array.from({ length: n }, (_, a) =>
    Array.from({ length: n }, (_, b) => edges.some((edge) => edge[0] === a && edge[1] === b)),
  );
  for (let k = 0; k < n; k++) for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) reach[a]![b] ||= reach[a]![k]! && reach[k]![b]!;
  return reach;
}

describe("order of knowledge flow", () => {
  it("puts cited before citing, and drops only what goes back in time inside a circle", () => {
    fc.assert(
      fc.property(graphs("any"), ({ n, graph }) => {
        const { order, cycles, dropped } = acyclicOrder(graph);
        const reach = reachable(n, edgesOf(graph));
        const inCircle = (a: number, b: number) => a === b || (reach[a]![b]! && reach[b]![a]!);
        const expected = edgesOf(graph).filter(([citing, cited]) => citing < cited && inCircle(citing, cited));
        expect(dropped.map(({ citing, cited }) => `${citing} ${cited}`).sort()).toEqual(expected.map((edge) => edge.join(" ")).sort());
        expect(cycles.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i).filter((i) => reach[i]![i]));
        for (const group of cycles) for (const a of group) for (const b of group) expect(inCircle(a, b)).toBe(true);
        expect(Array.from(order).sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        const place = new Map(Array.from(order, (document, at) => [document, at]));
        for (const edge of edgesOf(graph)) {
          if (!expected.some((other) => other.join() === edge.join())) expect(place.get(edge[1])).toBeLessThan(place.get(edge[0])!);
        }
      }),
      runs(500),
    );
  });

  it("reports a circle and leaves citations that go back in time elsewhere alone", () => {
    const { cycles, dropped, order } = acyclicOrder(
      graphOf(5, [
        [0, 1],
        [1, 0],
        [2, 3],
        [4, 1],
      ]),
    );
    expect(cycles).toEqual([[0, 1]]);
    expect(dropped).toEqual([{ citing: 0, cited: 1 }]);
    expect(order.indexOf(3)).toBeLessThan(order.indexOf(2));
  });

  it("needs no recursion: a circle of 200,000", () => {
    const n = 200_000;
    const { cycles, dropped } = acyclicOrder(
      largeGraph(
        n,
        Array.from({ length: n }, (_, i) => [i, (i + 1) % n] as const),
      ),
    );
    expect(cycles.map((group) => group.length)).toEqual([n]);
    expect(dropped).toHaveLength(n - 1);
  });
});
