import { launched } from "../plan/launches.ts";
import type { TargetKind } from "../plan/make-problem/plan-facts.ts";
import type { MadeProgramme } from "../plan/make-problem/programmes.ts";
import { sumsByTarget } from "../plan/make-problem/target-id.ts";
import { worth } from "../plan/plan-value.ts";
import { programmeReason } from "../plan/programme-reason.ts";
import { reasonsInWords } from "./plan-reasons.ts";
import type { ChosenProgramme, PlannedProgramme, PlanReport, TargetWorth } from "./plan-report.ts";
import type { SolvedProblem } from "./plan-solved.ts";
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
    researcherYears: need?.byYear.reduce((sum, each) => sum + each, 0) ?? 0,
    field: need?.field ?? technology.kind,
    families,
    known: cell.families,
    reasons: reasonsInWords(prepared.gathered.reasons.get(cell.id) ?? []),
  };
}

/** What a target is, from its id. */
export function targetParts(id: string): Omit<TargetWorth, "worth"> {
  const [kind, technology, jurisdiction] = id.split(":") as [TargetKind, string, string | undefined];
  return { target: id, kind, technology, jurisdiction: jurisdiction ?? null };
}

/** Programmes that are in, the most worth first, and those that are out and nearest to being in. */
export function chosenProgrammes(prepared: PreparedPlan, solved: SolvedProblem, next: number): Pick<PlanReport, "programmes" | "next"> {
  const { problem, plan, made, prices } = solved;
  const byId = new Map(made.programmes.map((each) => [each.programme.id, each]));
  const net = (i: number): number | null => (prices === null ? null : programmeReason(problem, prices, i).net);
  const all = problem.programmes.map(({ id }, i) => ({ i, made: byId.get(id)!, part: launched(problem, plan.launches, i) }));
  const chosen = all
    .filter(({ part }) => part > 0)
    .map(({ i, made: each, part }): ChosenProgramme => {
      const launches = prepared.head.years.flatMap((year, at) => {
        const of = plan.launches[i * problem.years + at]!;
        return of > 0 ? [{ year, part: of }] : [];
      });
      return {
        ...plannedProgramme(prepared, each),
        part,
        launches,
        spent: part * each.cost,
        adds: addedBy(solved, i),
        net: net(i),
      };
    });
  const total = ({ adds }: ChosenProgramme): number => adds.reduce((sum, { worth: each }) => sum + each, 0);
  const out = all.filter(({ part }) => part === 0).map(({ i, made: each }) => ({ each, net: net(i) ?? Number.NEGATIVE_INFINITY }));
  return {
    programmes: chosen.sort((a, b) => total(b) - total(a) || (a.id < b.id ? -1 : 1)),
    next: (prices === null
      ? []
      : out.sort((a, b) => b.net - a.net || (a.each.programme.id < b.each.programme.id ? -1 : 1)).slice(0, next)
    ).map(({ each, net: of }) => ({ ...plannedProgramme(prepared, each), net: of })),
  };
}

/** What would be missed of each target without a programme, the others as they are; those of which anything is, the most first. */
function addedBy({ problem, plan }: SolvedProblem, i: number): readonly TargetWorth[] {
  const missed = problem.programmes[i]!.adds.map(({ target, byLaunch }) => {
    const { id, segments } = problem.targets[target]!;
    const own = byLaunch.reduce((sum, gain, year) => sum + gain * plan.launches[i * problem.years + year]!, 0);
    return { id, value: worth(segments, plan.amounts[target]!) - worth(segments, plan.amounts[target]! - own) };
  });
  return toldWorths(missed);
}

/** What nobody would see, USD m. */
const leastWorth = 5e-4;

/** What periods of targets are worth, by target; the most first, without what nobody would see. */
export function toldWorths(parts: Iterable<{ readonly id: string; readonly value: number }>): readonly TargetWorth[] {
  return [...sumsByTarget(parts)]
    .filter(([, value]) => value > leastWorth)
    .map(([id, value]) => ({ ...targetParts(id), worth: value }))
    .sort((a, b) => b.worth - a.worth || (a.target < b.target ? -1 : 1));
}
