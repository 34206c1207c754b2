import { membersOf, seatOf } from "../../leverage/members.ts";
import { scenarioNames } from "../scenario/scenario-parties.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireScope } from "../shared/require-technology.ts";
import { invalidPlan, type PlanFile } from "./plan-file.ts";

/** The names of a plan file as codes of the map. */
export interface PlanNames {
  readonly home: string;
  /** A home that the map does not know: what it sells, by technology (index) and USD m a year; `null`: the home is known. */
  readonly isNew: { readonly makes: number | null; readonly sells: number } | null;
  /** The economy or group that the home is or has its seat in. */
  readonly place: string;
  readonly against: string | null;
  readonly jurisdictions: readonly string[];
  /** Those named, else economies that make chips, of which no source says what they use: rights there are worth nothing known. */
  readonly unknownJurisdictions: readonly string[];
  /** Technologies to choose from, by index. */
  readonly technologies: readonly number[];
  /** Of those that the file names, what each stands for: itself, a family's varieties; none where it names none. */
  readonly named: readonly { readonly technology: number; readonly scope: readonly number[] }[];
}

/** Finds what a plan names. Throws LM_PLAN_INVALID that tells each name that is none. */
export function namePlan(read: ReadModel, place: string, file: PlanFile): PlanNames {
  const names = scenarioNames(read);
  const newHome = typeof file.home === "string" ? null : file.home;
  const [found] = names.parties([newHome?.seat ?? (file.home as string)], newHome === null ? "home" : "home, seat");
  const home = newHome === null || found === undefined ? found : newHome.name;
  const [makes] = newHome?.makes === undefined ? [] : names.technologies([newHome.makes], "home, makes");
  const against = names.parties(file.against === undefined ? [] : [file.against], "against");
  const jurisdictions = file.jurisdictions === undefined ? usualJurisdictions(read) : names.parties(file.jurisdictions, "jurisdictions");
  const technologies = file.technologies === undefined ? null : names.technologies(file.technologies, "technologies");
  const firms = [...jurisdictions, ...against]
    .filter((code) => read.map.economyOf.has(code))
    .map((code) => `${code} is not an economy or group, in which patents could be in force`);
  const doubled = against
    .filter((code) => found !== undefined && overlaps(read, code, newHome === null ? seatOf(read.model, found) : found))
    .map((code) => `${code} is the home, a part of it or where it is seated: name another`);
  const problems = [...names.problems, ...firms, ...doubled];
  if (problems.length > 0 || home === undefined || found === undefined) throw invalidPlan(place, problems);
  const seat = seatOf(read.model, found);
  return {
    home,
    place: seat,
    isNew: newHome === null ? null : { makes: makes ?? null, sells: newHome.sells_usd_m },
    against: against[0] ?? null,
    jurisdictions: countedOnce(read, jurisdictions),
    unknownJurisdictions:
      file.jurisdictions === undefined ? unusedJurisdictions(read) : jurisdictions.filter((code) => !isUsed(read, code)),
    technologies: technologies === null ? read.map.technologies.map(({ index }) => index) : scopeOf(read, technologies),
    named: (technologies ?? []).map((technology) => ({ technology, scope: scopeOf(read, [technology]) })),
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

/** Without members of a group that is there itself: what is sold in a member is sold in the group. */
const countedOnce = ({ map }: ReadModel, codes: readonly string[]): readonly string[] =>
  codes.filter((code) => !codes.some((group) => group !== code && map.groups.get(group)?.includes(code)));

const isUsed = (read: ReadModel, code: string): boolean => usualJurisdictions(read).some((used) => overlaps(read, used, code));

/** Economies that a source says to make chips, and none to use any. */
function unusedJurisdictions(read: ReadModel): readonly string[] {
  const used = usualJurisdictions(read);
  return [...new Set(read.map.rows.product_place.map(({ economy }) => economy))].filter((code) => !used.includes(code)).sort();
}
