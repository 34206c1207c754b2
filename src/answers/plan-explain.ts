import { LevermapError } from "../base/errors.ts";
import { nearNames } from "../link/near-name.ts";
import { compileProblem } from "../plan/compiled-problem.ts";
import { launched } from "../plan/launches.ts";
import { sumsByTarget } from "../plan/make-problem/target-id.ts";
import { programmeReason } from "../plan/programme-reason.ts";
import { type SolvePlanOptions, solvePlan } from "../plan/solve-plan.ts";
import { type OpenSolver, openSolver } from "../plan/solver/open-solver.ts";
import { planFiling } from "./plan-advice.ts";
import { planEvidence } from "./plan-evidence.ts";
import type { PlanExplanation } from "./plan-explain-report.ts";
import { usdM } from "./plan-finding.ts";
import { plannedProgramme } from "./plan-programmes.ts";
import { type PlanOptions, type SolvedProblem, solveOptions, solvePrepared } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";
import { meant } from "./scenario-parties.ts";
import type { RunEffects } from "./scenario-run.ts";

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
    const prices = pricesOf(prepared, solved, i);
    const other = await otherwise(solved, i, part > 0, solver, options);
    const programme = plannedProgramme(prepared, made.programmes.find((each) => each.programme.id === id)!);
    const { filing, sources } = await planFiling(prepared, programme.technology);
    const otherwiseTold = { value: other, change: other === null ? null : other - plan.value };
    return {
      question: `Why is ${id} ${part > 0 ? "in" : "out of"} the plan "${head.name}"?`,
      finding: findingOf(id, part, prices, otherwiseTold.change),
      plan: head,
      programme,
      part,
      launches: head.years.flatMap((year, at) => {
        const of = plan.launches[i * problem.years + at]!;
        return of > 0 ? [{ year, part: of }] : [];
      }),
      prices,
      otherwise: otherwiseTold,
      changes: changesOf(part > 0, prices, programme.cost),
      filing,
      evidence: planEvidence(prepared, sources),
    };
  } finally {
    await solver.close();
  }
}

function requireProgramme({ made, asked }: PreparedPlan, wanted: string): string {
  const ids = made.programmes.map(({ programme }) => programme.id);
  const key = (id: string): string => id.replaceAll(" ", "").toLowerCase();
  const found = ids.find((id) => key(id) === key(wanted));
  if (found !== undefined) return found;
  throw new LevermapError(
    "LM_PROGRAMME_UNKNOWN",
    `There is no programme "${wanted}" in ${asked.place}${meant(nearNames(wanted, ids, 3)) || "."}`,
    {
      programme: wanted,
    },
  );
}

function pricesOf({ head, made }: PreparedPlan, { problem, prices }: SolvedProblem, i: number): PlanExplanation["prices"] {
  if (prices === null) return null;
  const { year, gains, prices: paid, limits, net } = programmeReason(problem, prices, i);
  const resourceName = (r: number): string => (r === 0 ? "money" : `researchers of ${problem.resources[r]!.id}`);
  const limitNames = made.problem.limits.map(({ id }) => id).sort();
  return {
    year: head.years[year]!,
    gains: [...sumsByTarget(gains.map(({ target, value }) => ({ id: problem.targets[target]!.id, value })))]
      .map(([of, value]) => ({ of, value }))
      .sort((a, b) => b.value - a.value),
    costs: paid.map(({ resource, value }) => ({ of: resourceName(resource), value })).sort((a, b) => b.value - a.value),
    limits: limits.map(({ limit, value }) => ({ of: limitNames[limit]!, value })),
    net,
  };
}

/** Value of the plan with the programme out where it is in, or in where it is out; `null` where nothing keeps to the bounds then. */
async function otherwise(
  { made, plan }: SolvedProblem,
  i: number,
  isIn: boolean,
  solver: OpenSolver,
  options: SolvePlanOptions,
): Promise<number | null> {
  const { problem } = made;
  const id = problem.programmes.map((each) => each.id).sort()[i]!;
  const out = { id: `${id} is out`, weights: [{ programme: id, weight: 1 }], most: 0 };
  const other = isIn
    ? {
        ...problem,
        limits: [...problem.limits, out],
        programmes: problem.programmes.map((each) => (each.id === id ? { ...each, required: false } : each)),
      }
    : { ...problem, programmes: problem.programmes.map((each) => (each.id === id ? { ...each, required: true } : each)) };
  const found = await solvePlan(compileProblem(other), solver, options);
  return found.kind === "plan" ? (isIn ? Math.min(found.value, plan.value) : found.value) : null;
}

function findingOf(id: string, part: number, prices: PlanExplanation["prices"], change: number | null): string {
  const state = part > 0 ? `${id} is in${part < 0.995 ? `, ${Math.round(part * 100)} % of it` : ""}` : `${id} is out`;
  const sum = (terms: readonly { readonly value: number }[]): number => terms.reduce((total, { value }) => total + value, 0);
  const by = prices
    ? `: at the plan's prices it brings ${usdM(sum(prices.gains))} and takes what would bring ${usdM(sum(prices.costs) + sum(prices.limits))} elsewhere`
    : "";
  const other =
    change === null
      ? ` Nothing keeps to the bounds if it has to be ${part > 0 ? "out" : "in"}.`
      : ` ${part > 0 ? "Without it" : "With it"} the best plan is worth ${usdM(Math.abs(change))} ${change > 0 ? "more, within the gap" : "less"}.`;
  return `${state}${by}.${other}`;
}

/** What moves it over the edge, by its reduced cost. */
function changesOf(isIn: boolean, prices: PlanExplanation["prices"], cost: number): readonly string[] {
  if (prices === null) return [];
  const { net, gains, costs, limits } = prices;
  const sum = (terms: readonly { readonly value: number }[]): number => terms.reduce((total, { value }) => total + value, 0);
  const [brought, taken] = [sum(gains), sum(costs) + sum(limits)];
  const per = (value: number, whole: number): string => `${Math.round((100 * Math.abs(value)) / whole)} %`;
  if (isIn && net > 0)
    return [
      ...(brought > 0 ? [`It would be out if it brought ${per(net, brought)} less.`] : []),
      ...(taken > 0 ? [`It would be out if it took ${per(net, taken)} more of what is scarce.`] : []),
    ];
  if (isIn)
    return [
      "It is in because programmes are whole and have a least size, or because another needs it: at the margin it earns no more than others.",
    ];
  if (net >= 0)
    return [
      "It would pay at the margin, and is out only because programmes are whole and have a least size: a little more money or people would take it in.",
    ];
  return [
    ...(brought > 0
      ? [`It would be in if it brought ${per(net, brought)} more: ${usdM(-net)}.`]
      : ["It adds to nothing that has a worth here."]),
    ...(taken > 0 && brought > 0
      ? [`It would be in if it took ${per(net, taken)} less of what is scarce (all of it costs ${usdM(cost)}).`]
      : []),
  ];
}
