import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawCell, drawExclusion, drawnInterval } from "../../../src/leverage/exclusion/exclusion-draws.ts";
import { type ExclusionQuestion, exclusionExposure } from "../../../src/leverage/exclusion/exclusion-exposure.ts";
import { exclusionMatrix } from "../../../src/leverage/exclusion/exclusion-matrix.ts";
import type { Bounds } from "../../../src/measure/bootstrap.ts";
import { runs } from "../worlds.ts";
import { cluster, worldOf } from "./exclusion-world.ts";

const chance = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
const bounds = fc.tuple(chance, chance).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const licences = fc.constantFrom(true, false, null);

const questions = (range: fc.Arbitrary<Bounds>, licence: fc.Arbitrary<boolean | null>): fc.Arbitrary<ExclusionQuestion> =>
  fc.record({
    value: range.map(({ low, high }) => ({ low: 100 * low, high: 100 * high })),
    clusters: fc.array(
      fc.record({
        holder: fc.constantFrom("h1", "h2"),
        technology: fc.constantFrom("t1", "t2"),
        inForce: fc.array(range, { minLength: 1, maxLength: 3 }),
        licensed: licence,
      }),
      { maxLength: 5 },
    ),
    technologies: fc
      .record({ valid: range, readOn: range, designAround: range })
      .map((terms) => new Map(["t1", "t2"].map((id) => [id, terms] as const))),
    holders: fc.record({ granted: range, licensed: licence }).map((terms) => new Map(["h1", "h2"].map((id) => [id, terms] as const))),
    royalty: fc.constant(null),
    delay: fc.constant(null),
  });

const within = (draws: Float64Array, { low, high }: Bounds): boolean => draws.every((value) => value >= low - 1e-9 && value <= high + 1e-9);

describe("draws of exclusion exposure", () => {
  it("lie in the deterministic interval, part and USD", () => {
    fc.assert(
      fc.property(questions(bounds, licences), fc.integer(), (question, seed) => {
        const { part, usd } = exclusionExposure(question);
        const drawn = drawExclusion(question, { seed, draws: 20 });
        expect(within(drawn.part, part) && within(drawn.usd, usd)).toBe(true);
      }),
      runs(300),
    );
  });

  it("are the deterministic run where every interval has no width and licences are known", () => {
    const point = chance.map((at) => ({ low: at, high: at }));
    fc.assert(
      fc.property(questions(point, fc.boolean()), (question) => {
        const { part, usd } = exclusionExposure(question);
        const drawn = drawExclusion(question, { seed: 1, draws: 3 });
        for (const value of drawn.part) expect(value).toBeCloseTo(part.low, 12);
        for (const value of drawn.usd) expect(value).toBeCloseTo(usd.high, 9);
      }),
      runs(200),
    );
  });

  it("do not hang on the order of claims or on what else is claimed by no one", () => {
    fc.assert(
      fc.property(questions(bounds, licences), (question) => {
        const { part } = drawExclusion(question, { seed: 7, draws: 5 });
        const turned = drawExclusion({ ...question, clusters: [...question.clusters].reverse() }, { seed: 7, draws: 5 }).part;
        const more = { holder: "h3", technology: "t1", inForce: [{ low: 0, high: 0 }] };
        const beside = drawExclusion({ ...question, clusters: [...question.clusters, more] }, { seed: 7, draws: 5 }).part;
        part.forEach((value, draw) => {
          expect(turned[draw]).toBeCloseTo(value, 12);
          expect(beside[draw]).toBeCloseTo(value, 12);
        });
      }),
      runs(200),
    );
  });

  const even: ExclusionQuestion = {
    value: { low: 100, high: 100 },
    clusters: [{ holder: "h", technology: "t", inForce: [{ low: 1, high: 1 }] }],
    technologies: new Map([["t", { valid: { low: 0, high: 1 }, readOn: { low: 1, high: 1 }, designAround: { low: 0, high: 0 } }]]),
    holders: new Map([["h", { granted: { low: 1, high: 1 }, licensed: false }]]),
    royalty: null,
    delay: null,
  };

  it("of one even unknown: median one half, the middle 80% from 0.1 to 0.9", () => {
    const { part } = drawExclusion(even, { seed: 3, draws: 20_000 });
    const { low, median, high } = drawnInterval(part)!;
    expect(low).toBeCloseTo(0.1, 1);
    expect(median).toBeCloseTo(0.5, 1);
    expect(high).toBeCloseTo(0.9, 1);
  });

  it("where licences are unknown, an even part of what a holder could exclude is licensed; what is denied never", () => {
    const mean = (question: ExclusionQuestion): number =>
      drawExclusion(question, { seed: 9, draws: 20_000 }).part.reduce((sum, x) => sum + x, 0) / 20_000;
    const sure = new Map([["t", { valid: { low: 0.8, high: 0.8 }, readOn: { low: 1, high: 1 }, designAround: { low: 0, high: 0 } }]]);
    const open: ExclusionQuestion = {
      ...even,
      technologies: sure,
      holders: new Map([["h", { granted: { low: 1, high: 1 }, licensed: null }]]),
    };
    expect(mean(open)).toBeCloseTo(0.4, 2);
    const denied = { ...even.clusters[0]!, licensed: false };
    // One of two clusters is denied: 0.8 for sure, 0.96 with the other.
    expect(mean({ ...open, clusters: [denied, even.clusters[0]!] })).toBeCloseTo((0.8 + 0.96) / 2, 2);
  });

  it("intervals of one key are one number, of two keys two", () => {
    const keyed = (one: string, other: string): ExclusionQuestion => ({
      ...even,
      clusters: ["t", "u"].map((technology) => ({ holder: "h", technology, inForce: [{ low: 1, high: 1 }] })),
      technologies: new Map(
        [one, other].map((key, i) => [
          ["t", "u"][i]!,
          { valid: { low: 0, high: 1, key }, readOn: { low: 1, high: 1 }, designAround: { low: 0, high: 0 } },
        ]),
      ),
    });
    const mean = (question: ExclusionQuestion): number =>
      drawExclusion(question, { seed: 5, draws: 20_000 }).part.reduce((sum, x) => sum + x, 0) / 20_000;
    // E[1 - (1 - v)²] = 2/3 and E[1 - (1 - v)(1 - w)] = 3/4 for even v and w.
    expect(mean(keyed("v", "v"))).toBeCloseTo(2 / 3, 2);
    expect(mean(keyed("v", "w"))).toBeCloseTo(3 / 4, 2);
  });

  it("of a cell are the sum over its products of known value, draw by draw; none where nothing is known", () => {
    const world = worldOf([cluster("h", "gas", ["AA1"])], [{ document: "AA1", q: { low: 1, high: 1 } }]);
    const [cell, unknown] = exclusionMatrix(world, [{ id: "HH", holders: new Set(["h"]) }], ["AA", "CC"]).cells;
    const options = { seed: 2, draws: 50 };
    const parts = cell!.products.map(({ question }) => drawExclusion(question!, options).usd);
    const sum = drawCell(cell!, options)!;
    expect(parts).toHaveLength(2);
    sum.forEach((usd, draw) => {
      expect(usd).toBeCloseTo(parts[0]![draw]! + parts[1]![draw]!, 3);
    });
    expect(within(sum, cell!.usd!)).toBe(true);
    expect(drawCell(unknown!, options)).toBeNull();
    expect(drawnInterval(new Float64Array(0))).toBeNull();
  });
});
