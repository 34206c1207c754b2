/** One inventor on one document of a technology. */
export interface InventorEntry {
  /** The caller's key of the person; people of one name may be one key, one person two. */
  readonly person: string;
  /** ISO 3166 alpha-2; `null` where the source does not tell. */
  readonly economy: string | null;
  /** Organisations that hold the document; none: unknown. */
  readonly organisations: readonly string[];
  /** Day of the document, counted from 1970-01-01. */
  readonly day: number;
}

/** The span that is looked at. */
export interface TalentSpan {
  /** Active is who has a document after this day ... */
  readonly after: number;
  /** ... and up to this one; entries after it are not looked at. */
  readonly until: number;
  /** First day of the loaded documents of the technology. */
  readonly dataFrom: number;
}

/** The inventors of a technology. */
export interface Talent {
  readonly active: number;
  /** Active whose first document is in the span; `null` where the data do not begin before it, since all would be entrants then. */
  readonly entrants: number | null;
  /** Active who went to other organisations within the span. */
  readonly movers: number;
  /** Active with two documents of known organisations in the span: those of whom moving could be seen. */
  readonly moversAmong: number;
  /** Herfindahl-Hirschman index of active inventors over organisations, 0..1; `null` where no organisation is known. */
  readonly organisationHhi: number | null;
  /** Part of the active whose economy is known; `null` without any active. */
  readonly coverage: number | null;
  /** By economy, greatest first; `null` where {@link leastCoverage} is not reached: countries are not loaded, or for too few. */
  readonly economies: readonly TalentOfEconomy[] | null;
  /** Herfindahl-Hirschman index over economies, among the active of known economy. */
  readonly economyHhi: number | null;
}

/** Active inventors, entrants and movers whose latest known economy this is. */
export interface TalentOfEconomy {
  readonly economy: string;
  readonly active: number;
  readonly entrants: number | null;
  readonly movers: number;
}

/** Below this part of known economies nothing is said by economy. */
export const leastCoverage = 0.5;

interface Person {
  readonly economy: string | null;
  readonly entered: boolean;
  readonly moved: boolean;
  readonly followed: boolean;
  readonly organisations: readonly string[];
}

/**
 * Inventors of a technology in a span of usually five years (definition of our own, docs/method/patents.md): active have a document in it,
 * entrants have none before, movers have two documents in a row that share no organisation. An economy is the latest known in the span.
 * One inventor at several organisations is shared out equally among them in the index.
 */
export function talent(entries: readonly InventorEntry[], span: TalentSpan): Talent {
  const people = activePeople(entries, span);
  const bornBefore = span.dataFrom <= span.after;
  const known = people.filter((person) => person.economy !== null);
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
    economyHhi: economies === null ? null : index(known.map((person) => [person.economy!])),
  };
}

function activePeople(entries: readonly InventorEntry[], span: TalentSpan): readonly Person[] {
  const documents = new Map<string, InventorEntry[]>();
  for (const entry of entries) {
    if (entry.day > span.until) continue;
    const own = documents.get(entry.person);
    if (own === undefined) documents.set(entry.person, [entry]);
    else own.push(entry);
  }
  return [...documents.values()]
    .map((own) => own.sort((a, b) => a.day - b.day))
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

function byEconomy(known: readonly Person[], bornBefore: boolean): readonly TalentOfEconomy[] {
  const rows = [...new Set(known.map((person) => person.economy!))].map((economy) => {
    const own = known.filter((person) => person.economy === economy);
    return { economy, active: own.length, entrants: entrantsOf(own, bornBefore), movers: own.filter((person) => person.moved).length };
  });
  return rows.sort((a, b) => b.active - a.active || (a.economy < b.economy ? -1 : 1));
}

function entrantsOf(people: readonly Person[], bornBefore: boolean): number | null {
  return bornBefore ? people.filter((person) => person.entered).length : null;
}

/** Σ s² over groups, each member shared out equally among its own. */
function index(groupsOf: readonly (readonly string[])[]): number | null {
  const sums = new Map<string, number>();
  for (const groups of groupsOf) for (const group of groups) sums.set(group, (sums.get(group) ?? 0) + 1 / groups.length);
  const total = [...sums.values()].reduce((sum, one) => sum + one, 0);
  return total === 0 ? null : [...sums.values()].reduce((sum, one) => sum + (one / total) ** 2, 0);
}
