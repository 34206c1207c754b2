import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";
import { earliestCitation, type FederalRegisterCitation, federalRegisterCitations } from "../../link/federal-register.ts";
import type { Rule } from "./merge.ts";

type Party = Row<"party_entry">;

/** A listed party with the day of effect of the rule that it cites first; `effectiveBy` is that rule, `null` where the list itself tells. */
export type WithEffect<P extends Party> = P & { readonly effectiveBy: string | null };

/**
 * Gives rows without a day of effect that of the rule they cite first: the one published on the day cited that begins on the nearest page
 * before the one cited. Rows that cite no known rule stay as they are.
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

/** Assumed: no rule on the Entity List is as long. In the list of 2026-07-09 rows cite at most 7 pages behind the first of their rule. */
const mostPages = 150;

function citedRule(citation: FederalRegisterCitation | undefined, rules: readonly Cited[]): Rule | null {
  const { volume, page } = citation ?? {};
  if (page === undefined || page === null) return null;
  const before = rules.filter((each) => each.volume === volume && each.page <= page && page - each.page < mostPages);
  return before.sort((a, b) => b.page - a.page)[0]?.rule ?? null;
}
