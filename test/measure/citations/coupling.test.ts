import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cocitedDocuments, coupledDocuments } from "../../../src/measure/citations/coupling.ts";
import { runs } from "../../leverage/worlds.ts";
import { edgesOf, graphOf, graphs } from "./citation-graphs.ts";

describe("coupling and co-citation", () => {
  it("are the sizes of the intersections, for pairs and for the strongest", () => {
    fc.assert(
      fc.property(graphs("any", 12), fc.integer({ min: 1, max: 15 }), ({ n, graph }, most) => {
        const linked = (key: 0 | 1, i: number) =>
          new Set(
            edgesOf(graph)
              .filter((edge) => edge[key] === i)
              .map((edge) => edge[1 - key]!),
          );
        for (const [key, list] of [
          [0, coupledDocuments],
          [1, cocitedDocuments],
        ] as const) {
          for (let i = 0; i < n; i++) {
            const own = linked(key, i);
            const all = Array.from({ length: n }, (_, document) => {
              const shared = [...linked(key, document)].filter((one) => own.has(one)).length;
              return { document, shared, strength: shared / Math.sqrt(own.size * linked(key, document).size) };
            });
            const expected = all
              .filter(({ document, shared }) => document !== i && shared > 0)
              .sort((a, b) => b.shared - a.shared || b.strength - a.strength || a.document - b.document)
              .slice(0, most);
            expect(list(graph, i, most)).toEqual(expected);
          }
        }
      }),
      runs(150),
    );
  });

  it("name what is cited together with a document", () => {
    const graph = graphOf(6, [
      [3, 0],
      [3, 1],
      [4, 0],
      [4, 1],
      [5, 0],
      [5, 2],
    ]);
    expect(cocitedDocuments(graph, 0, 1)).toEqual([{ document: 1, shared: 2, strength: 2 / Math.sqrt(6) }]);
    expect(coupledDocuments(graph, 3, 5).map(({ document }) => document)).toEqual([4, 5]);
    expect(cocitedDocuments(graph, 3, 5)).toEqual([]);
  });
});
