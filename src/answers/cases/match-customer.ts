import { pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { type Customer, namesOfCustomer } from "../../screen/cases/customer.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import { findHits } from "../screen/find-hits.ts";
import { screenHit } from "../screen/screen-hit.ts";
import type { ScreenHit } from "../screen/screen-report.ts";
import type { CaseScreening } from "./case-screening.ts";
import type { OwnedMatch } from "./owned-match.ts";

/** A listed entry that a customer may be, by the likeliest of its names, with the reasons. */
export interface NameMatch
  extends Pick<
    ScreenHit,
    | "score"
    | "list"
    | "listTitle"
    | "issuer"
    | "origin"
    | "name"
    | "kind"
    | "economies"
    | "place"
    | "matchedName"
    | "matchedNameFrom"
    | "words"
    | "onlyAsked"
    | "onlyListed"
    | "numeralsDiffer"
    | "others"
  > {
  /** Key of the entry, the same in every copy of the list. */
  readonly entry: string;
  /** The customer's name that matched. */
  readonly asked: string;
}

/** Why a customer is a case: by its names and what is known beside them, or by its owners. */
export type CaseMatch = NameMatch | OwnedMatch;

/** What screening one customer gave. `fault`: why one of its names could not be screened; matches of its other names are kept. */
export interface CustomerMatches {
  readonly matches: readonly CaseMatch[];
  readonly fault: string | null;
}

/** Which rows of lists a search looks at, by their entries; the same function for the same rows, since sets are kept by it. */
export type RowFilter = (entry: string) => boolean;

/** The entries in force that a customer may be, by their keys, for all of its names. */
export function matchCustomer(customer: Customer, screening: CaseScreening, among: RowFilter): CustomerMatches {
  const best = new Map<string, NameMatch>();
  let fault: string | null = null;
  for (const asked of namesOfCustomer(customer)) {
    try {
      for (const match of matchName(asked, customer, screening, among))
        if (match.score > (best.get(match.entry)?.score ?? -1)) best.set(match.entry, match);
    } catch (thrown) {
      if (!(thrown instanceof LevermapError)) throw thrown;
      fault = thrown.code;
    }
  }
  return { matches: [...best.values()].sort((a, b) => (a.entry < b.entry ? -1 : 1)), fault };
}

function matchName(asked: string, customer: Customer, screening: CaseScreening, among: RowFilter): readonly NameMatch[] {
  const { lists, on, settings } = screening;
  const { thresholds } = settings;
  if (!/[\p{L}\p{N}]/u.test(asked)) throw new LevermapError("LM_USAGE", "A name has no letter and no figure in it.");
  const searched = { lists, thresholds, index: screening.index(), identifiers: screening.identifiers(), groups: [among] };
  return findHits(asked, { kind: customer.kind, known: customer }, searched).flatMap((hit): readonly NameMatch[] => {
    const [row, standing] = [lists.byEntry.get(hit.entry), on.standing(hit.entry)];
    if (row === undefined || standing === null || !isListed(standing)) return [];
    const found = screenHit(hit, row, standing, lists, { known: customer, thresholds, decision: null });
    if (found === null) return [];
    const { entry, ...shown } = found;
    return [{ entry: decidedEntry(entry), asked, ...pick(shown, ...shownFields) }];
  });
}

const shownFields = [
  ...(["score", "list", "listTitle", "issuer", "origin", "name", "kind", "economies", "place"] as const),
  ...(["matchedName", "matchedNameFrom", "words", "onlyAsked", "onlyListed", "numeralsDiffer", "others"] as const),
] as const;
