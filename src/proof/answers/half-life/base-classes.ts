import { groupBy } from "../../../base/collections.ts";
import { percent } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import type { ObservedStep } from "../../../leverage/halflife/drift-model.ts";
import { type BaseRate, fewestSteps, fitWalk, type ShareStep } from "../../../leverage/halflife/drift-model.ts";
import { keepsHalf, sharesAfter } from "../../../leverage/halflife/odds-walk.ts";
import { bootstrapInterval, quantile } from "../../../measure/bootstrap.ts";
import { createRandom } from "../../../measure/random.ts";
import type { SupplyMode } from "../../../measure/supply/supply-map.ts";
import type { BaseClass } from "./half-life-score-report.ts";

/** Years within which half may be lost. */
const lostYears = [1, 5, 10, 20] as const;
const resamples = 100;
const modes = ["consumable", "capital", "service"] as const satisfies readonly SupplyMode[];

/** What shares did, by what is like: the two halves by share, which the base rate uses, and the modes of supply, which it does not. */
export function baseClasses(
  steps: readonly ObservedStep[],
  { middle }: BaseRate,
  modeOf: (technology: string) => SupplyMode,
  seed: number,
): readonly BaseClass[] {
  const classes: readonly (readonly [string, (step: ShareStep) => boolean])[] = [
    [say("base-classes.or-more", { middle: percent(middle) }), ({ share }) => share >= middle],
    [say("base-classes.less-than", { middle: percent(middle) }), ({ share }) => share < middle],
    ...modes.map((mode) => [mode, ({ technology }: ShareStep) => modeOf(technology) === mode] as const),
    ["all", () => true],
  ];
  return classes.flatMap(([of, isIn]) => {
    const own = steps.filter(isIn);
    return own.length < fewestSteps ? [] : [classOf(of, own, seed)];
  });
}

function classOf(of: string, steps: readonly ShareStep[], seed: number): BaseClass {
  const byTechnology = [...groupBy(steps, ({ technology }) => technology).values()];
  const share = quantile(
    steps.map((step) => step.share).sort((a, b) => a - b),
    0.5,
  );
  const walk = fitWalk(steps);
  const after = sharesAfter(walk, share, 5, 200);
  const lostBy = (years: number) => (sample: Int32Array) =>
    1 - keepsHalf(fitWalk(Array.from(sample).flatMap((at) => byTechnology[at]!)), share, years);
  return {
    of,
    steps: steps.length,
    technologies: byTechnology.length,
    years: steps.reduce((sum, { years }) => sum + years, 0),
    share,
    after5: { low: quantile(after, 0.1), median: quantile(after, 0.5), high: quantile(after, 0.9) },
    lost: lostYears.map((years) => ({
      years,
      chance: 1 - keepsHalf(walk, share, years),
      chance80: bootstrapInterval(byTechnology.length, lostBy(years), { random: createRandom(seed), draws: resamples })!,
    })),
  };
}
