import { groupBy, has } from "../../base/collections.ts";

export interface InventorEntry {
  /** Person key of the caller; may merge namesakes or split a person. */
  readonly person: string;
  /** ISO 3166 alpha-2; `null` unknown. */
  readonly economy: string | null;
  /** Holders of the document; empty: unknown. */
  readonly organisations: readonly string[];
  /** Day since 1970-01-01. */
  readonly day: number;
}

export interface TalentSpan {
  /** Active: a document after this day ... */
  readonly after: number;
  /** ... and up to this one; later entries are ignored. */
  readonly until: number;
  /** First day of the technology's loaded documents. */
  readonly dataFrom: number;
}

export interface Talent {
  readonly active: number;
  /** Active with their first document in the span; `null` if the data start within it. */
  readonly entrants: number | null;
  /** Active who changed organisations within the span. */
  readonly movers: number;
  /** Active with two documents of known organisations in the span: the base of movers. */
  readonly moversAmong: number;
  /** Herfindahl-Hirschman index over organisations, 0..1; `null` if none is known. */
  readonly organisationHhi: number | null;
  /** Share of the active with a known economy; `null` without any. */
  readonly coverage: number | null;
  /** By economy, largest first; `null` below {@link leastCoverage}. */
  readonly economies: readonly TalentOfEconomy[] | null;
  /** Herfindahl-Hirschman index over economies. */
  readonly economyHhi: number | null;
}

/** By latest known economy. */
export interface TalentOfEconomy {
  readonly economy: string;
  readonly active: number;
  readonly entrants: number | null;
  readonly movers: number;
}

/** Lowest share of known economies for results by economy. */
export const leastCoverage = 0.5;

interface Person {
  readonly economy: string | null;
  readonly entered: boolean;
  readonly moved: boolean;
  readonly followed: boolean;
  readonly organisations: readonly string[];
}

/**
 * Inventors of a technology in a span, usually five years (own definition, docs/method/patents.md): active have a document in it, entrants none
 * before, movers two consecutive documents without a common organisation. Economy: the latest known. Several organisations share an inventor
 * equally.
 */
export function talent(entries: readonly InventorEntry[], span: TalentSpan): Talent {
  const people = activePeople(entries, span);
  const bornBefore = span.dataFrom <= span.after;
  const known = people.filter(has("economy"));
  const coverage = people.length === 0 ? null : known.length / people.length;
  const economies = coverage === null || coverage < leastCoverage ? null : byEconomy(known, bornBefore);
  return {
    active: people.length,
    entrants: entrantsOf(people, bornBefore),
    movers: people.filter((person) => person.moved).length,
    moversAmong: people.filter((person) => person.followed).length,
    organisationHhi: index(people.map((person) => person.organisations)),
    coverage,
    economies,
    economyHhi: economies === null ? null : index(known.map((person) => [person.economy])),
  };
}

function activePeople(entries: readonly InventorEntry[], span: TalentSpan): readonly Person[] {
  const documents = groupBy(
    entries.filter(({ day }) => day <= span.until),
    ({ person }) => person,
  );
  return [...documents.values()]
    .map((own) => own.toSorted((a, b) => a.day - b.day))
    .filter((own) => own.at(-1)!.day > span.after)
    .map((own) => personOf(own, span));
}

function personOf(documents: readonly InventorEntry[], span: TalentSpan): Person {
  const recent = documents.filter((document) => document.day > span.after);
  const placed = recent.filter((document) => document.organisations.length > 0);
  return {
    economy: recent.findLast((document) => document.economy !== null)?.economy ?? null,
    entered: recent.length === documents.length,
    moved: placed.some((document, i) => i > 0 && !document.organisations.some((one) => placed[i - 1]!.organisations.includes(one))),
    followed: placed.length > 1,
    organisations: [...new Set(placed.flatMap((document) => document.organisations))],
  };
}

function byEconomy(known: readonly (Person & { readonly economy: string })[], bornBefore: boolean): readonly TalentOfEconomy[] {
  const rows = [...new Set(known.map((person) => person.economy))].map((economy) => {
    const own = known.filter((person) => person.economy === economy);
    return { economy, active: own.length, entrants: entrantsOf(own, bornBefore), movers: own.filter((person) => person.moved).length };
  });
  return rows.sort((a, b) => b.active - a.active || (a.economy < b.economy ? -1 : 1));
}

const entrantsOf = (people: readonly Person[], bornBefore: boolean): number | null =>
  bornBefore ? people.filter((person) => person.entered).length : null;

/** Σ s² over groups, members split equally over theirs. */
function index(groupsOf: readonly (readonly string[])[]): number | null {
  const sums = new Map<string, number>();
  for (const groups of groupsOf) for (const group of groups) sums.set(group, (sums.get(group) ?? 0) + 1 / groups.length);
  const total = [...sums.values()].reduce((sum, one) => sum + one, 0);
  return total === 0 ? null : [...sums.values()].reduce((sum, one) => sum + (one / total) ** 2, 0);
}
