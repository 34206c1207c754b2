import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileProblem } from "../../../src/plan/compiled-problem.ts";
import { economicsOf, middle } from "../../../src/plan/economics.ts";
import { added } from "../../../src/plan/launches.ts";
import { makeProblem } from "../../../src/plan/make-problem/make-problem.ts";
import { partOfPeriod, periodsOf, presencesOf, targetOfPeriod, worthOver } from "../../../src/plan/make-problem/periods.ts";
import { annuity } from "../../../src/plan/make-problem/timing.ts";
import { worth } from "../../../src/plan/plan-value.ts";
import { cell, choices, inputs, market, planCell, technology } from "./plan-facts-invented.ts";

const [rate, horizon, years] = [0.05, 20, 12];
const timing = { paid: 2, granted: 3, supplied: 4, firstUse: 0 };
const loss = 1000;
const points = [
  { share: 0, usd: [loss, loss, loss] as const },
  { share: 0.05, usd: [400, 400, 400] as const },
  { share: 0.2, usd: [0, 0, 0] as const },
];

/** Lines of the loss that is removed a year. */
const segment = (i: number) => {
  const [from, to] = [points[i]!, points[i + 1]!];
  return { slope: (from.usd[1] - to.usd[1]) / (to.share - from.share), width: to.share - from.share };
};

/** Three ovens that together supply more than anybody could miss, and claims on them. */
const { problem } = makeProblem(
  {
    firstYear: 2027,
    technologies: [
      technology("oven", {
        exposure: { withheldNow: false, points },
        markets: [market("XB", [loss, loss, loss])],
        blocked: [{ jurisdiction: "XB", usd: [loss, loss, loss], byGroup: new Map([["F27B 1", [5000, 5000, 5000] as const]]) }],
      }),
    ],
    cells: ["F27B 1", "F27B 3", "F27B 5"].map((group) => planCell(cell("oven", group))),
  },
  { ...choices, years, money: new Array(years).fill(1e6), people: [] },
  economicsOf(
    inputs.map((input) => {
      if (input.id === "supply") return { ...input, low: 0.15, high: 0.15 };
      return input.id === "others-weight" ? { ...input, low: 20, high: 20 } : input;
    }),
    middle,
  ),
);
const compiled = compileProblem(problem);
const [cells, lastLaunch] = [3, years - timing.paid];

/** What launches are worth to one target, by its periods. */
function worthOf(launches: Float64Array, target: string): number {
  const amounts = added(compiled, launches);
  return compiled.targets.reduce((sum, { id, segments }, k) => sum + (targetOfPeriod(id) === target ? worth(segments, amounts[k]!) : 0), 0);
}

/** Parts of each oven launched by year, in all at most the whole of it. */
const anyLaunches = fc
  .array(fc.tuple(fc.nat(cells - 1), fc.nat(lastLaunch), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 8 })
  .map((drawn) => {
    const launches = new Float64Array(cells * years);
    for (const [i, year, part] of drawn) {
      const left = 1 - launches.subarray(i * years, (i + 1) * years).reduce((sum, each) => sum + each, 0);
      launches[i * years + year]! += part * Math.max(0, left);
    }
    return launches;
  });

const earliest = (launches: Float64Array): number => Math.min(...Array.from(launches, (part, at) => (part > 0 ? at % years : years)));

