import { pick } from "../../base/collections.ts";
import { counted } from "../../base/format.ts";
import { taken } from "../../plan/launches.ts";
import type { MadeProblem } from "../../plan/make-problem/make-problem.ts";
import { targetOfPeriod } from "../../plan/make-problem/periods.ts";
import type { TargetKind } from "../../plan/make-problem/plan-facts.ts";
import { openSolver } from "../../plan/solver/open-solver.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { planAdvice } from "./plan-advice.ts";
import { planAgainst } from "./plan-against.ts";
import { planEvidence } from "./plan-evidence.ts";
import { planFinding } from "./plan-labels.ts";
import { type PlanDraws, planFrontier, planInterval, planRegrets, planRobustness, withMore } from "./plan-more.ts";
import { chosenProgrammes, plannedProgramme, targetWorths } from "./plan-programmes.ts";
import type { PlanOutline, PlanReport } from "./plan-report.ts";
import { type PlanOptions, type SolvedProblem, solveOptions, solvePrepared, technologiesIn } from "./plan-solved.ts";
import { targetParts } from "./plan-words.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** What an answer on a plan tells beside it, on request. */
export interface PlanRequests extends PlanOptions {
  /** How many budgets, from none to twice the money. */
  readonly frontier?: number | undefined;
  readonly regrets?: boolean | undefined;
  /** Draws of the inputs: how often programmes stay in. */
  readonly draws?: number | undefined;
  /** 1 if absent. */
  readonly seed?: number | undefined;
}

/** How many programmes that are out are told of. */
const nextShown = 10;

/** The plan of most value: what is in, when, what it brings and how near the best that is. Throws as `solvePrepared`. */
export async function answerPlan(prepared: PreparedPlan, asked: PlanRequests, effects: RunEffects): Promise<PlanReport> {
  const options = solveOptions(prepared, asked, effects);
  const solvers = [openSolver(), openSolver()] as const;
  try {
    const solved = await solvePrepared(prepared, prepared.made, solvers[0], options, effects);
    const draws: PlanDraws | null = asked.draws === undefined ? null : { draws: asked.draws, seed: asked.seed ?? 1 };
    const known = reportOf(prepared, solved);
    const { advice, sources } = await planAdvice(prepared, known.programmes);
    const report = {
      ...known,
      interval: await planInterval(prepared, solved, asked.seed ?? 1, { ...effects, signal: options.signal ?? effects.signal }),
      more: await withMore(solved, prepared.choices.people.length > 0, solvers[0], options),
      frontier: asked.frontier === undefined ? null : await planFrontier(solved, asked.frontier, solvers, options, effects),
      regrets: asked.regrets ? await planRegrets(solved, solvers[0], options) : null,
      advice,
      evidence: planEvidence(prepared, sources, technologiesIn(solved)),
      robustness: draws && (await planRobustness(prepared, solved, draws, solvers, options, effects)),
    };
    return { ...report, finding: planFinding(report, shortestOf(prepared.made)) };
  } finally {
    await Promise.all(solvers.map((solver) => solver.close()));
  }
}

const shortestOf = ({ programmes }: MadeProblem): number => Math.min(...programmes.map(({ programme }) => programme.money.length));

type Extra = "finding" | "advice" | "evidence" | "interval" | "more" | "frontier" | "regrets" | "robustness";

function reportOf(prepared: PreparedPlan, solved: SolvedProblem): Omit<PlanReport, Extra> {
  const { head, inputs, gathered } = prepared;
  const { problem, plan } = solved;
  const targets = targetWorths(prepared, solved);
  const chosen = chosenProgrammes(prepared, solved, nextShown);
  return {
    question: `What should ${head.homeName} research and patent from ${head.years[0]} to ${head.years.at(-1)}?`,
    plan: head,
    candidates: problem.programmes.length,
    worth: targets.reduce((sum, { worth }) => sum + worth, 0),
    presentCost: chosen.programmes.reduce((sum, { presentCost }) => sum + presentCost, 0),
    ...pick(plan, "value", "bound", "gap", "stopped", "greedy"),
    ...chosen,
    resources: resourcesOf(prepared, solved),
    targets,
    against: planAgainst(prepared, solved),
    inputs,
    left: gathered.left,
  };
}

function resourcesOf({ choices }: PreparedPlan, { problem, plan, prices }: SolvedProblem): PlanReport["resources"] {
  const used = taken(problem, plan.launches);
  const bounded = new Set(["money", ...choices.people.map(({ field }) => field)]);
  return problem.resources.map(({ id, available }, r) => ({
    id,
    used: [...used[r]!],
    available: bounded.has(id) ? [...available] : null,
    price: prices === null || !bounded.has(id) ? null : prices.resources[r]!.reduce((sum, each) => sum + each, 0),
  }));
}

/** What a plan would choose from, and on which inputs. */
export function answerPlanOutline(prepared: PreparedPlan): PlanOutline {
  const { head, made, inputs, gathered } = prepared;
  const kinds = [...new Set(made.problem.targets.map(({ id }) => targetOfPeriod(id)))].map((id) => targetParts(prepared.read, id).kind);
  const targets: Record<TargetKind, number> = { exposure: 0, freedom: 0, bargaining: 0, option: 0 };
  for (const kind of kinds) targets[kind] += 1;
  return {
    question: `What would the plan "${head.name}" choose from?`,
    finding: `${counted(made.programmes.length, "programme")} in ${counted(gathered.facts.technologies.length, "technology", "technologies")} to choose from for ${head.homeName}.`,
    plan: head,
    programmes: made.programmes.map((each) => plannedProgramme(prepared, each)),
    targets,
    scenarios: made.problem.scenarios.map(({ id, probability }) => ({ scenario: id, probability })),
    inputs,
    left: gathered.left,
    evidence: planEvidence(prepared),
  };
}
