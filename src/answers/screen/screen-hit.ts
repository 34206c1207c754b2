import { pick } from "../../base/collections.ts";
import { listedFacts } from "../../screen/evidence/listed-facts.ts";
import { effects, type KnownOfParty, otherEvidence, withEvidence, withLogOdds } from "../../screen/evidence/other-evidence.ts";
import type { ListingStatus } from "../../screen/lists/listing-status.ts";
import type { UnmatchedWord } from "../../screen/names/score.ts";
import type { PartyHit } from "../../screen/party-index.ts";
import type { ListRow, Lists } from "../../screen/read-lists.ts";
import type { Decision } from "../../workspace/decisions.ts";
import { listTitle } from "./lists-on.ts";
import { type ScreenHit, type ScreenReport, thresholdOf } from "./screen-report.ts";

export const footnotesOf = ({ footnotes }: Pick<ListRow, "footnotes">): readonly number[] => footnotes?.split(";").map(Number) ?? [];

/** Digits beyond these mean nothing. */
const rounded = (value: number): number => Number(value.toFixed(6));
const roundedWord = ({ word, weight }: UnmatchedWord): UnmatchedWord => ({ word, weight: rounded(weight) });

/** How a row stands, with where its days are from. */
export const standingLine = (row: ListRow, standing: ListingStatus): ScreenHit["standing"] => ({
  ...pick(standing, "status", "basis", "since", "until"),
  effectiveBy: standing.basis === "effective" ? row.effectiveBy : null,
  datedBy: row.datedBy,
});

/** What a party that is screened is known by, and from which scores on a row is a match. */
export interface HitContext {
  readonly known: KnownOfParty;
  readonly thresholds: ScreenReport["thresholds"];
  readonly decision: ScreenHit["decision"];
}

/**
 * A hit with all that the list says of the party, and what speaks for and against it. `null` where the score is under the threshold by name and
 * economy, and with all evidence; a hit that other evidence alone takes under it is kept, and is no match.
 */
export function screenHit(
  hit: PartyHit,
  row: ListRow,
  standing: ListingStatus,
  lists: Lists,
  { known, thresholds, decision }: HitContext,
): ScreenHit | null {
  const { entry, list } = row;
  const facts = listedFacts(lists, row);
  const { score: named, place } = withPlace(hit.score, known.country, facts.economies);
  const others = otherEvidence(known, facts);
  const score = rounded(withEvidence(named, others));
  const least = thresholdOf(row, thresholds);
  if (Math.max(score, rounded(named)) < least) return null;
  return {
    score,
    match: score >= least,
    place,
    entry,
    list,
    listTitle: listTitle(list),
    ...pick(row, "issuer", "origin", "name", "kind"),
    ...pick(facts, "economies", "born", "identifiers", "addresses"),
    matchedName: hit.name,
    matchedNameFrom: hit.atlas && pick(hit.atlas, "organisation", "by", "rule", "language", "source"),
    words: hit.matched.map(({ a, b, rule, weight }) => ({ asked: a, listed: b, rule, weight: rounded(weight) })),
    onlyAsked: hit.unmatchedA.map(roundedWord),
    onlyListed: hit.unmatchedB.map(roundedWord),
    numeralsDiffer: hit.numeralsDiffer,
    others,
    standing: standingLine(row, standing),
    ...pick(row, "published", "effective", "ended", "citation"),
    footnotes: footnotesOf(row),
    ...pick(row, "requirement", "policy", "programme", "url"),
    links: (lists.links.get(entry) ?? []).map((link) => pick(link, "relation", "other", "date")),
    decision,
  };
}

/** Adjusts a score by the requested economy, downwards only. */
function withPlace(
  score: number,
  asked: string | null,
  economies: readonly string[],
): { readonly score: number; readonly place: ScreenHit["place"] } {
  if (asked === null || economies.length === 0) return { score, place: "unknown" };
  return economies.includes(asked) ? { score, place: "same" } : { score: withLogOdds(score, effects.otherPlace), place: "other" };
}

/** A decision on a name without what only the workspace needs. */
export const decisionLine = (decision: Decision): NonNullable<ScreenHit["decision"]> => ({
  ...pick(decision, "name", "entry", "verdict", "note", "decidedAt"),
  ...{ customer: null, user: null },
});
