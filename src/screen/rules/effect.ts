import type { Row } from "../../base/tables.ts";
import { type FederalRegisterCitation, federalRegisterCitations, isEarlier } from "../../link/federal-register.ts";
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
    const rule = citedRule(firstOf(federalRegisterCitations(party.citation ?? "")), published.get(party.published) ?? []);
    return rule === null ? { ...party, effectiveBy: null } : { ...party, effective: rule.effective, effectiveBy: rule.id };
  });
}

interface Cited {
  readonly rule: Rule;
  readonly volume: number;
  readonly page: number;
}

function byDay(rules: readonly Rule[]): ReadonlyMap<string, readonly Cited[]> {
  const found = new Map<string, Cited[]>();
  for (const rule of rules) {
    const [citation] = federalRegisterCitations(rule.citation ?? "");
    if (rule.effective === null || rule.published === null || citation === undefined || citation.page === null) continue;
    const cited = { rule, volume: citation.volume, page: citation.page };
    const known = found.get(rule.published);
    if (known) known.push(cited);
    else found.set(rule.published, [cited]);
  }
  return found;
}

const firstOf = (citations: readonly FederalRegisterCitation[]): FederalRegisterCitation | undefined =>
  citations.reduce<FederalRegisterCitation | undefined>(
    (best, each) => (best === undefined || isEarlier(each, best) ? each : best),
    undefined,
  );

/** Rules on the Entity List have been at most this long. */
const mostPages = 150;

function citedRule(citation: FederalRegisterCitation | undefined, rules: readonly Cited[]): Rule | null {
  const { volume, page } = citation ?? {};
  if (page === undefined || page === null) return null;
  const before = rules.filter((each) => each.volume === volume && each.page <= page && page - each.page < mostPages);
  return before.sort((a, b) => b.page - a.page)[0]?.rule ?? null;
}
