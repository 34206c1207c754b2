import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownDay } from "../../../src/measure/citations/citation-graph.ts";
import {
  type Cohorts,
  cohortMeans,
  countForwardCitations,
  normaliseByCohort,
  smallestCohort,
} from "../../../src/measure/citations/forward-citations.ts";
import { runs } from "../../leverage/worlds.ts";
import { expectClose } from "../close.ts";
import { edgesOf, graphOf, graphs } from "./citation-graphs.ts";

const cohortsOf = (years: readonly number[], fields: readonly (readonly number[])[]): Cohorts => ({
  year: Uint16Array.from(years),
  fieldStart: Int32Array.from([0, ...fields.map((_, i) => fields.slice(0, i + 1).flat().length)]),
  field: Uint8Array.from(fields.flat()),
});

describe("forward citations", () => {
  it("count the citing documents of the window, in any slices", () => {
    fc.assert(
      fc.property(graphs("any", 12), fc.integer({ min: 0, max: 3000 }), fc.nat({ max: 12 }), (drawn, window, cut) => {
        const { n, graph, day } = drawn;
        const lastDay = 7000;
        const out = new Int32Array(n);
        const middle = Math.min(cut, n);
        countForwardCitations(graph, window, lastDay, middle, n, out);
        countForwardCitations(graph, window, lastDay, 0, middle, out);
        const expected = day.map((own, i) => {
          if (own + window > lastDay) return -1;
          return edgesOf(graph).filter(([citing, cited]) => cited === i && day[citing]! > own && day[citing]! <= own + window).length;
        });
        expect(Array.from(out)).toEqual(expected);
      }),
      runs(500),
    );
  });

  it("take the day the window ends on, not the next, nor the document's own", () => {
    const graph = graphOf(
      4,
      [
        [1, 0],
        [2, 0],
        [3, 0],
      ],
      [0, 0, 1825, 1826],
    );
    const out = new Int32Array(4);
    countForwardCitations(graph, 1825, 1826, 0, 4, out);
    expect(Array.from(out)).toEqual([1, 0, -1, -1]);
  });

  it("are unknown without a day", () => {
    const out = new Int32Array(2);
    countForwardCitations(graphOf(2, [[1, 0]], [unknownDay, 10]), 5, 100, 0, 2, out);
    expect(Array.from(out)).toEqual([-1, 0]);
  });
});

describe("normalised forward citations", () => {
  const drawn = fc.array(
    fc.tuple(fc.integer({ min: -1, max: 6 }), fc.constantFrom(0, 2001, 2002), fc.uniqueArray(fc.constantFrom(1, 2), { maxLength: 2 })),
    { minLength: 30, maxLength: 150 },
  );

  it("compare with the mean of year and field", () => {
    fc.assert(
      fc.property(drawn, (documents) => {
        const counts = Int32Array.from(documents, ([count]) => count);
        const cohorts = cohortsOf(
          documents.map(([, year]) => year),
          documents.map(([, , fields]) => fields),
        );
        const out = new Float64Array(documents.length);
        normaliseByCohort(counts, cohorts, cohortMeans(counts, cohorts), 0, documents.length, out);
        documents.forEach(([count, year, fields], i) => {
          const means = fields.map((field) => {
            const cohort = documents.filter((other) => other[0] >= 0 && other[1] === year && other[2].includes(field));
            const weight = cohort.reduce((sum, other) => sum + 1 / other[2].length, 0);
            const mean = cohort.reduce((sum, other) => sum + other[0] / other[2].length, 0) / weight;
            return cohort.length < 20 ? Number.NaN : mean;
          });
          const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
          const known = count >= 0 && year > 0 && mean > 0;
          expectClose(out[i], known ? count / mean : Number.NaN);
        });
      }),
      runs(200),
    );
  });

  it("average 1 over a cohort of one field, and are unknown in one of 19", () => {
    const of = (size: number) => {
      const counts = Int32Array.from({ length: size }, (_, i) => i);
      const cohorts = cohortsOf(Array(size).fill(1999), Array(size).fill([7]));
      const out = new Float64Array(size);
      normaliseByCohort(counts, cohorts, cohortMeans(counts, cohorts), 0, size, out);
      return out.reduce((sum, one) => sum + one, 0) / size;
    };
    expect(of(smallestCohort)).toBeCloseTo(1, 12);
    expect(of(smallestCohort - 1)).toBeNaN();
  });
});
