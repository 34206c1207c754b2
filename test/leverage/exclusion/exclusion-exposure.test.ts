import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExclusionCluster, type ExclusionQuestion, exclusionExposure } from "../../../src/leverage/exclusion/exclusion-exposure.ts";
import type { Bounds } from "../../../src/measure/bootstrap.ts";
import { runs } from "../worlds.ts";

const point = (at: number): Bounds => ({ low: at, high: at });
const chance = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
const bounds = fc.tuple(chance, chance).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

const questions = (range: fc.Arbitrary<Bounds>, most: number): fc.Arbitrary<ExclusionQuestion> =>
  fc.record({
    value: fc.constant({ low: 10, high: 20 }),
    clusters: fc.array(
      fc.record({
        holder: fc.constantFrom("h1", "h2"),
        technology: fc.constantFrom("t1", "t2"),
        inForce: fc.array(range, { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: most },
    ),
    technologies: fc
      .tuple(
        fc.record({ valid: range, readOn: range, designAround: range }),
        fc.record({ valid: range, readOn: range, designAround: range }),
      )
      .map(
        ([one, two]) =>
          new Map([
            ["t1", one],
            ["t2", two],
          ] as const),
      ),
    holders: fc
      .tuple(
        fc.record({ granted: range, licensed: fc.constantFrom(true, false, null) }),
        fc.record({ granted: range, licensed: fc.constantFrom(true, false, null) }),
      )
      .map(
        ([one, two]) =>
          new Map([
            ["h1", one],
            ["h2", two],
          ] as const),
      ),
    royalty: fc.constant(null),
    delay: fc.constant(null),
  });

/**
 * The expected part that is excluded, over every on/off outcome of every event: each holder is granted exclusion or not, each cluster is
 * in force, valid, read on and not designed around or not. Takes the ends of `end`; a holder of unknown licence is licensed at the low end.
 */
function enumerated({ clusters, technologies, holders }: ExclusionQuestion, end: "low" | "high"): number {
  const other = end === "low" ? "high" : "low";
  const names = [...new Set(clusters.map(({ holder }) => holder))].filter((name) => {
    const { licensed } = holders.get(name)!;
    return licensed === false || (licensed === null && end === "high");
  });
  const events: number[] = [];
  const event = (probability: number): number => events.push(probability) - 1;
  const suits = names.map((name) => ({
    granted: event(holders.get(name)!.granted[end]),
    claims: clusters
      .filter(({ holder }) => holder === name)
      .map(({ technology, inForce }) => {
        const terms = technologies.get(technology)!;
        return [
          event(Math.max(...inForce.map((each) => each[end]))),
          event(terms.valid[end]),
          event(terms.readOn[end]),
          event(1 - terms.designAround[other]),
        ];
      }),
  }));
  let expected = 0;
  for (let world = 0; world < 2 ** events.length; world++) {
    const on = (i: number): boolean => ((world >> i) & 1) === 1;
    const excluded = suits.some(({ granted, claims }) => on(granted) && claims.some((all) => all.every(on)));
    if (excluded) expected += events.reduce((chance, p, i) => chance * (on(i) ? p : 1 - p), 1);
  }
  return expected;
}

const raised = (range: Bounds, by: number): Bounds => ({ low: Math.min(1, range.low + by), high: Math.min(1, range.high + by) });

describe("exclusion exposure", () => {
  it("is the expected loss over every on/off outcome", () => {
    fc.assert(
      fc.property(questions(bounds, 3), (question) => {
        const { part, usd } = exclusionExposure(question);
        expect(part.low).toBeCloseTo(enumerated(question, "low"), 10);
        expect(part.high).toBeCloseTo(enumerated(question, "high"), 10);
        expect(usd.low).toBeCloseTo(10 * part.low, 10);
        expect(usd.high).toBeCloseTo(20 * part.high, 10);
      }),
      runs(60),
    );
  });

  it("does not change where a family is split within its cluster, or clusters are named in another order", () => {
    fc.assert(
      fc.property(questions(bounds, 5), fc.nat(), (question, pick) => {
        const chosen = question.clusters[pick % Math.max(1, question.clusters.length)];
        const split = question.clusters.map(
          (each): ExclusionCluster =>
            each === chosen ? { ...each, inForce: [...each.inForce, ...each.inForce, ...each.inForce.map(({ low }) => point(low))] } : each,
        );
        const { part } = exclusionExposure(question);
        expect(exclusionExposure({ ...question, clusters: split }).part).toEqual(part);
        const turned = exclusionExposure({ ...question, clusters: [...question.clusters].reverse() }).part;
        expect(turned.low).toBeCloseTo(part.low, 12);
        expect(turned.high).toBeCloseTo(part.high, 12);
      }),
      runs(300),
    );
  });

  it("grows with in force, valid, read on and granted, falls with design-around, and lies in the interval for inputs inside theirs", () => {
    fc.assert(
      fc.property(questions(bounds, 5), chance, chance, (question, by, at) => {
        const { part } = exclusionExposure(question);
        const changed = (change: Partial<ExclusionQuestion>): Bounds => exclusionExposure({ ...question, ...change }).part;
        const terms = (name: "valid" | "readOn" | "designAround") =>
          new Map([...question.technologies].map(([id, each]) => [id, { ...each, [name]: raised(each[name], by) }]));
        const more = [
          changed({ clusters: question.clusters.map((each) => ({ ...each, inForce: each.inForce.map((q) => raised(q, by)) })) }),
          changed({ technologies: terms("valid") }),
          changed({ technologies: terms("readOn") }),
          changed({ holders: new Map([...question.holders].map(([id, each]) => [id, { ...each, granted: raised(each.granted, by) }])) }),
        ];
        for (const each of more) {
          expect(each.low).toBeGreaterThanOrEqual(part.low - 1e-12);
          expect(each.high).toBeGreaterThanOrEqual(part.high - 1e-12);
        }
        const less = changed({ technologies: terms("designAround") });
        expect(less.low).toBeLessThanOrEqual(part.low + 1e-12);
        expect(less.high).toBeLessThanOrEqual(part.high + 1e-12);
        const inside = ({ low, high }: Bounds): Bounds => point(low + at * (high - low));
        const single = exclusionExposure({
          ...question,
          clusters: question.clusters.map((each) => ({ ...each, inForce: each.inForce.map(inside) })),
          technologies: new Map(
            [...question.technologies].map(([id, { valid, readOn, designAround }]) => [
              id,
              { valid: inside(valid), readOn: inside(readOn), designAround: inside(designAround) },
            ]),
          ),
          holders: new Map([...question.holders].map(([id, { granted, licensed }]) => [id, { granted: inside(granted), licensed }])),
        }).part;
        expect(single.low).toBeGreaterThanOrEqual(part.low - 1e-12);
        expect(single.high).toBeLessThanOrEqual(part.high + 1e-12);
      }),
      runs(300),
    );
  });

  const one: ExclusionQuestion = {
    value: point(100),
    clusters: [
      { holder: "h", technology: "t", inForce: [point(1)] },
      { holder: "h", technology: "t", inForce: [point(1)] },
      { holder: "k", technology: "t", inForce: [point(1)] },
    ],
    technologies: new Map([["t", { valid: point(0.5), readOn: point(0.8), designAround: point(0.5) }]]),
    holders: new Map([
      ["h", { granted: point(0.7), licensed: false }],
      ["k", { granted: point(0.1), licensed: false }],
    ]),
    royalty: { low: 0.01, high: 0.05 },
    delay: { low: 1, high: 3 },
  };

  it("is a veto, computed by hand: one suit of h for both clusters, k beside it", () => {
    const h = 0.7 * (1 - 0.8 * 0.8);
    const { usd, holders, royaltyUsd, delayYears } = exclusionExposure(one);
    expect(usd.low).toBeCloseTo(100 * (1 - (1 - h) * (1 - 0.02)), 12);
    expect(usd.high).toBe(usd.low);
    expect(holders.map(({ holder, clusters }) => [holder, clusters])).toEqual([
      ["h", 2],
      ["k", 1],
    ]);
    expect(royaltyUsd).toEqual({ low: 1, high: 5 });
    expect(delayYears).toEqual({ low: 1, high: 3 });
  });

  it("is 0 where licensed, from 0 where licences are unknown, [0, V] where nothing is known, 0 without clusters", () => {
    const licensed = (state: boolean | null) =>
      exclusionExposure({ ...one, holders: new Map([["h", { granted: point(0.7), licensed: state }]]), clusters: one.clusters.slice(0, 2) })
        .part;
    expect(licensed(true)).toEqual({ low: 0, high: 0 });
    expect(licensed(null)).toEqual({ low: 0, high: licensed(false).high });
    expect(exclusionExposure({ ...one, holders: new Map(), technologies: new Map() }).usd).toEqual({ low: 0, high: 100 });
    expect(exclusionExposure({ ...one, clusters: [] }).usd).toEqual({ low: 0, high: 0 });
  });

  it("of claims whose licence is known apart counts each by its own, the holder's others by the holder's", () => {
    const [first, second] = one.clusters;
    const states = (a: boolean | null, b: boolean | null, ofHolder: boolean | null) =>
      exclusionExposure({
        ...one,
        clusters: [
          { ...first!, licensed: a },
          { ...second!, licensed: b },
        ],
        holders: new Map([["h", { granted: point(0.7), licensed: ofHolder }]]),
      });
    const [single, both] = [0.7 * 0.2, 0.7 * (1 - 0.8 * 0.8)];
    const ends = ({ part }: { part: Bounds }) => [part.low, part.high].map((end) => Number(end.toFixed(12)));
    expect(ends(states(false, true, null))).toEqual([single, single].map((end) => Number(end.toFixed(12))));
    expect(ends(states(false, null, true))).toEqual([single, both].map((end) => Number(end.toFixed(12))));
    expect(states(false, false, true).holders[0]!.licensed).toBe(false);
    expect(states(false, null, true).holders[0]!.licensed).toBeNull();
  });
});
