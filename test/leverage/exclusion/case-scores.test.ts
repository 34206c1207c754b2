import { describe, expect, it } from "vitest";
import { leftOutOf, type ScoredCase, scoreForecasts } from "../../../src/leverage/exclusion/case-scores.ts";
import type { PatentCase } from "../../../src/leverage/exclusion/patent-case.ts";

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
