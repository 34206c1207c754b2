import { LevermapError } from "../../../base/errors.ts";
import { nearNames } from "../../../link/near-name.ts";
import { type CompiledProblem, compileProblem } from "../../../plan/compiled-problem.ts";
import { launched } from "../../../plan/launches.ts";
import { onceLimit } from "../../../plan/make-problem/limits.ts";
import { sumsByTarget } from "../../../plan/make-problem/periods.ts";
import { planValue } from "../../../plan/plan-value.ts";
import { programmeReason } from "../../../plan/shadow-prices.ts";
import { type FoundPlan, type SolvePlanOptions, solvePlan } from "../../../plan/solve-plan.ts";
import { type OpenSolver, openSolver } from "../../../plan/solver/open-solver.ts";
import type { RunEffects } from "../../scenario/scenario-run.ts";
import { meant } from "../../shared/names.ts";
import { planFiling } from "../plan-advice.ts";
import { planEvidence } from "../plan-evidence.ts";
import { programmeName } from "../plan-labels.ts";
import { toleranceOf } from "../plan-more.ts";
import { launchesOf, plannedProgramme } from "../plan-programmes.ts";
import {
  inAnotherWay,
  type PlanOptions,
  type SolvedProblem,
  sameCellPrice,
  solveOptions,
  solvePrepared,
  technologiesIn,
} from "../plan-solved.ts";
import { limitName, noneOf, resourceName, targetName } from "../plan-words.ts";
import type { PreparedPlan } from "../prepared-plan.ts";
import type { PlanExplanation } from "./plan-explain-report.ts";
import { type ExplainCauses, explainChanges, explainFinding } from "./plan-explain-words.ts";

/** Why a programme is in the plan or out, and what would have to change. Throws LM_PROGRAMME_UNKNOWN and as `solvePrepared`. */
export async function answerPlanExplain(
  prepared: PreparedPlan,
  wanted: string,
  asked: PlanOptions,
  effects: RunEffects,
): Promise<PlanExplanation> {
  const { made, head } = prepared;
  const id = requireProgramme(prepared, wanted);
  const options = solveOptions(prepared, asked, effects);
  const solver = openSolver();
  try {
    const solved = await solvePrepared(prepared, made, solver, options, effects);
    const { problem, plan } = solved;
    const i = problem.programmes.findIndex((each) => each.id === id);
    const part = launched(problem, plan.launches, i);
    const told = {
      programme: plannedProgramme(prepared, made.programmes.find((each) => each.programme.id === id)!),
      inAnotherWay: inAnotherWay(solved, i),
      part,
      prices: pricesOf(prepared, solved, i),
      otherwise: await otherwise(solved, i, part > 0, solver, options),
    };
    const causes = causesOf(solved, i);
    const { filing, sources } = await planFiling(prepared, told.programme.technology);
    return {
      question: `Why is ${programmeName(told.programme)} ${part > 0 ? "" : "not "}selected in the plan "${head.name}"?`,
      finding: explainFinding(told, causes.noneOf),
      plan: head,
      ...told,
      launches: launchesOf(prepared, solved, i),
      changes: explainChanges(told, causes),
      filing,
      evidence: planEvidence(prepared, sources, technologiesIn(solved)),
    };
  } finally {
    await solver.close();
  }
}

/** The programme of an id; of a cell without a known approach the technology is enough. */
function requireProgramme({ made, asked }: PreparedPlan, wanted: string): string {
  const ids = made.programmes.map(({ programme }) => programme.id);
  const key = (id: string): string =>
    id
      .replaceAll(" ", "")
      .replace(/\/(?=\+|$)/, "")
      .toLowerCase();
  const found = ids.find((id) => key(id) === key(wanted));
  if (found !== undefined) return found;
  const hint = meant(nearNames(wanted, ids, 3)) || ".";
  throw new LevermapError("LM_PROGRAMME_UNKNOWN", `There is no programme "${wanted}" in ${asked.place}${hint}`, { programme: wanted });
}

function pricesOf(prepared: PreparedPlan, solved: SolvedProblem, i: number): PlanExplanation["prices"] {
  const { problem, prices } = solved;
  if (prices === null) return null;
  const reason = programmeReason(problem, prices, i);
  const { year, gains, prices: paid, limits, charge, net } = reason;
  const sameCell = sameCellPrice(solved, i, reason);
  const most = (a: { readonly value: number }, b: { readonly value: number }): number => b.value - a.value;
  const ownCell = onceLimit(prepared.made.programmes.find(({ programme }) => programme.id === problem.programmes[i]!.id)!.cell.id);
  return {
    year: prepared.head.years[year]!,
    gains: [...sumsByTarget(gains.map(({ target, value }) => ({ id: problem.targets[target]!.id, value })))]
      .map(([target, value]) => ({ of: targetName(prepared.read, target), value }))
      .sort(most),
    costs: paid.map(({ resource, value }) => ({ of: resourceName(problem.resources[resource]!.id), value })).sort(most),
    limits: limits
      .filter(({ limit }) => problem.limits[limit]!.id !== ownCell)
      .map(({ limit, value }) => ({ of: limitName(prepared, problem.limits[limit]!.id), value })),
    charge,
    sameCell,
    net,
  };
}

/** What makes a programme be in that earns no more than others at the margin. */
function causesOf({ made, problem, plan }: SolvedProblem, i: number): ExplainCauses {
  const { id, required } = problem.programmes[i]!;
  const on = new Set(problem.programmes.filter((_, at) => launched(problem, plan.launches, at) > 0).map((each) => each.id));
  const { cell } = made.programmes.find(({ programme }) => programme.id === id)!;
  return {
    noneOf: noneOf(problem, i),
    isRequired: required,
    neededBy: made.programmes.flatMap(({ programme, dependsOn }) =>
      dependsOn.includes(cell.id) && on.has(programme.id) ? [programme.id] : [],
    ),
  };
}

/** The plan with the programme out where it is in, or in where it is out; values `null` where nothing keeps to the bounds then. */
async function otherwise(
  { made, plan }: SolvedProblem,
  i: number,
  isIn: boolean,
  solver: OpenSolver,
  options: SolvePlanOptions,
): Promise<PlanExplanation["otherwise"]> {
  const { problem } = made;
  const id = problem.programmes.map((each) => each.id).sort()[i]!;
  const out = { id: `${id} is out`, weights: [{ programme: id, weight: 1 }], most: 0 };
  const programmes = problem.programmes.map((each) => (each.id === id ? { ...each, required: !isIn } : each));
  const other = compileProblem({ ...problem, programmes, limits: isIn ? [...problem.limits, out] : problem.limits });
  const found = await solvePlan(other, solver, options);
  if (found.kind !== "plan") return { value: null, change: null, within: toleranceOf(plan), brings: null };
  const value = isIn ? Math.min(found.value, plan.value) : found.value;
  const [where, problemThere] = isIn ? [plan, compileProblem(problem)] : [found, other];
  return { value, change: value - plan.value, within: toleranceOf(plan, found), brings: missedWithout(problemThere, where, i) };
}

/** What the objective would lose without programme `i`, the others as they are. */
function missedWithout(problem: CompiledProblem, { launches, value }: FoundPlan, i: number): number {
  const without = launches.slice().fill(0, i * problem.years, (i + 1) * problem.years);
  return value - planValue(problem, without);
}
