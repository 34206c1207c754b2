import { describe, expect, it } from "vitest";
import {
  fractionAt,
  fractionBelow,
  meanFraction,
  type ObservedAct,
  type PostureWeights,
  postureWeights,
} from "../../../src/leverage/acts/postures.ts";
import { keyOf, uniform } from "../../../src/leverage/draw/random.ts";

const first: PostureWeights = [0.31, 0.38, 0.31];
const sole = (posture: number): PostureWeights => [0, 1, 2].map((i) => (i === posture ? 1 : 0)) as unknown as PostureWeights;

describe("the withheld fraction", () => {
  it("has the means of Beta(1, 20), Beta(2, 2) and Beta(6, 1), and of their mixture", () => {
    expect([0, 1, 2].map((posture) => meanFraction(sole(posture)))).toEqual([1 / 21, 1 / 2, 6 / 7].map((mean) => expect.closeTo(mean, 12)));
    expect(meanFraction(first)).toBeCloseTo(0.31 / 21 + 0.19 + (0.31 * 6) / 7, 12);
  });

  it.each([0, 1, 2])("of posture %i is the inverse of its distribution", (posture) => {
    for (const u of [1e-6, 0.1, 0.37, 0.5, 0.8, 1 - 1e-6])
      expect(fractionBelow(sole(posture), fractionAt(sole(posture), u))).toBeCloseTo(u, 9);
  });

  it("drawn by seed has the quantiles of the mixture in closed form, and clusters at the ends", () => {
    const key = keyOf("test");
    const drawn = Float64Array.from({ length: 40_000 }, (_, draw) => fractionAt(first, uniform(7, draw, key))).sort();
    for (const part of [0.05, 0.25, 0.5, 0.75, 0.95])
      expect(fractionBelow(first, drawn[Math.floor(part * drawn.length)]!)).toBeCloseTo(part, 2);
    expect(drawn.reduce((sum, each) => sum + each, 0) / drawn.length).toBeCloseTo(meanFraction(first), 2);
    expect(fractionBelow(first, 0.1)).toBeGreaterThan(0.25);
    expect(1 - fractionBelow(first, 0.9)).toBeGreaterThan(0.14);
  });
});

describe("posture weights", () => {
  const seen = (act: string, low: number, high = low, more: Partial<ObservedAct> = {}): ObservedAct => ({
    act,
    class: "licence",
    known: "2020-01-01",
    low,
    high,
    ...more,
  });
  const close = (weights: readonly number[]) => weights.map((weight) => expect.closeTo(weight, 3));

  it("without any act are even", () => {
    expect(postureWeights([], "licence", "2026-01-01")).toEqual(close([1 / 3, 1 / 3, 1 / 3]));
  });

  it("move by one count for each act, which its likelihood shares out", () => {
    expect(postureWeights([seen("a", 1)], "licence", "2026-01-01")).toEqual(close([1 / 4, 1 / 4, 1 / 2]));
    expect(postureWeights([seen("a", 0)], "licence", "2026-01-01")).toEqual(close([1 / 2, 1 / 4, 1 / 4]));
    // From a half on: Beta(1, 20) has next to nothing there, Beta(2, 2) a half, Beta(6, 1) 63/64.
    const [partial, refused] = [1 / 2, 63 / 64];
    const all = partial + refused + 0.5 ** 20;
    expect(postureWeights([seen("a", 0.5, 1)], "licence", "2026-01-01")).toEqual(
      close([1 / 4, (1 + partial / all) / 4, (1 + refused / all) / 4]),
    );
    // Nothing is learnt of an act that may have withheld anything.
    expect(postureWeights([seen("a", 0, 1)], "licence", "2026-01-01")).toEqual(close([1 / 3, 1 / 3, 1 / 3]));
  });

  it("count an act with several measurements once", () => {
    expect(postureWeights([seen("a", 1), seen("a", 0)], "licence", "2026-01-01")).toEqual(close([3 / 8, 1 / 4, 3 / 8]));
  });

  it("use only acts of the class that were known before the day", () => {
    const acts = [
      seen("late", 1, 1, { known: "2021-06-01" }),
      seen("other", 1, 1, { class: "presumption-of-denial" }),
      seen("dateless", 1, 1, { known: null }),
    ];
    expect(postureWeights(acts, "licence", "2021-06-01")).toEqual(close([1 / 3, 1 / 3, 1 / 3]));
    expect(postureWeights(acts, "licence", "2021-06-02")).toEqual(close([1 / 4, 1 / 4, 1 / 2]));
    expect(postureWeights(acts, "presumption-of-denial", "2021-06-02")).toEqual(close([1 / 4, 1 / 4, 1 / 2]));
  });
});
