import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../../../src/measure/patents/base-rates.ts";
import {
  knownThen,
  leftOutOf,
  type PatentCase,
  type ScoredCase,
  scoreForecasts,
  termsChance,
  winsChance,
  yearsTaken,
} from "../../../../src/proof/measure/events/patent-case.ts";
import { rate, someRates } from "../../../leverage/exclusion/rates.ts";
import { runs } from "../../../leverage/worlds.ts";

const one: PatentCase = {
  id: "one",
  forum: "AA courts",
  kind: "suit",
  holderKind: null,
  chips: false,
  technologyKinds: ["tool"],
  filed: "2015-06-01",
  decided: "2017-01-01",
  outcome: "injunction",
};
const published = (source: string): number | null => ({ "s-one": 2012, "s-two": 2014 })[source] ?? null;
const then = (cases: readonly PatentCase[], rates = someRates, which = one) => knownThen(rates, published, cases, which)!;

describe("the chance of exclusion as known when a case was filed", () => {
  it("by the terms: u·v·x by ends, and its middle", () => {
    const chance = termsChance(one, then([]))!;
    expect(chance.interval.low).toBeCloseTo(0.7 * 0.5 * 0.2, 12);
    expect(chance.interval.high).toBeCloseTo(0.8 * 0.6 * 0.5, 12);
    expect(chance.chance).toBeCloseTo((0.07 + 0.24) / 2, 12);
    expect(chance.sources).toEqual(["s-one"]);
  });

  it("is unknown before anything was published, and where filing is not dated", () => {
    expect(termsChance(one, then([], someRates, { ...one, filed: "2012-12-31" }))).toBeNull();
    expect(knownThen(someRates, published, [], { ...one, filed: null })).toBeNull();
  });

  const wins = (low: number, high: number, more: object = {}) =>
    rate("patentee wins at judgment", low, high, { forum: "AA courts", source: "s-one", ...more });

  it("by published rates: the newest known, that of chips for a case about chips, never one of another scope or forum", () => {
    const rates = [
      ...someRates,
      wins(0.4, 0.4, { year: "2001" }),
      wins(0.6, 0.6, { year: "2009" }),
      wins(0.2, 0.2, { scope: "chips", year: "2005" }),
      wins(0.9, 0.9, { scope: "medicine", year: "2010" }),
      wins(0.99, 0.99, { forum: "BB courts" }),
      wins(1, 1, { source: "s-unknown" }),
    ];
    expect(winsChance(one, then([], rates))!.chance).toBeCloseTo(0.6 * 0.75, 12);
    expect(winsChance({ ...one, chips: true }, then([], rates))!.chance).toBeCloseTo(0.2 * 0.75, 12);
  });

  const earlier = (count: number, won: number, more: Partial<PatentCase> = {}): readonly PatentCase[] =>
    Array.from({ length: count }, (_, i) => ({
      ...one,
      id: `e${i}`,
      filed: "2010",
      decided: "2014",
      outcome: i < won ? "damages" : "not infringed",
      ...more,
    }));

  it("by earlier cases of the forum where nothing is published: five decided at least, all decided for sure before the filing", () => {
    const { low, high } = wilsonInterval(3, 6, 0.8);
    expect(winsChance(one, then(earlier(6, 3)))!.interval).toEqual({ low: low * 0.7, high: high * 0.8 });
    expect(winsChance(one, then(earlier(4, 3)))).toBeNull();
    expect(winsChance(one, then(earlier(6, 3, { decided: "2015" })))).toBeNull();
    expect(winsChance(one, then(earlier(6, 3, { decided: "2015-05" })))).not.toBeNull();
    const late = { ...one, filed: "2015-06-20" };
    expect(winsChance(late, then(earlier(6, 3, { decided: "2015-06" }), someRates, late))).toBeNull();
    expect(winsChance(late, then(earlier(6, 3, { decided: "2015-06-19" }), someRates, late))).not.toBeNull();
    expect(winsChance({ ...one, filed: "2015" }, then(earlier(6, 3, { decided: "2015-01" })))).toBeNull();
    expect(winsChance(one, then(earlier(6, 3, { forum: "BB courts" })))).toBeNull();
    expect(winsChance(one, then(earlier(6, 3, { kind: "review" })))).toBeNull();
    expect(winsChance(one, then(earlier(6, 3, { outcome: "settled" })))).toBeNull();
  });

  it("never counts the case itself, though its dates may be turned", () => {
    const turned: PatentCase = { ...one, decided: "2001-01-01" };
    expect(winsChance(turned, then([...earlier(4, 3), turned], someRates, turned))).toBeNull();
  });

  it("hangs neither on how the case itself ended nor on any that was decided after it was filed", () => {
    const outcomes = fc.constantFrom("injunction", "not infringed", "settled", "pending");
    const cases = fc.array(fc.record({ year: fc.integer({ min: 2005, max: 2020 }), took: fc.nat(4), outcome: outcomes }), {
      minLength: 6,
      maxLength: 20,
    });
    fc.assert(
      fc.property(cases, outcomes, fc.nat(), (list, other, pick) => {
        const all = list.map(
          ({ year, took, outcome }, i): PatentCase => ({
            ...one,
            id: `c${i}`,
            filed: `${year}-06-01`,
            decided: `${year + took}-12-01`,
            outcome,
          }),
        );
        const which = all[pick % all.length]!;
        const changed = all.map((each) => (each.decided! >= which.filed! ? { ...each, outcome: other } : each));
        const [before, after] = [all, changed].map((own) => {
          const itself = own.find(({ id }) => id === which.id)!;
          return [winsChance(itself, then(own, someRates, itself)), termsChance(itself, then(own, someRates, itself))];
        });
        expect(after).toEqual(before);
      }),
      runs(200),
    );
  });

  it("takes years from filing to decision, to the middle of what a date may mean; none where one is unknown or they are turned", () => {
    expect(yearsTaken({ ...one, filed: "2015-01-01", decided: "2017-07-01" })).toBeCloseTo(2.5, 2);
    expect(yearsTaken({ ...one, filed: "2015", decided: "2017" })).toBe(2);
    expect(yearsTaken({ ...one, filed: "2015-03", decided: "2015-09" })).toBeCloseTo(0.5, 2);
    expect(yearsTaken({ ...one, decided: null })).toBeNull();
    expect(yearsTaken({ ...one, filed: "2018" })).toBeNull();
  });
});

