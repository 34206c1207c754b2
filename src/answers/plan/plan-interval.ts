import { quantile } from "../../measure/bootstrap.ts";
import { compileProblem } from "../../plan/compiled-problem.ts";
import { drawn } from "../../plan/economics.ts";
import { added, type Launches } from "../../plan/launches.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { presentCostOf, usdWorth } from "./plan-programmes.ts";
import type { PlanReport } from "./plan-report.ts";
import type { SolvedProblem } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

const draws = 100;
/** The part of the draws that the interval holds. */
const held = 0.8;

/**
 * What the plan as it stands is worth and costs over draws of all inputs: the middle four fifths of them. What turns out to take longer than the plan had
 * room for ends later, and is paid and counted whole. Rejects with the reason of the signal.
 */
export async function planInterval(
  prepared: PreparedPlan,
  { plan }: SolvedProblem,
  seed: number,
  { signal, progress }: RunEffects,
): Promise<PlanReport["interval"]> {
  const years = prepared.choices.years + longest(prepared);
  const launches = lengthened(plan.launches, prepared.choices.years, years);
  const [worths, less] = [new Float64Array(draws), new Float64Array(draws)];
  for (let draw = 0; draw < draws; draw++) {
    const pick = drawn(seed, draw);
    const problem = compileProblem(prepared.make(pick, years).problem);
    worths[draw] = usdWorth(prepared, problem, added(problem, launches)).reduce((sum, { value }) => sum + value, 0);
    less[draw] = worths[draw]! - problem.programmes.reduce((sum, _, i) => sum + presentCostOf(prepared, problem, launches, i, pick), 0);
    progress.report(draw + 1, draws, "draws of the inputs, the plan as it stands");
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  const bounds = (values: Float64Array) => {
    const sorted = values.toSorted();
    return { low: quantile(sorted, (1 - held) / 2), high: quantile(sorted, (1 + held) / 2) };
  };
  return { draws, seed, held, worth: bounds(worths), lessCost: bounds(less) };
}

/** Years that no programme exceeds in any draw. */
const longest = ({ inputs }: PreparedPlan): number =>
  Math.ceil(Math.max(...inputs.filter(({ id }) => id === "programme-years").map(({ high }) => high)));

/** The same launches in a problem of more years. */
function lengthened(launches: Launches, before: number, years: number): Launches {
  const programmes = launches.length / before;
  const result = new Float64Array(programmes * years);
  for (let i = 0; i < programmes; i++) result.set(launches.subarray(i * before, (i + 1) * before), i * years);
  return result;
}
