import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCitationGraph, type CitationGraph, unknownDay } from "../../../src/measure/citations/citation-graph.ts";
import { countDisruption, disruption, magnitudeDisruption } from "../../../src/measure/citations/disruption.ts";
import { isLong } from "../../tiers.ts";

function countsOf(graph: CitationGraph, windowDays: number | null, cuts: readonly number[] = []) {
  const column = () => new Int32Array(graph.n);
  const counts = () => ({ ni: column(), nj: column(), nk: column() });
  const out = { within: counts(), ever: counts() };
  const bounds = [0, ...cuts, graph.n].sort((a, b) => a - b);
  for (let at = 1; at < bounds.length; at++) countDisruption(graph, windowDays ?? 0, bounds[at - 1]!, bounds[at]!, out);
  const { ni, nj, nk } = windowDays === null ? out.ever : out.within;
  return Array.from({ length: graph.n }, (_, i) => [ni[i]!, nj[i]!, nk[i]!]);
}

/** The definition, document by document. */
function oracle(day: readonly number[], edges: readonly (readonly [number, number])[], windowDays: number | null) {
  return day.map((today, focal) => {
    if (today === unknownDay) return [-1, -1, -1];
    const references = edges.filter(([a, b]) => a === focal && b !== focal).map(([, b]) => b);
    const counts = [0, 0, 0];
    day.forEach((later, other) => {
      if (later <= today || (windowDays !== null && later > today + windowDays)) return;
      const its = edges.filter(([a, b]) => a === other && b !== other).map(([, b]) => b);
      const citesFocal = its.includes(focal);
      const citesReference = its.some((one) => references.includes(one));
      if (citesFocal && !citesReference) counts[0]! += 1;
      else if (citesFocal) counts[1]! += 1;
      else if (citesReference) counts[2]! += 1;
    });
    return counts;
  });
}

const corpus = fc.integer({ min: 2, max: 40 }).chain((n) =>
  fc.record({
    day: fc
      .array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -50, max: 3000 }) }, fc.constant(unknownDay)), {
        minLength: n,
        maxLength: n,
      })
      .map((days) => days.sort((a, b) => a - b)),
    edges: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 6 * n }),
    window: fc.option(fc.integer({ min: 1, max: 2500 })),
    cuts: fc.array(fc.nat(n), { maxLength: 3 }),
  }),
);

describe("disruption", () => {
  it("gives the values of the test graph of the cdindex package", () => {
    const days = ["1992", "1992", "1993", "1993", "1995", "1997", "1998", "1999", "1999", "1998", "1997"].map(
      (year) => Date.parse(`${year}-01-01`) / 864e5,
    );
    const order = days.map((_, i) => i).sort((a, b) => days[a]! - days[b]! || a - b);
    const place = new Map(order.map((node, at) => [node, at]));
    const text = "4>2 4>0 4>1 4>3 5>2 6>2 6>4 7>4 8>4 9>4 9>1 9>3 10>4";
    const edges = text.split(" ").map((edge) => edge.split(">").map((node) => place.get(Number(node))!) as [number, number]);
    const graph = buildCitationGraph(
      11,
      Int32Array.from(order, (node) => days[node]!),
      Int32Array.from(edges, ([a]) => a),
      Int32Array.from(edges, ([, b]) => b),
    );
    const counts = countsOf(graph, 1825);
    const of = (node: number): [number, number, number] => counts[place.get(node)!] as [number, number, number];
    expect(disruption(...of(4))).toBeCloseTo(1 / 6, 12);
    expect(magnitudeDisruption(...of(4))).toBeCloseTo(5 / 6, 12);
    for (const node of [0, 1, 3]) expect(disruption(...of(node))).toBe(1);
    expect([disruption(...of(2)), magnitudeDisruption(...of(2))]).toEqual([1, 2]);
    for (const node of [5, 6, 9, 10]) expect(disruption(...of(node))).toBe(0);
    for (const node of [7, 8]) expect(disruption(...of(node))).toBeNaN();
  });

  it("counts as the definition does, in any window and in any slices", () => {
    fc.assert(
      fc.property(corpus, ({ day, edges, window, cuts }) => {
        const graph = buildCitationGraph(
          day.length,
          Int32Array.from(day),
          Int32Array.from(edges, ([a]) => a),
          Int32Array.from(edges, ([, b]) => b),
        );
        expect(countsOf(graph, window, cuts)).toEqual(oracle(day, edges, window));
      }),
      { numRuns: 400 },
    );
  });

  it.runIf(isLong)("keeps its stamps apart over many documents and long lists", () => {
    const n = 40_000;
    const day = Int32Array.from({ length: n }, (_, i) => i);
    const edges: [number, number][] = [];
    for (let i = 1; i < n; i++) edges.push([i, 0], [i, i - 1]);
    const graph = buildCitationGraph(
      n,
      day,
      Int32Array.from(edges, ([a]) => a),
      Int32Array.from(edges, ([, b]) => b),
    );
    const counts = countsOf(graph, 100);
    for (const focal of [1, 2, 200, 20_000, 32_766, 32_767, 39_000]) expect(counts[focal]).toEqual([0, 1, 99]);
    expect(counts[0]).toEqual([100, 0, 0]);
  });

  it("leaves out nk where asked, and knows no value without a citation", () => {
    expect(disruption(53, 85, 40, true)).toBeCloseTo(-0.231884, 6);
    expect(disruption(0, 0, 3)).toBe(0);
    expect(disruption(0, 0, 3, true)).toBeNaN();
    expect(disruption(-1, -1, -1)).toBeNaN();
  });
});
