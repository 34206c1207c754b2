import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEconomics } from "../../../../src/answers/economics/plan-economics.ts";
import { bundledFile } from "../../../../src/base/built-file.ts";
import { bootstrapInterval } from "../../../../src/measure/bootstrap.ts";
import { createRandom } from "../../../../src/measure/random.ts";
import { type EconomicInput, economicsOf, middle } from "../../../../src/plan/economics.ts";
import { backtestPlan, type TestedPlan } from "../../../../src/proof/measure/plans/backtest-plan.ts";
import { chooseByRecord } from "../../../../src/proof/measure/plans/choose-by-record.ts";
import { judgingDraws, type Verdict } from "../../../../src/proof/measure/plans/judge-choices.ts";
import { plantedTrial } from "./planted-cells.ts";

/** Those of the table, in the middle of their intervals; nothing is fitted, since these cells have no families. */
const bundled: readonly EconomicInput[] = readEconomics(readFileSync(bundledFile("plan/records.csv"), "utf8"));
/** As if neither originality nor growth told anything. */
const blind = bundled.map((input) => {
  if (input.id === "top-tenth") return { ...input, low: 0.1, high: 0.1 };
  return input.id === "growth-kept" ? { ...input, low: 0, high: 0 } : input;
});

const chooser = (inputs: readonly EconomicInput[]) => chooseByRecord(economicsOf(inputs, middle));

async function tested(inputs: readonly EconomicInput[], signal: number): Promise<readonly TestedPlan[]> {
  const found: TestedPlan[] = [];
  for (let seed = 100; seed < 120; seed++) found.push(await backtestPlan(chooser(inputs), plantedTrial(seed, { cells: 200, signal })));
  return found;
}

const count = (plans: readonly TestedPlan[], verdict: Verdict): number => plans.filter((one) => one.verdict === verdict).length;

/** Mean difference to each baseline over corpora, by drawing corpora. */
const pooled = (plans: readonly TestedPlan[]) =>
  [0, 1, 2].map((baseline) => {
    const meanOf = (sample: Int32Array): number =>
      sample.reduce((sum, at) => sum + plans[at]!.differences[baseline]!.difference! / sample.length, 0);
    return bootstrapInterval(plans.length, meanOf, { random: createRandom(1, baseline), draws: judgingDraws, level: 0.95 })!;
  });

describe("a choice by record, on twenty invented corpora", () => {
  it("beats all three baselines where growth and originality set what comes after", async () => {
    const plans = await tested(bundled, 0.8);
    expect(count(plans, "beats")).toBeGreaterThanOrEqual(18);
    for (const { low } of pooled(plans)) expect(low).toBeGreaterThan(0.5);
  });

  it("ties where they set nothing", async () => {
    const plans = await tested(bundled, 0);
    expect(count(plans, "ties")).toBeGreaterThanOrEqual(18);
    expect(count(plans, "beats")).toBe(0);
    for (const { low, high } of pooled(plans)) {
      expect(low).toBeLessThan(0);
      expect(high).toBeGreaterThan(0);
    }
  });

  it("finds nothing where it takes neither of them into account", async () => {
    expect(count(await tested(blind, 0.8), "beats")).toBeLessThan(4);
  });
});
