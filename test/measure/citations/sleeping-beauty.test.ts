import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unknownDay } from "../../../src/measure/citations/citation-graph.ts";
import { sleepingBeauties, sleepingBeauty } from "../../../src/measure/citations/sleeping-beauty.ts";
import { runs } from "../../leverage/worlds.ts";
import { expectClose } from "../close.ts";
import { edgesOf, graphOf, graphs } from "./citation-graphs.ts";

/** The paper's formulas, with the distance to the line in full. */
function byFormula(c: readonly number[]) {
  const cm = Math.max(...c);
  const tm = c.indexOf(cm);
  if (tm === 0) return { coefficient: 0, distances: [0] };
  const line = (t: number) => ((cm - c[0]!) / tm) * t + c[0]!;
  const distance = (t: number) => Math.abs((cm - c[0]!) * t - tm * c[t]! + tm * c[0]!) / Math.sqrt((cm - c[0]!) ** 2 + tm ** 2);
  const until = c.slice(0, tm + 1);
  return {
    coefficient: until.reduce((sum, one, t) => sum + (line(t) - one) / Math.max(1, one), 0),
    distances: until.map((_, t) => distance(t)),
  };
}

const series = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 });

describe("sleeping beauty", () => {
  it("is what the formulas of the paper give", () => {
    fc.assert(
      fc.property(
        series.filter((list) => list.some((one) => one > 0)),
        (yearly) => {
          const { coefficient, distances } = byFormula(yearly);
          const found = sleepingBeauty(yearly)!;
          expectClose(found.coefficient, coefficient, 1e-9);
          expectClose(distances[found.awakening], Math.max(...distances), 1e-9);
          expect(distances.findIndex((one) => one > Math.max(...distances) - 1e-9)).toBe(found.awakening);
        },
      ),
      runs(500),
    );
  });

  it("grows with a long sleep: ten silent years, then twenty citations", () => {
    expect(sleepingBeauty([...Array(10).fill(0), 20])).toEqual({ coefficient: 90, awakening: 9 });
    expect(sleepingBeauty([0, 2, 4, 6])).toEqual({ coefficient: 0, awakening: 0 });
    expect(sleepingBeauty([5, 3, 1])).toEqual({ coefficient: 0, awakening: 0 });
  });

  it("is unknown without a citation", () => {
    expect(sleepingBeauty([0, 0, 0])).toBeNull();
    expect(sleepingBeauty([])).toBeNull();
  });
});

describe("sleeping beauties of a graph", () => {
  it("count whole years of age up to the last day", () => {
    fc.assert(
      fc.property(graphs("any", 12), fc.integer({ min: 4000, max: 12_000 }), ({ n, day, graph }, lastDay) => {
        const out = { coefficient: new Float64Array(n), awakening: new Int16Array(n) };
        sleepingBeauties(graph, lastDay, 0, n, out);
        for (let i = 0; i < n; i++) {
          const years = Math.max(0, Math.floor((lastDay + 1 - day[i]!) / 365.25));
          const yearly = Array.from({ length: years }, (_, age) => {
            const ages = edgesOf(graph)
              .filter(([, cited]) => cited === i)
              .map(([citing]) => (day[citing]! - day[i]!) / 365.25);
            return ages.filter((one) => one >= age && one < age + 1).length;
          });
          const expected = sleepingBeauty(yearly) ?? { coefficient: Number.NaN, awakening: -1 };
          expect({ coefficient: out.coefficient[i], awakening: out.awakening[i] }).toEqual(expected);
        }
      }),
      runs(300),
    );
  });

  it("are unknown without a day", () => {
    const out = { coefficient: new Float64Array(2), awakening: new Int16Array(2) };
    sleepingBeauties(graphOf(2, [[1, 0]], [unknownDay, 10]), 9000, 0, 2, out);
    expect(Array.from(out.awakening)).toEqual([-1, -1]);
  });

  it("leave the running year out", () => {
    const graph = graphOf(
      4,
      [
        [1, 0],
        [2, 0],
        [3, 0],
      ],
      [0, 400, 1200, 1201],
    );
    const of = (lastDay: number) => {
      const out = { coefficient: new Float64Array(4), awakening: new Int16Array(4) };
      sleepingBeauties(graph, lastDay, 0, 1, out);
      return out.coefficient[0];
    };
    expect(of(1459)).toBe(sleepingBeauty([0, 1, 0])!.coefficient);
    expect(of(1460)).toBe(sleepingBeauty([0, 1, 0, 2])!.coefficient);
  });
});
