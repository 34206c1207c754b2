import { sum } from "../../base/numbers.ts";
import { noTimeLimit, type TimeLimit } from "../../base/time-limit.ts";
import { type CompiledJoint, compileJoint } from "../../plan/joint/compiled-joint.ts";
import { composeWorlds } from "../../plan/joint/composed-worlds.ts";
import { createDraft } from "../../plan/joint/draft.ts";
import { effortOf } from "../../plan/joint/improve.ts";
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
 * Looks for the best plan of each quarter of the worlds alone, near the plan too. The mean of their best values is in expectation at least the value of the best plan in all worlds there
 * are (Mak, Morton and Wood 1999); by search it may fall short of that by what the search misses.
 */
export function planQuarters({ joint, found: plan }: SolvedPlan, limit: TimeLimit = noTimeLimit): PlanQuarters {
  const all = compileJoint(joint.problem);
  const counts = new Map<string, number>();
  const values = Array.from({ length: parts }, (_, part) => {
    const problem = openWorlds(partOf(all, part));
    const before = createDraft(problem).value();
    const search = searchPlans(problem);
    // Near the plan itself first: of plans that are worth as much it is the one to tell of.
    const [near, best] = [search.near(plan.chosen, effortOf(searchTries, limit)), search.start(effortOf(searchTries, limit))];
    const found = near !== null && near.value >= (best?.value ?? Number.NEGATIVE_INFINITY) ? near : best;
    if (found === null) return 0;
    for (const [at, { problem: of }] of joint.bets.entries()) if (found.chosen[at] === 1) counts.set(of.id, (counts.get(of.id) ?? 0) + 1);
    return found.value - before;
  });
  return {
    told: {
      count: parts,
      best: sum(values) / parts,
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
  const mean = sum(gains) / n;
  const squares = sum(gains.map((each) => (each - mean) ** 2)) + (n - gains.length) * mean ** 2;
  return { mean, error: Math.sqrt(squares / (n - 1) / n) };
}
