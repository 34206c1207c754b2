import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";
import { earliestCitation, type FederalRegisterCitation, federalRegisterCitations } from "../../link/federal-register.ts";
import type { Rule } from "./merge.ts";

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