const scored = (chance: number, granted: boolean): ScoredCase => ({
  id: `${chance}`,
  chance,
  granted,
  interval: { low: chance, high: chance },
  basis: "",
  sources: [],
});

describe("scoreForecasts", () => {
  it("is Brier's score, its skill against a coin and against never, and a reliability curve by fifths", () => {
    const score = scoreForecasts([scored(0.9, true), scored(0.7, false), scored(0.1, false), scored(1, true), scored(0.2, false)]);
    expect(score.brier).toBeCloseTo((0.01 + 0.49 + 0.01 + 0 + 0.04) / 5, 12);
    expect(score.skillCoin).toBeCloseTo(1 - 0.11 / 0.25, 12);
    expect(score.skillNever).toBeCloseTo(1 - 0.11 / 0.4, 12);
    expect(score.bins.map(({ cases }) => cases)).toEqual([1, 1, 0, 1, 2]);
    expect(score.bins[4]).toMatchObject({ from: 0.8, to: 1, observed: 1 });
    expect(score.bins[4]!.predicted).toBeCloseTo(0.95, 12);
    expect(score.bins[2]).toMatchObject({ predicted: null, observed: null, interval: null });
  });

  it("is 0.25 for a coin and unknown without cases", () => {
    expect(scoreForecasts([scored(0.5, true), scored(0.5, false)])).toMatchObject({ brier: 0.25, skillCoin: 0, skillNever: 0.5 });
    expect(scoreForecasts([])).toMatchObject({ cases: 0, brier: null, skillCoin: null, skillNever: null });
    expect(scoreForecasts([scored(0.5, false)]).skillNever).toBeNull();
  });
});

describe("leftOutOf", () => {
  const one: PatentCase = {
    id: "one",
    forum: "AA courts",
    kind: "suit",
    holderKind: null,
    chips: true,
    technologyKinds: [],
    filed: "2015",
    decided: null,
    outcome: "injunction",
  };
  it.each([
    [{}, null],
    [{ outcome: "damages (jury)" }, null],
    [{ outcome: "not infringed" }, null],
    [{ kind: "trade-secret" }, "trade secret or licence"],
    [{ kind: "licence", outcome: "licence" }, "trade secret or licence"],
    [{ kind: "review" }, "review of validity"],
    [{ outcome: null }, "pending or not found"],
    [{ outcome: "preliminary injunction" }, "pending or not found"],
    [{ outcome: "settled with licence" }, "settled"],
    [{ outcome: "mixed: one patent infringed, one lost" }, "mixed"],
    [{ outcome: "went home" }, "unclear"],
    [{ forum: "several" }, "several forums or none"],
    [{ filed: null }, "filing not dated"],
  ] as const)("%j: %s", (more, reason) => {
    expect(leftOutOf({ ...one, ...more })).toBe(reason);
  });
});
