import { groupBy } from "../../base/collections.ts";
import { lastDay } from "../../base/days.ts";
import type { Row } from "../../base/tables.ts";
import { earliestCitation, type FederalRegisterCitation, federalRegisterCitations } from "../../link/federal-register.ts";

export type Citing = Pick<Row<"withheld">, "issuer" | "citation">;

/** Indexed rules. */
export interface RuleTimeline {
  /** By day. */
  readonly rules: readonly Rule[];
  /** Day of the latest loaded document; `null` without any. */
  readonly end: string | null;
  /** Day of the newest rule of all, those of the atlas too; `null` without any. */
  readonly newest: string | null;
  /** Rules that suspend a rule, by day. */
  suspensionsOf(id: string): readonly Rule[];
  /** The rule cited by a control, the first of several in one document; `null` if not loaded. */
  cited(control: Citing): Rule | null;
}

/** Whether a control cites a rule or a part of it. */
export const citesRule = (control: Citing, { issuer, citation }: Rule): boolean =>
  issuer === control.issuer && citation !== null && citation === control.citation;

/** `rules` ordered by day, from `mergeRules`. */
export function createTimeline(rules: readonly Rule[]): RuleTimeline {
  const suspensions = groupBy(
    rules.flatMap((rule) => suspended(rule).map((of) => ({ of, rule }))),
    ({ of }) => of,
  );
  const cited = groupBy(rules, ({ citation }) => citation ?? "");
  return {
    rules,
    end: newestOf(rules.filter(({ origins }) => origins.some((origin) => origin !== "atlas"))),
    newest: newestOf(rules),
    suspensionsOf: (id) => suspensions.get(id)?.map(({ rule }) => rule) ?? [],
    cited: (control) => cited.get(control.citation)?.find((rule) => citesRule(control, rule)) ?? null,
  };
}

const suspended = ({ suspends }: Rule): readonly string[] => suspends?.split(";") ?? [];

const newestOf = (rules: readonly Rule[]): string | null => lastDay(rules.map(({ published }) => published));

type Statement = Row<"control_rule">;

/** A rule merged from all statements about it. */
export interface Rule extends Omit<Statement, "origin"> {
  /** Sources, most trusted first. */
  readonly origins: readonly string[];
  /** Dates on which they disagree. */
  readonly disputed: readonly { readonly column: "published" | "effective" | "ends"; readonly values: readonly string[] }[];
}

/** Order of trust: documents read for a fact, tables, dates given by an act's author. */
const trust = ["atlas", "federal-register-table", "federal-register-records", "act"];
const days = ["published", "effective", "ends"] as const;

/** One rule per id: the most trusted statement, gaps filled by others. Ordered by day. */
export function mergeRules(statements: readonly Statement[]): readonly Rule[] {
  return [...groupBy(statements, ({ id }) => id).values()]
    .map(merged)
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.id.localeCompare(b.id));
}

const dayOf = ({ effective, published }: Rule): string => effective ?? published ?? "";

const rank = ({ origin }: Statement): number => (trust.includes(origin) ? trust.indexOf(origin) : trust.length);

function merged(statements: readonly Statement[]): Rule {
  const [first, ...others] = [...statements].sort((a, b) => rank(a) - rank(b)) as [Statement, ...Statement[]];
  const { origin: _, ...facts } = first;
  const filled = Object.fromEntries(
    Object.entries(facts).map(([column, value]) => [
      column,
      value ?? others.map((other) => other[column as keyof typeof facts]).find(Boolean) ?? null,
    ]),
  ) as typeof facts;
  const disputed = days.flatMap((column) => {
    const values = [...new Set([first, ...others].flatMap((each) => each[column] ?? []))];
    return values.length > 1 ? [{ column, values }] : [];
  });
  return { ...filled, origins: [...new Set([first, ...others].map(({ origin }) => origin))], disputed };
}

type Party = Row<"party_entry">;

/** A party with the effective day of its first cited rule; `effectiveBy`: that rule, `null` if the list gives the day. */
export type WithEffect<P extends Party> = P & { readonly effectiveBy: string | null };

/**
 * Gives rows without an effective day that of their first cited rule: published on the cited day, starting on the nearest page before the
 * cited one.
 */
export function withEffect<P extends Party>(parties: readonly P[], rules: readonly Rule[]): readonly WithEffect<P>[] {
  const published = byDay(rules);
  return parties.map((party) => {
    if (party.effective !== null || party.published === null) return { ...party, effectiveBy: null };
    const rule = citedRule(earliestCitation(federalRegisterCitations(party.citation ?? "")), published.get(party.published) ?? []);
    return rule === null ? { ...party, effectiveBy: null } : { ...party, effective: rule.effective, effectiveBy: rule.id };
  });
}

interface Cited {
  readonly rule: Rule;
  readonly volume: number;
  readonly page: number;
}

const byDay = (rules: readonly Rule[]): ReadonlyMap<string, readonly Cited[]> =>
  groupBy(
    rules.flatMap((rule): readonly Cited[] => {
      const [citation] = federalRegisterCitations(rule.citation ?? "");
      const { volume, page = null } = citation ?? {};
      return rule.effective === null || volume === undefined || page === null ? [] : [{ rule, volume, page }];
    }),
    ({ rule }) => rule.published ?? "",
  );

/** Assumed maximum length of an Entity List rule. In the list of 2026-07-09 citations are at most 7 pages into their rule. */
const mostPages = 150;

function citedRule(citation: FederalRegisterCitation | undefined, rules: readonly Cited[]): Rule | null {
  const { volume, page } = citation ?? {};
  if (page === undefined || page === null) return null;
  const before = rules.filter((each) => each.volume === volume && each.page <= page && page - each.page < mostPages);
  return before.sort((a, b) => b.page - a.page)[0]?.rule ?? null;
}
