import type { Economics } from "../economics.ts";
import type { Gain } from "../problem.ts";
import { partOfPeriod } from "./periods.ts";
import type { PlanChoices } from "./plan-facts.ts";
import type { MadeProgramme } from "./programmes.ts";
import { freedBy, type LastingTarget } from "./targets.ts";
import type { Timing } from "./timing.ts";

/**
 * Contribution of a whole programme to the targets of its technology by launch year and period; 0 if it would not finish within the years.
 */
export function gainsOf(
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
