import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DispersionColumns, generality, originality, packClasses } from "../../../src/measure/citations/class-dispersion.ts";
import { runs } from "../../leverage/worlds.ts";
import { expectClose } from "../close.ts";
import { edgesOf, graphOf, graphs } from "./citation-graphs.ts";

const columns = (n: number): DispersionColumns => ({
  value: new Float64Array(n).fill(7),
  raw: new Float64Array(n).fill(7),
  classified: new Int32Array(n).fill(7),
});

const packed = (lists: readonly (readonly number[])[]) =>
  packClasses(Int32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length)]), Uint16Array.from(lists.flat()));

/** The definition, document by document: the distribution over classes, then one less its squares. */
function byDefinition(linked: readonly number[], lists: readonly (readonly number[])[]) {
  const told = linked.filter((document) => lists[document]!.length > 0);
  const shares = new Map<number, number>();
  for (const document of told) {
    for (const one of lists[document]!) shares.set(one, (shares.get(one) ?? 0) + 1 / (told.length * lists[document]!.length));
  }
  const raw = told.length === 0 ? Number.NaN : 1 - [...shares.values()].reduce((sum, share) => sum + share ** 2, 0);
  return { raw, value: told.length < 2 ? Number.NaN : (raw * told.length) / (told.length - 1), classified: told.length };
}

const classLists = (n: number) =>
  fc.array(fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 4, 5, 640, 32_767), { maxLength: 5 }), { minLength: n, maxLength: n });

describe("originality and generality", () => {
  it("are what the definition gives on random graphs, whatever the slices", () => {
    fc.assert(
      fc.property(
        graphs("any", 12).chain((drawn) => fc.tuple(fc.constant(drawn), classLists(drawn.n), fc.nat({ max: drawn.n }))),
        ([{ n, graph }, lists, cut]) => {
          for (const [measure, key] of [
            [originality, 0],
            [generality, 1],
          ] as const) {
            const out = columns(n);
            measure(graph, packed(lists), cut, n, out);
            measure(graph, packed(lists), 0, cut, out);
            for (let i = 0; i < n; i++) {
              const linked = edgesOf(graph)
                .filter((edge) => edge[key] === i)
                .map((edge) => edge[1 - key]!);
              const expected = byDefinition(linked, lists);
              expect(out.classified[i]).toBe(expected.classified);
              expectClose(out.raw[i], expected.raw);
              expectClose(out.value[i], expected.value);
            }
          }
        },
      ),
      runs(300),
    );
  });

  it("give the figures of a case worked by hand", () => {
    const graph = graphOf(6, [
      [5, 0],
      [5, 1],
      [5, 2],
      [5, 3],
      [5, 4],
    ]);
    const out = columns(6);
    originality(graph, packed([[1], [1], [2], [3], [], [9]]), 0, 6, out);
    expect(out.raw[5]).toBeCloseTo(0.625, 12);
    expect(out.value[5]).toBeCloseTo(0.625 * (4 / 3), 12);
    expect(out.classified[5]).toBe(4);
  });

  it("split a document of two classes equally", () => {
    const out = columns(3);
    originality(
      graphOf(3, [
        [2, 0],
        [2, 1],
      ]),
      packed([[1, 2], [1], []]),
      0,
      3,
      out,
    );
    expect(out.raw[2]).toBeCloseTo(1 - 0.75 ** 2 - 0.25 ** 2, 12);
  });

  it("go above 1 where few documents have several classes each: the correction takes them for one", () => {
    const out = columns(3);
    originality(
      graphOf(3, [
        [2, 0],
        [2, 1],
      ]),
      packed([[1], [2, 3], []]),
      0,
      3,
      out,
    );
    expect(out.raw[2]).toBeCloseTo(0.625, 12);
    expect(out.value[2]).toBeCloseTo(1.25, 12);
  });

  it("are unknown below two documents with a class, and without any", () => {
    const out = columns(4);
    originality(
      graphOf(4, [
        [2, 0],
        [3, 0],
        [3, 1],
      ]),
      packed([[1, 2, 3, 4], [], [], []]),
      0,
      4,
      out,
    );
    expect(Array.from(out.value)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect(Array.from(out.raw)).toEqual([Number.NaN, Number.NaN, 0.75, 0.75]);
    expect(Array.from(out.classified)).toEqual([0, 0, 1, 1]);
  });

  it("reach 1 where no two cited documents share a class, 0 where all have the same one", () => {
    const cites = Array.from({ length: 50 }, (_, i) => [50, i] as const);
    const [apart, alike] = [columns(51), columns(51)];
    originality(graphOf(51, cites), packed([...cites.map(([, i]) => [i]), []]), 0, 51, apart);
    originality(graphOf(51, cites), packed([...cites.map(() => [3]), []]), 0, 51, alike);
    expect(apart.value[50]).toBeCloseTo(1, 12);
    expect(alike.value[50]).toBe(0);
  });

  it("refuse class numbers that do not fit", () => {
    expect(() => packed([[32_768]])).toThrow(/32768/);
  });
});
