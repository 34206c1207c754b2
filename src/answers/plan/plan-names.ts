import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import { membersOf, seatOf } from "../../leverage/members.ts";
import { nearNames } from "../../link/near-name.ts";
import type { MadeProblem } from "../../plan/make-problem/make-problem.ts";
import { scenarioNames } from "../scenario/scenario-parties.ts";
import { meant } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireScope } from "../shared/require-technology.ts";
import { invalidPlan, type PlanFile } from "./plan-file.ts";

/** The names of a plan file as codes of the map. */
export interface PlanNames {
  readonly home: string;
  /** The economy or group that the home is or has its seat in. */
  readonly place: string;
  readonly against: string | null;
  readonly partners: readonly string[];
  readonly jurisdictions: readonly string[];
  /** Those in which royalties count: not the home, nor of an organisation the economy of its seat unless the file names it. */
  readonly royaltiesFrom: readonly string[];
  /** Those named, else economies that make chips, of which no source says what they use: rights there are worth nothing known. */
  readonly unknownJurisdictions: readonly string[];
  /** Technologies to choose from, by index. */
  readonly technologies: readonly number[];
}

/** Finds what a plan names. Throws LM_PLAN_INVALID that tells each name that is none. */
export function namePlan(read: ReadModel, place: string, file: PlanFile): PlanNames {
  const names = scenarioNames(read);
  const [home] = names.parties([file.home], "home");
  const against = names.parties(file.against === undefined ? [] : [file.against], "against");
  const partners = names.parties(file.partners ?? [], "partners");
  const jurisdictions = file.jurisdictions === undefined ? usualJurisdictions(read) : names.parties(file.jurisdictions, "jurisdictions");
  const technologies = file.technologies === undefined ? null : names.technologies(file.technologies, "technologies");
  const firms = [...jurisdictions, ...against]
    .filter((code) => read.map.economyOf.has(code))
    .map((code) => `${code} is not an economy or group, in which patents could be in force`);
  const doubled = [...partners, ...against]
    .filter((code) => home !== undefined && overlaps(read, code, home))
    .map((code) => `${code} is the home, or a part of it`);
  const problems = [...names.problems, ...firms, ...doubled];
  if (problems.length > 0 || home === undefined) throw invalidPlan(place, problems);
  const seat = seatOf(read.model, home);
  const isHome = (code: string): boolean => overlaps(read, code, home) || (file.jurisdictions === undefined && overlaps(read, code, seat));
  return {
    home,
    place: seat,
    against: against[0] ?? null,
    partners,
    jurisdictions,
    royaltiesFrom: jurisdictions.filter((code) => !isHome(code)),
    unknownJurisdictions:
      file.jurisdictions === undefined ? unusedJurisdictions(read) : jurisdictions.filter((code) => !isUsed(read, code)),
    technologies: technologies === null ? read.map.technologies.map(({ index }) => index) : scopeOf(read, technologies),
  };
}

function scopeOf(read: ReadModel, technologies: readonly number[]): readonly number[] {
  const ids = technologies.flatMap((t) => requireScope(read, read.map.technologies[t]!.id).scope);
  return [...new Set(ids)].map((id) => read.map.indexOf.get(id)!);
}

/** Whether two codes stand for any economy together; two organisations only if they are one. */
export function overlaps({ map, model }: ReadModel, a: string, b: string): boolean {
  if (map.economyOf.has(a) || map.economyOf.has(b)) return a === b;
  const members = new Set(membersOf(model, a));
  return membersOf(model, b).some((member) => members.has(member));
}

/** Economies and groups of which a source says what chips they use. */
const usualJurisdictions = ({ map }: ReadModel): readonly string[] =>
  [...new Set(map.rows.product_place.filter(({ role }) => role === "use").map(({ economy }) => economy))].sort();

const isUsed = (read: ReadModel, code: string): boolean => usualJurisdictions(read).some((used) => overlaps(read, used, code));

/** Economies that a source says to make chips, and none to use any. */
function unusedJurisdictions(read: ReadModel): readonly string[] {
  const used = usualJurisdictions(read);
  return [...new Set(read.map.rows.product_place.map(({ economy }) => economy))].filter((code) => !used.includes(code)).sort();
}

/**
 * Whether all that is required is there, of each cell once, and can end within the plan. Throws LM_PLAN_INVALID that names what is no programme and cells that
 * are required twice, LM_PLAN_INFEASIBLE that names what takes longer than the plan.
 */
export function checkRequired(place: string, required: readonly string[], { programmes, problem: { years } }: MadeProblem): void {
  const known = new Map(programmes.map((each) => [each.programme.id, each]));
  const missing = required.filter((id) => !known.has(id));
  const wanted = [...new Set(required)].flatMap((id) => known.get(id) ?? []);
  const twice = wanted.filter(({ cell }, at) => wanted.findIndex((each) => each.cell.id === cell.id) < at);
  const problems = [
    ...missing.map((id) => `required: no programme "${id}"${meant(nearNames(id, [...known.keys()], 2))}`),
    ...twice.map(
      ({ programme, cell }) => `required: ${programme.id} is one more programme of the cell ${cell.id}, which a plan takes up once`,
    ),
  ];
  if (problems.length > 0) throw invalidPlan(place, problems);
  const late = wanted.filter(({ programme }) => programme.latest! < 0);
  if (late.length === 0) return;
  const conflict = late.map(
    ({ programme: { id, money } }) => `programme ${id} is required and takes ${counted(money.length, "year")}, the plan has ${years}`,
  );
  throw new LevermapError("LM_PLAN_INFEASIBLE", `No plan keeps to all of ${place}: ${conflict.join("; ")}.`, { plan: place, conflict });
}
