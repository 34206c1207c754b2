import { followUpLimit, onceLimit, technologyLimit } from "../plan/make-problem/limits.ts";
import type { TargetKind } from "../plan/make-problem/plan-facts.ts";
import type { MadeProgramme } from "../plan/make-problem/programmes.ts";
import { standsOnLimit } from "../plan/make-problem/stands-on.ts";
import { toldTarget } from "../plan/make-problem/target-id.ts";
import type { PlanConflict } from "../plan/plan-conflict.ts";
import { gainWords, usdM } from "./plan-finding.ts";
import type { PlannedProgramme, TargetWorth } from "./plan-report.ts";
import type { PreparedPlan } from "./prepared-plan.ts";
import type { ReadModel } from "./read-model.ts";

/** `Photoresists, G03F 7, with DE`; where no class tells the approach, it says so. */
export const programmeName = ({ name, group, partner }: Pick<PlannedProgramme, "name" | "group" | "partner">): string =>
  [name, group === "" ? "no approach known" : group, ...(partner === null ? [] : [`with ${partner}`])].join(", ");

/** What a target is, from its id or that of a period of it. */
export function targetParts(read: ReadModel, id: string): Omit<TargetWorth, "worth"> {
  const [kind, technology, jurisdiction] = toldTarget(id).split(":") as [TargetKind, string, string | undefined];
  return { target: toldTarget(id), kind, technology, name: technologyName(read, technology), jurisdiction: jurisdiction ?? null };
}

/** `exposure removed, EUV optics`, `royalties and bargaining, Photoresists in US`. */
export const targetName = (read: ReadModel, target: string): string => {
  const { kind, name, jurisdiction } = targetParts(read, target);
  return `${gainWords[kind]}, ${name}${jurisdiction === null ? "" : ` in ${jurisdiction}`}`;
};

/** Name of a technology of the map. */
const technologyName = ({ map }: ReadModel, id: string): string => map.technologies[map.indexOf.get(id)!]!.name;

/** What a limit of the problem is. */
export function limitName({ read, made }: PreparedPlan, id: string): string {
  if (id === followUpLimit) return "the most for follow-up work";
  const nameOf = ({ technology, group }: MadeProgramme["cell"]): string =>
    programmeName({ name: technologyName(read, technology), group, partner: null });
  const cell = made.programmes.find((each) => onceLimit(each.cell.id) === id)?.cell;
  if (cell !== undefined) return `${nameOf(cell)}, taken once, alone or with a partner`;
  for (const { cell: above, standsOn } of made.programmes) {
    const below = standsOn.find((each) => standsOnLimit(above.technology, each) === id);
    if (below !== undefined)
      return `${technologyName(read, above.technology)} stands on ${nameOf(made.programmes.find((each) => each.cell.id === below)!.cell)}`;
  }
  const technology = made.programmes.find((each) => technologyLimit(each.cell.technology) === id)!.cell.technology;
  return `the most for one technology, ${technologyName(read, technology)}`;
}

/** What a resource of the problem is: `money`, `researchers of tool`. */
export const resourceName = (id: string): string => (id === "money" ? id : `researchers of ${id}`);

/** A bound that cannot be kept together with others. */
export function conflictWords(prepared: PreparedPlan, { kind, id, years }: PlanConflict): string {
  if (kind === "required") return `programme ${id} is required`;
  if (kind === "limit") return limitName(prepared, id);
  return `${resourceName(id)} of ${years.map((year) => prepared.head.years[year]).join(", ")}`;
}

/** A difference of two plans as exactly as their gaps let it be told. USD m. */
export function aboutUsd(value: number, within: number): string {
  if (within < leastTold) return value < leastTold ? "nothing" : usdM(value);
  if (value <= within) return `nothing that the gap tells apart (within ${usdM(within)})`;
  const step = 10 ** Math.floor(Math.log10(within));
  return `about ${usdM(Math.round(value / step) * step)} (within ${usdM(within)})`;
}

/** What nobody would see, USD m. */
const leastTold = 5e-4;
