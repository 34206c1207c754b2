import { number, percent } from "../../base/format.ts";
import { horizons } from "../../leverage/course/steps.ts";
import { type SensitivityIndex, sensitivityOf } from "../../leverage/draw/sensitivity.ts";
import { metricsAt } from "../../leverage/scenario/run-scenario.ts";
import type { ResultContext } from "./result-context.ts";
import type { MovingInput, ScenarioSensitivity } from "./simulate-report.ts";

const shown = 8;
/** An input that explains less of the variance narrows nothing by itself. */
const leastNarrowing = 0.05;
const months = [12, 60];
const kinds = ["loss", "growth", "useUsd"] as const;

/**
 * Which inputs move the loss of each target most at 12 and at 60 months: of running output, or, where none is lost in any draw, of new capacity or of use.
 */
export function sensitivityIn(context: ResultContext, seed: number): readonly ScenarioSensitivity[] {
  const { compiled, numbers, run, unknown } = context;
  return compiled.targets.flatMap(({ code }, k) => {
    if (unknown.targets.has(k)) return [];
    const of = kinds.find((kind) => moves(context, k, kind));
    if (of === undefined) return [];
    const at = metricsAt(numbers.metrics, { kind: of, target: k });
    return months.map((month) => {
      const values = numbers.draws.values[at[horizons.indexOf(month as 12)]!]!;
      const lost = values.some((value) => isShown(of, value));
      const found = lost ? sensitivityOf(values, run.drawn, seed).map(told) : [];
      return {
        target: code,
        of,
        month,
        lost,
        inputs: found.slice(0, shown),
        narrows: found.find((input) => isOpen(input) && input.part >= leastNarrowing) ?? null,
      };
    });
  });
}

const moves = ({ numbers }: ResultContext, k: number, kind: (typeof kinds)[number]): boolean =>
  metricsAt(numbers.metrics, { kind, target: k }).some((at) => numbers.draws.spread[at]![2] > 0);

/** Whether a loss is more than nothing as it is shown. */
const isShown = (of: (typeof kinds)[number], value: number): boolean => (of === "useUsd" ? number(value) !== "0" : percent(value) !== "0%");

/** Whether a fact that can be found out would take its place. */
const isOpen = ({ basis }: MovingInput): boolean => basis === "assumed" || basis === "unknown";

function told({ input: { technology, name, low, high, basis, source }, part, atLow, atHigh }: SensitivityIndex): MovingInput {
  return { technology, input: name, low, high, basis, source, part, atLow, atHigh };
}