describe("worth by periods", () => {
  it("of supply is never above the whole loss from the first year in which any of it is there, whatever is launched", () => {
    fc.assert(
      fc.property(anyLaunches, (launches) => {
        const most = loss * 0.1 * annuity(earliest(launches) + timing.supplied, horizon, rate);
        expect(worthOf(launches, "exposure:oven")).toBeLessThanOrEqual(most * (1 + 1e-9) + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it("of supply is that of what is there on every day, by small steps", () => {
    const segments = [0, 1].map(segment);
    fc.assert(
      fc.property(anyLaunches, (launches) => {
        const steps = 4000;
        let sum = 0;
        for (let step = 0; step < steps; step++) {
          const t = ((step + 0.5) * horizon) / steps;
          const there = launches.reduce((total, part, at) => total + ((at % years) + timing.supplied <= t ? 0.15 * part : 0), 0);
          sum += (worth(segments, there) * 0.1 * Math.exp(-rate * t) * horizon) / steps;
        }
        expect(worthOf(launches, "exposure:oven")).toBeCloseTo(sum, 1);
      }),
      { numRuns: 25 },
    );
  });

  it("of freedom and of bargaining is never above all that could be had from the first year on", () => {
    fc.assert(
      fc.property(anyLaunches, (launches) => {
        const first = earliest(launches);
        expect(worthOf(launches, "freedom:oven:XB")).toBeLessThanOrEqual(
          loss * 0.02 * annuity(first + timing.paid, horizon, rate) * (1 + 1e-9) + 1e-9,
        );
        expect(worthOf(launches, "bargaining:oven:XB")).toBeLessThanOrEqual(
          loss * 0.02 * (60 / 80) * annuity(first + timing.granted, horizon, rate) * (1 + 1e-9) + 1e-9,
        );
      }),
      { numRuns: 200 },
    );
  });

  it("of options is that of each further approach when it comes, half of the first and then a quarter", () => {
    fc.assert(
      fc.property(anyLaunches, (launches) => {
        const byEnd = new Float64Array(years);
        for (const [at, part] of launches.entries()) byEnd[at % years]! += part;
        let [held, sum] = [0, 0];
        const value = (approaches: number): number =>
          10 * (Math.min(1, approaches) + Math.min(1, Math.max(0, approaches - 1)) / 2 + Math.max(0, approaches - 2) / 4);
        for (const [year, more] of byEnd.entries()) {
          sum += Math.exp(-rate * (year + timing.paid)) * (value(held + more) - value(held));
          held += more;
        }
        expect(worthOf(launches, "option:oven")).toBeCloseTo(sum, 9);
      }),
      { numRuns: 200 },
    );
  });

  it("is of one period where worth is proportional to what can be added", () => {
    const few = makeProblem(
      {
        firstYear: 2027,
        technologies: [technology("oven", { exposure: { withheldNow: false, points } })],
        cells: [planCell(cell("oven", "F27B 1"))],
      },
      { ...choices, years, money: new Array(years).fill(1e6), people: [] },
      economicsOf(inputs, middle),
    ).problem;
    expect(few.targets.map(({ id }) => id)).toEqual(["exposure:oven", "option:oven"]);
  });
});

describe("periods", () => {
  it("are cut where something may begin or end, and share out all of what is there", () => {
    const presences = presencesOf("bargaining", { ...timing, firstUse: 6.5 }, 8, 24.5);
    const periods = periodsOf(presences, false);
    expect(periods[0]).toEqual({ from: 6.5, to: 7 });
    expect(periods.at(-1)).toEqual({ from: 24, to: 24.5 });
    for (const presence of presences) {
      const parts = periods.map(
        (period) => partOfPeriod("bargaining", presence, period, rate, 0.05) * annuity(period.from, period.to, rate),
      );
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(
        Math.exp(-0.05 * (presence.from - presence.granted)) * annuity(presence.from, presence.to, rate, 0.05),
        9,
      );
    }
    expect(periodsOf(presences, true)).toEqual([{ from: 6.5, to: 24.5 }]);
  });

  it("of options count each once, where time costs nothing too", () => {
    for (const free of [0.05, 0]) {
      const presences = presencesOf("option", timing, 8, horizon);
      const periods = periodsOf(presences, false);
      for (const [year, presence] of presences.entries()) {
        const parts = periods.map((period) => {
          const worth = worthOver("option", period, free);
          return worth > 0 ? partOfPeriod("option", presence, period, free, 0.05) * worth : 0;
        });
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Math.exp(-free * (year + timing.paid)), 9);
      }
    }
  });

  it("are none where nothing ends within the years, or is there before the horizon", () => {
    expect(periodsOf(presencesOf("exposure", timing, 1, horizon), false)).toEqual([]);
    expect(periodsOf(presencesOf("exposure", { ...timing, supplied: 30 }, 8, horizon), false)).toEqual([]);
  });
});
