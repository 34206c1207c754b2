import type { CompiledJoint } from "../../plan/joint/compiled-joint.ts";
import { compileJoint } from "../../plan/joint/compiled-joint.ts";
import { composeWorlds } from "../../plan/joint/composed-worlds.ts";
import { createDraft } from "../../plan/joint/draft.ts";
import { openWorlds } from "../../plan/joint/open-worlds.ts";
import { searchPlans } from "../../plan/joint/search-plan.ts";
import type { PlanReport } from "./plan-report.ts";
import { type SolvedPlan, searchTries } from "./plan-solved.ts";

const parts = 4;

/** How much of a plan hangs on the worlds that it is chosen on. */
export interface PlanQuarters {
  readonly told: PlanReport["worlds"]["quarters"];
  /** In how many of the quarters a problem is in the best plan of the quarter alone. */
  readonly takenUp: (problem: string) => number;
}

/**
 * Looks for the best plan of each quarter of the worlds alone. Their mean value is at least that of the best plan of all these worlds, and in expectation that of the
 * best plan of all worlds there are: what it is above the plan is how much more may be had at most, told from samples of that size (Mak, Morton and Wood 1999).
 */
export function planQuarters({ joint }: SolvedPlan): PlanQuarters {
  const all = compileJoint(joint.problem);
  const counts = new Map<string, number>();
  const values = Array.from({ length: parts }, (_, part) => {
    const problem = openWorlds(partOf(all, part));
    const before = createDraft(problem).value();
    const found = searchPlans(problem).start({ left: searchTries });
    if (found === null) return 0;
    for (const [at, { problem: of }] of joint.bets.entries()) if (found.chosen[at] === 1) counts.set(of.id, (counts.get(of.id) ?? 0) + 1);
    return found.value - before;
  });
  return {
    told: {
      count: parts,
      best: values.reduce((sum, each) => sum + each, 0) / parts,
      least: Math.min(...values),
      most: Math.max(...values),
    },
    takenUp: (problem) => counts.get(problem) ?? 0,
  };
}

/** Every fourth world, each with four times its chance. */
const partOf = (problem: CompiledJoint, part: number): CompiledJoint => ({
  ...problem,
  worlds: problem.worlds.flatMap((world, at) => (at % parts === part ? [{ ...world, chance: world.chance * parts }] : [])),
});

/**
 * Own losses that a plan avoids on the worlds that it is chosen on, in the mean, with the standard error as if each world were drawn by itself. `null`: the plan counts
 * no resilience.
 */
export function savedOnChosen({ joint, compiled, isIn }: SolvedPlan, weight: number): PlanReport["worlds"]["saved"] {
  if (weight === 0) return null;
  const { worlds } = compiled;
  const composed = composeWorlds(compiled);
  const before = Float64Array.from(worlds, (_, world) => composed.worldValue(world));
  composed.apply(joint.bets.flatMap(({ id }, programme) => (isIn(id) ? [{ programme, sign: 1 as const }] : [])));
  const gains = before.map((value, world) => (composed.worldValue(world) - value) / weight);
  const n = joint.problem.worlds.length;
  const mean = gains.reduce((sum, each) => sum + each, 0) / n;
  const squares = gains.reduce((sum, each) => sum + (each - mean) ** 2, 0) + (n - gains.length) * mean ** 2;
  return { mean, error: Math.sqrt(squares / (n - 1) / n) };
}
