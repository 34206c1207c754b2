import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  baseRates,
  caseOutcome,
  clopperPearsonInterval,
  type ExclusionCase,
  exclusionGranted,
  forumClass,
  wilsonInterval,
} from "../../../src/measure/patents/base-rates.ts";
import { runs } from "../../leverage/worlds.ts";

const counts = fc.integer({ min: 1, max: 40 }).chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

/** `P(X = k)` of every `k`, by adding one trial after another. */
function binomial(trials: number, p: number): readonly number[] {
  let chances = [1];
  for (let trial = 0; trial < trials; trial++) {
    chances = [...chances, 0].map((_, k) => (chances[k] ?? 0) * (1 - p) + (chances[k - 1] ?? 0) * p);
  }
  return chances;
}
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const suit = (forum: string, outcome: string | null, kind = "suit", jurisdiction: string | null = "US"): ExclusionCase => ({
  id: "x",
  forum,
  kind,
  jurisdiction,
  outcome,
});

describe("intervals of a proportion", () => {
  it("Wilson: both ends are z standard deviations from the count", () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = wilsonInterval(k, n, 0.95);
        for (const p of [low, high].filter((end) => end > 1e-12 && end < 1 - 1e-12)) {
          expect(Math.abs(k / n - p) / Math.sqrt((p * (1 - p)) / n)).toBeCloseTo(1.959964, 5);
        }
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
      }),
      runs(200),
    );
  });

  it("Clopper–Pearson: at each end the tail has half of what is left out", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.8, 0.95), ([k, n], level) => {
        const { low, high } = clopperPearsonInterval(k, n, level);
        if (k > 0) expect(sum(binomial(n, low).slice(k))).toBeCloseTo((1 - level) / 2, 9);
        else expect(low).toBe(0);
        if (k < n) expect(sum(binomial(n, high).slice(0, k + 1))).toBeCloseTo((1 - level) / 2, 9);
        else expect(high).toBe(1);
      }),
      runs(200),
    );
  });

  it("the exact one covers the true value at least as often as it says", () => {
    for (const p of [0.05, 0.3, 0.5, 0.77]) {
      const covered = binomial(20, p).filter((_, k) => {
        const { low, high } = clopperPearsonInterval(k, 20, 0.8);
        return low <= p && p <= high;
      });
      expect(sum(covered)).toBeGreaterThanOrEqual(0.8);
    }
  });
});

describe("base rates", () => {
  it.each([
    ["exclusion order, cease and desist", "won"],
    ["violation", "won"],
    ["no violation", "lost"],
    ["not infringed or invalid for current products", "lost"],
    ["jury 2,175 vacated; one patent not infringed", "lost"],
    ["patent upheld", "won"],
    ["institution denied", "won"],
    ["adverse judgment", "lost"],
    ["jury liability, then settled", "settled"],
    ["cross-licence", "settled"],
    ["mixed: one patent infringed, one lost", "mixed"],
    ["patent invalidated in part", "mixed"],
    ["instituted", "open"],
    ["preliminary injunction", "open"],
    ["initial determination: violation of one of two patents", "open"],
    ["final written decision", "unclear"],
    [null, "open"],
  ] as const)("reads %s as %s", (words, outcome) => expect(caseOutcome(words)).toBe(outcome));

  it("tells forums apart", () => {
    expect(forumClass(suit("ITC 337-TA-1204", null))).toBe("US ITC");
    expect(forumClass(suit("PTAB IPR2025-00498", null))).toBe("US PTAB");
    expect(forumClass(suit("Munich I", null, "suit", "DE"))).toBe("DE courts");
    expect(forumClass(suit("ITC; Munich I", null, "suit", "US;DE"))).toBe("several");
    expect(forumClass(suit("none", "licence", "licence", "KR"))).toBe("none");
  });

  it("counts by forum and kind of holder, with a rate from five decided cases on", () => {
    const cases = [
      ...Array.from({ length: 4 }, () => suit("US ITC", "violation", "itc")),
      ...Array.from({ length: 6 }, () => suit("US ITC", "no violation", "itc")),
      suit("US ITC", "instituted", "itc"),
      suit("Court", "damages"),
      suit("Court", "injunction", "trade-secret"),
      suit("none", "licence", "licence"),
    ];
    const kindOf = (each: ExclusionCase) => (each.forum === "Court" ? "assertion-entity" : null);
    const chips = new Set(cases.slice(2, 8));
    const [itc, courts, ...rest] = baseRates(cases, { holderKind: kindOf, aboutChips: (each) => chips.has(each) });
    expect(rest).toEqual([]);
    expect(courts).toMatchObject({ forum: "US courts", holderKind: "assertion-entity", cases: 1, rate: null, wilson: null, exact: null });
    expect(itc).toMatchObject({ forum: "US ITC", holderKind: null, cases: 11, rate: 0.4, outcomes: { won: 4, lost: 6, open: 1 } });
    expect(itc?.exact).toEqual(clopperPearsonInterval(4, 10, 0.8));
    expect(itc?.wilson).toEqual(wilsonInterval(4, 10, 0.8));
    expect(itc?.chips).toMatchObject({ cases: 6, rate: 2 / 6, outcomes: { won: 2, lost: 4, open: 0 } });
    expect(itc?.chips.exact).toEqual(clopperPearsonInterval(2, 6, 0.8));
    expect(courts?.chips).toMatchObject({ cases: 0, rate: null, wilson: null, exact: null });
  });
});

describe("exclusionGranted", () => {
  it.each([
    ["exclusion order, cease and desist", true],
    ["violation", true],
    ["damages, injunction, destruction", true],
    ["damages (jury)", false],
    ["no violation", false],
    ["not infringed", false],
    ["preliminary injunction", null],
    ["settled, cross-licence, royalty", null],
    ["initial determination: violation of one of two patents", null],
    ["mixed: one patent infringed, one lost", null],
    [null, null],
  ])("%s: %s", (outcome, granted) => {
    expect(exclusionGranted(outcome)).toBe(granted);
  });
});
