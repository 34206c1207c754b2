import { groupBy } from "../../base/collections.ts";
import type { Economics } from "../economics.ts";
import type { Gain, PlanProblem } from "../problem.ts";
import { dependencyLimits, limitsOf, withDependencies } from "./limits.ts";
import { partOfPeriod } from "./periods.ts";
import type { PlanChoices, PlanFacts, TechnologyFacts } from "./plan-facts.ts";
import { type MadeProgramme, programmesOf } from "./programmes.ts";
import { scenariosOf } from "./scenarios.ts";
import { freedBy, type LastingTarget, lastingTargets } from "./targets.ts";
import { type Timing, timingOf } from "./timing.ts";

export interface MadeProblem {
  readonly problem: PlanProblem;
  /** In the order of the problem's programmes. */
  readonly programmes: readonly MadeProgramme[];
}

/**
 * Builds the plan problem: programmes from cells, targets from the worth of technologies to the home, optional limits. Sorted by id, so
 * input order does not matter. Values are present values in USD m.
 */
export function makeProblem(facts: PlanFacts, choices: PlanChoices, economics: Economics): MadeProblem {
  const technologies = byId(facts.technologies);
  const cells = facts.cells.toSorted((a, b) => order(a.cell.id, b.cell.id));
  const known = new Map(technologies.map((each) => [each.id, each]));
  const timings = new Map(technologies.map((each) => [each.id, timingOf(each, facts.firstYear, economics)]));
  const made = cells.flatMap((planCell) => {
    const technology = known.get(planCell.cell.technology);
    return technology === undefined ? [] : programmesOf(technology, planCell, timings.get(technology.id)!, choices, economics);
  });
  const ofTechnology = groupBy(made, ({ cell }) => cell.technology);
  const used = technologies.filter(({ id }) => ofTechnology.has(id));
  const lasting = used.flatMap((each) => lastingTargets(each, ofTechnology.get(each.id)!, timings.get(each.id)!, choices, economics));
  const targetsIn = groupBy(lasting, ({ technology }) => technology.id);
  const gaining = made.map((each): MadeProgramme => {
    const { technology } = each.cell;
    const gains = gainsOf(each, targetsIn.get(technology) ?? [], timings.get(technology)!, choices, economics);
    return { ...each, programme: { ...each.programme, gains } };
  });
  const programmes = choices.dependencies ? withDependencies(gaining, known) : gaining;
  return {
    programmes,
    problem: {
      years: choices.years,
      programmes: programmes.map(({ programme }) => programme),
      targets: lasting.flatMap(({ periods }) => periods),
      money: choices.money,
      fields: fieldsOf(choices, programmes),
      limits: [...limitsOf(programmes, choices), ...dependencyLimits(programmes)],
      scenarios: scenariosOf({ ...facts, technologies: used }, lasting, ofTechnology, timings, economics),
      risk: choices.risk,
    },
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = (technologies: readonly TechnologyFacts[]): readonly TechnologyFacts[] => technologies.toSorted((a, b) => order(a.id, b.id));

/** More researchers than any plan uses: unbounded. */
const noBound = 1e7;

function fieldsOf({ people, years }: PlanChoices, programmes: readonly MadeProgramme[]) {
  const named = new Map(people.map(({ field, byYear }) => [field, byYear]));
  const fields = [...new Set(programmes.flatMap(({ programme }) => programme.people.map(({ field }) => field)))];
  return fields.map((id) => ({ id, people: named.get(id) ?? new Array<number>(years).fill(noBound) }));
}

/**
 * Contribution of a whole programme to the targets of its technology by launch year and period; 0 if it would not finish within the years.
 */
function gainsOf(
  programme: MadeProgramme,
  targets: readonly LastingTarget[],
  { paid }: Timing,
  { years }: PlanChoices,
  economics: Economics,
): readonly Gain[] {
  const [rate, lapse] = [economics.of("discount"), economics.of("lapse")];
  return targets.flatMap((target): readonly Gain[] => {
    const amount = amountOf(programme, target, economics);
    if (amount === null) return [];
    return target.periods.map((period) => ({
      target: period.id,
      byLaunch: Array.from({ length: years }, (_, year) =>
        year + paid <= years ? amount * partOfPeriod(target.kind, target.presences[year]!, period, rate, lapse) : 0,
      ),
    }));
  });
}

/** Amount of a target that a whole programme brings; `null`: unrelated. */
function amountOf({ brings, cell }: MadeProgramme, { kind, technology, jurisdiction }: LastingTarget, economics: Economics): number | null {
  if (kind === "exposure") return brings.supply;
  if (kind === "bargaining") return brings.weight;
  if (kind === "option") return brings.topTenth;
  const sales = technology.blocked.find((each) => each.jurisdiction === jurisdiction)!;
  return freedBy(technology, sales, cell.group, economics);
}
