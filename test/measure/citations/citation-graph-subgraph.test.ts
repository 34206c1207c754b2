import fc from "fast-check";
import { expect, it } from "vitest";
import { citationSubgraph } from "../../../src/measure/citations/citation-graph.ts";
import { runs } from "../../leverage/worlds.ts";
import { graphOf, graphs } from "./citation-graphs.ts";

it("a subgraph has the citations among its members and no others", () => {
  fc.assert(
    fc.property(graphs("any", 12), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), ({ n, edges, day, graph }, picked) => {
      const members = Array.from({ length: n }, (_, i) => i).filter((i) => picked[i]);
      const place = new Map(members.map((id, i) => [id, i]));
      const among = edges.filter(([a, b]) => place.has(a) && place.has(b)).map(([a, b]) => [place.get(a)!, place.get(b)!] as const);
      const expected = graphOf(
        members.length,
        among,
        members.map((id) => day[id]!),
      );
      expect(citationSubgraph(graph, Int32Array.from(members))).toEqual(expected);
    }),
    runs(300),
  );
});
