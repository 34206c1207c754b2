import { sum } from "../../base/numbers.ts";
import { type Pick as EconomicPick, economicsOf, middle } from "../../plan/economics.ts";
import { type Launches, launched } from "../../plan/launches.ts";
import { sumsByTarget } from "../../plan/make-problem/periods.ts";
import type { MadeProgramme } from "../../plan/make-problem/programmes.ts";
import { presentCost } from "../../plan/make-problem/timing.ts";
import { meanScale, worth } from "../../plan/plan-value.ts";
import { programmeReason } from "../../plan/shadow-prices.ts";
import type { ChosenProgramme, PlannedProgramme, PlanReport, TargetWorth } from "./plan-report.ts";
import type { SolvedProblem } from "./plan-solved.ts";
import { reasonsInWords, targetParts } from "./plan-words.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** A programme as every answer tells it. */
export function plannedProgramme(prepared: PreparedPlan, made: MadeProgramme): PlannedProgramme {
  const { programme, cell, partner, cost, families } = made;
  const { map } = prepared.read;
  const technology = map.technologies[map.indexOf.get(cell.technology)!]!;
  const [need] = programme.people;
  return {
    id: programme.id,
    technology: cell.technology,
    name: technology.name,
    group: cell.group,
    partner,
    cost,
    researcherYears: sum(need?.byYear ?? []),
    field: need?.field ?? technology.kind,
    families,
    known: cell.families,
    reasons: reasonsInWords(prepared.gathered.reasons.get(cell.id) ?? [], prepared.head.homeName),
  };
}

/** What a plan adds to each target of which it adds anything, the most first. */
export function targetWorths(prepared: PreparedPlan, { problem, plan }: SolvedProblem): readonly TargetWorth[] {
  return toldWorths(prepared, usdWorth(prepared, problem, plan.amounts));
}

/** What amounts of the targets of a problem are worth, USD m, the mean over what may turn out otherwise. */
export const usdWorth = (
  prepared: PreparedPlan,
  problem: SolvedProblem["problem"],
  amounts: ArrayLike<number>,
): readonly { readonly id: string; readonly value: number }[] =>
  problem.targets.map(({ id, segments }, k) => ({ id, value: worth(segments, amounts[k]!) * inUsd(prepared, problem, k) }));

/** The mean over what may turn out otherwise of one that target `k` counts, without the weight that the objective gives its kind. */
function inUsd({ choices, read }: PreparedPlan, problem: SolvedProblem["problem"], k: number): number {
  const weight = choices.weights[targetParts(read, problem.targets[k]!.id).kind];
  return weight > 0 ? meanScale(problem, k) / weight : 0;
}

/** Programmes that are in, the most worth first, and those that are out and nearest to being in. */
export function chosenProgrammes(prepared: PreparedPlan, solved: SolvedProblem, next: number): Pick<PlanReport, "programmes" | "next"> {
  const { problem, plan, made, prices } = solved;
  const byId = new Map(made.programmes.map((each) => [each.programme.id, each]));
  const net = (i: number): number | null => (prices === null ? null : programmeReason(problem, prices, i).net);
  const all = problem.programmes.map(({ id }, i) => ({ i, made: byId.get(id)!, part: launched(problem, plan.launches, i) }));
  const chosen = all
    .filter(({ part }) => part > 0)
    .map(
      ({ i, made: each, part }): ChosenProgramme => ({
        ...plannedProgramme(prepared, each),
        part,
        launches: launchesOf(prepared, solved, i),
        spent: part * each.cost,
        ...broughtBy(prepared, solved, i),
        net: net(i),
      }),
    );
  const total = ({ adds }: ChosenProgramme): number => sum(adds.map((each) => each.worth));
  const cellsIn = new Set(all.flatMap(({ part, made: { cell } }) => (part > 0 ? [cell.id] : [])));
  const open = all.filter(({ part, made: { cell } }) => part === 0 && !cellsIn.has(cell.id));
  const out = open.map(({ i, made: each }) => ({ each, net: net(i) ?? Number.NEGATIVE_INFINITY }));
  return {
    programmes: chosen.sort((a, b) => total(b) - total(a) || (a.id < b.id ? -1 : 1)),
    next: (prices === null
      ? []
      : out.sort((a, b) => b.net - a.net || (a.each.programme.id < b.each.programme.id ? -1 : 1)).slice(0, next)
    ).map(({ each, net: of }) => ({ ...plannedProgramme(prepared, each), net: of })),
  };
}

/** The years in which programme `i` is launched, with the part of it. */
export const launchesOf = ({ head }: PreparedPlan, { problem, plan }: SolvedProblem, i: number): ChosenProgramme["launches"] =>
  head.years.map((year, at) => ({ year, part: plan.launches[i * problem.years + at]! })).filter(({ part }) => part > 0);

/** What a programme brings beside what it costs. */
function broughtBy(prepared: PreparedPlan, solved: SolvedProblem, i: number): Pick<ChosenProgramme, "adds" | "presentCost" | "lessCost"> {
  const [adds, presentCost] = [addedBy(prepared, solved, i), presentCostOf(prepared, solved.problem, solved.plan.launches, i)];
  return { adds, presentCost, lessCost: sum(adds.map((each) => each.worth)) - presentCost };
}

/** What is spent on programme `i`, USD m, present value, at the rate that the pick chooses. */
export function presentCostOf(
  { inputs }: PreparedPlan,
  { programmes, years }: SolvedProblem["problem"],
  launches: Launches,
  i: number,
  pick: EconomicPick = middle,
): number {
  const rate = economicsOf(inputs, pick).of("discount");
  const money = programmes[i]!.takes.find(({ resource }) => resource === 0)?.byYear ?? [];
  const parts = launches.subarray(i * years, (i + 1) * years);
  return parts.reduce((sum, part, year) => (part > 0 ? sum + part * presentCost(money, year, rate) : sum), 0);
}

/** What would be missed of each target without a programme, the others as they are; those of which anything is, the most first. */
function addedBy(prepared: PreparedPlan, { problem, plan }: SolvedProblem, i: number): readonly TargetWorth[] {
  const missed = problem.programmes[i]!.adds.map(({ target, byLaunch }) => {
    const { id, segments } = problem.targets[target]!;
    const own = byLaunch.reduce((sum, gain, year) => sum + gain * plan.launches[i * problem.years + year]!, 0);
    const counted = worth(segments, plan.amounts[target]!) - worth(segments, plan.amounts[target]! - own);
    return { id, value: counted * inUsd(prepared, problem, target) };
  });
  return toldWorths(prepared, missed);
}

/** What nobody would see, USD m. */
const leastWorth = 5e-4;

/** What periods of targets are worth, by target; the most first, without what nobody would see. */
function toldWorths(prepared: PreparedPlan, parts: Iterable<{ readonly id: string; readonly value: number }>): readonly TargetWorth[] {
  return [...sumsByTarget(parts)]
    .filter(([, value]) => value > leastWorth)
    .map(([id, value]) => ({ ...targetParts(prepared.read, id), worth: value }))
    .sort((a, b) => b.worth - a.worth || (a.target < b.target ? -1 : 1));
}
