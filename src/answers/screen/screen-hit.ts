import { pick } from "../../base/collections.ts";
import type { ListingStatus } from "../../screen/lists/listing-status.ts";
import type { UnmatchedWord } from "../../screen/names/score.ts";
import { type PartyHit, withPlace } from "../../screen/party-index.ts";
import type { ListRow, Lists } from "../../screen/read-lists.ts";
import type { Decision } from "../../workspace/decisions.ts";
import { listTitle } from "./lists-on.ts";
import type { ScreenHit } from "./screen-report.ts";

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

/** A hit with all that the list says of the party. `economy`: that of the party asked for, where it is known. */
export function screenHit(
  hit: PartyHit,
  row: ListRow,
  standing: ListingStatus,
  lists: Lists,
  { economy, decision }: { readonly economy: string | null; readonly decision: ScreenHit["decision"] },
): ScreenHit {
  const { entry, list } = row;
  const economies = lists.economies.get(entry) ?? [];
  const { score, place } = withPlace(hit.score, economy, economies);
  return {
    score: rounded(score),
    place,
    entry,
    list,
    listTitle: listTitle(list),
    ...pick(row, "issuer", "origin", "name", "kind"),
    economies,
    matchedName: hit.name,
    matchedNameFrom: hit.atlas && pick(hit.atlas, "organisation", "by", "rule", "language", "source"),
    words: hit.matched.map(({ a, b, rule, weight }) => ({ asked: a, listed: b, rule, weight: rounded(weight) })),
    onlyAsked: hit.unmatchedA.map(roundedWord),
    onlyListed: hit.unmatchedB.map(roundedWord),
    numeralsDiffer: hit.numeralsDiffer,
    standing: standingLine(row, standing),
    ...pick(row, "published", "effective", "ended", "citation"),
    footnotes: footnotesOf(row),
    ...pick(row, "requirement", "policy", "programme", "url"),
    links: (lists.links.get(entry) ?? []).map((link) => pick(link, "relation", "other", "date")),
    decision,
  };
}

/** A decision on a name without what only the workspace needs. */
export const decisionLine = (decision: Decision): NonNullable<ScreenHit["decision"]> => ({
  ...pick(decision, "name", "entry", "verdict", "note", "decidedAt"),
  ...{ customer: null, user: null },
});
