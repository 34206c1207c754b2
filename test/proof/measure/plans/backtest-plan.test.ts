import { describe, expect, it } from "vitest";
import { backtestPlan, type TestedPlan } from "../../../../src/proof/measure/plans/backtest-plan.ts";
import { type ChooseCells, chooseMostCrowded } from "../../../../src/proof/measure/plans/choosers.ts";
import type { Verdict } from "../../../../src/proof/measure/plans/judge-choices.ts";
import { isLong } from "../../../tiers.ts";
import { chooseSeen, type PlantedOptions, plantedTrial } from "./planted-cells.ts";

/** As the plan, turned round: what speaks for a cell speaks against it. */
const againstSeen: ChooseCells = async (cells, budget, year) => {
  const ranked = await chooseSeen(cells, cells.length, year);
  return ranked.slice(-budget);
};

async function judgedOver(seeds: number, options: PlantedOptions, choose: ChooseCells = chooseSeen): Promise<readonly TestedPlan[]> {
  return Promise.all(Array.from({ length: seeds }, (_, seed) => backtestPlan(choose, plantedTrial(seed, options))));
}

const part = (judged: readonly TestedPlan[], verdict: Verdict): number =>
  judged.filter((one) => one.verdict === verdict).length / judged.length;

/** Of all intervals against one baseline the part that hold a value. */
const holding = (judged: readonly TestedPlan[], baseline: number, value: number): number =>
  judged.filter(({ differences }) => {
    const { low, high } = differences[baseline]!.interval!;
    return low <= value && value <= high;
  }).length / judged.length;

const baselines = [0, 1, 2];

describe("a back-test of a plan", () => {
  it("finds a planted signal: the plan beats the most crowded, the most cited and the random", async () => {
    const judged = await judgedOver(100, { cells: 400, signal: 0.8 });
    expect(part(judged, "beats")).toBeGreaterThan(0.95);
    expect(judged[0]!.differences.map(({ baseline, interval }) => [baseline, interval!.low > 0])).toEqual([
      ["most crowded", true],
      ["most cited", true],
      ["random", true],
    ]);
  });

  it.runIf(isLong)("finds more of it where it is stronger", async () => {
    const parts = [];
    for (const signal of [0.1, 0.3, 0.6]) parts.push(part(await judgedOver(60, { cells: 150, signal }), "beats"));
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts[2]! - parts[0]!).toBeGreaterThan(0.4);
  });

  it("finds none where there is none: the intervals hold 0 in about 98 of 100 corpora, all three at once in 95", async () => {
    const judged = await judgedOver(200, { cells: 150, signal: 0 });
    for (const baseline of baselines) {
      expect(holding(judged, baseline, 0)).toBeGreaterThan(0.94);
      expect(holding(judged, baseline, 0)).toBeLessThan(1);
    }
    expect(part(judged, "beats")).toBeLessThan(0.03);
    expect(part(judged, "loses")).toBeLessThan(0.07);
  });

  it.runIf(isLong)(
    "has intervals that hold the mean difference of such corpora in about 98 of 100 of them, with a signal too",
    async () => {
      const judged = await judgedOver(200, { cells: 150, signal: 0.4 });
      for (const baseline of baselines) {
        const mean = judged.reduce((sum, { differences }) => sum + differences[baseline]!.difference!, 0) / judged.length;
        expect(mean).toBeGreaterThan(0.15);
        expect(holding(judged, baseline, mean)).toBeGreaterThan(0.93);
        expect(holding(judged, baseline, mean)).toBeLessThan(1);
      }
    },
  );

  it("says so of a plan that chooses the worst", async () => {
    expect(part(await judgedOver(40, { cells: 300, signal: 0.8 }, againstSeen), "loses")).toBeGreaterThan(0.95);
  });

  it("gives no credit for a signal that the plan does not read", async () => {
    const judged = await judgedOver(40, { cells: 300, signal: 0.8 }, chooseMostCrowded);
    expect(part(judged, "beats")).toBe(0);
    expect(judged.every(({ differences }) => differences[0]!.difference === 0 && differences[0]!.verdict === "ties")).toBe(true);
  });

  it("does not depend on the order of the cells, and comes out the same again", async () => {
    const trial = plantedTrial(5, { cells: 60, signal: 0.5 });
    const judged = await backtestPlan(chooseSeen, trial);
    expect(await backtestPlan(chooseSeen, { ...trial, cells: trial.cells.toReversed() })).toEqual(judged);
    expect(await backtestPlan(chooseSeen, { ...trial, seed: 6 })).not.toEqual(judged);
  });

  it("judges nothing under 30 cells or 300 later citations", async () => {
    const verdictOf = async (options: PlantedOptions, over: object = {}) =>
      (await backtestPlan(chooseSeen, { ...plantedTrial(1, options), ...over })).verdict;
    const strong = { signal: 1, families: 40 };
    expect(await verdictOf({ cells: 29, ...strong })).toBe("too few to judge");
    expect(await verdictOf({ cells: 30, ...strong })).not.toBe("too few to judge");
    expect(await verdictOf({ cells: 60, ...strong }, { citations: 299 })).toBe("too few to judge");
    expect(await verdictOf({ cells: 60, ...strong }, { citations: 300 })).not.toBe("too few to judge");
    expect(await verdictOf({ cells: 60, ...strong }, { outcomes: new Map() })).toBe("too few to judge");
  });
});
