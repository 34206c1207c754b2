import { pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { type Customer, namesOfCustomer } from "../../screen/cases/customer.ts";
import { type OtherEvidence, otherEvidence } from "../../screen/cases/other-evidence.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import { screenHit } from "../screen/screen-hit.ts";
import { type ScreenHit, thresholdOf } from "../screen/screen-report.ts";
import type { CaseScreening } from "./case-screening.ts";

/** A listed entry that a customer may be, by the likeliest of its names, with the reasons. */
export interface CaseMatch
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
  > {
  /** Key of the entry, the same in every copy of the list. */
  readonly entry: string;
  /** The customer's name that matched. */
  readonly asked: string;
  /** What else is known of the customer, for and against. */
  readonly others: readonly OtherEvidence[];
}

/** What screening one customer gave. `fault`: why one of its names could not be screened; matches of its other names are kept. */
export interface CustomerMatches {
  readonly matches: readonly CaseMatch[];
  readonly fault: string | null;
}

/** Which rows of lists a search looks at, by their entries; the same function for the same rows, since sets are kept by it. */
export type RowFilter = (entry: string) => boolean;

/** The entries in force that a customer may be, by their keys, for all of its names. */
export function matchCustomer(customer: Customer, screening: CaseScreening, among: RowFilter): CustomerMatches {
  const best = new Map<string, CaseMatch>();
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

function matchName(
  asked: string,
  customer: Customer,
  { lists, on, index, settings: { thresholds } }: CaseScreening,
  among: RowFilter,
): readonly CaseMatch[] {
  const { kind, country } = customer;
  if (!/[\p{L}\p{N}]/u.test(asked)) throw new LevermapError("LM_USAGE", "A name has no letter and no figure in it.");
  const least = Math.min(...(kind === null ? Object.values(thresholds) : [thresholds[kind]]));
  return index()
    .find(asked, { kind, least, groups: [among] })
    .flatMap((hit): readonly CaseMatch[] => {
      const [row, standing] = [lists.byEntry.get(hit.entry), on.standing(hit.entry)];
      if (row === undefined || standing === null || !isListed(standing)) return [];
      const found = screenHit(hit, row, standing, lists, { economy: country, decision: null });
      if (found.score < thresholdOf(found, thresholds)) return [];
      const { entry, ...shown } = found;
      const others = otherEvidence(customer, {
        economies: shown.economies,
        addresses: (lists.places.get(entry) ?? []).flatMap(({ place }) => place ?? []),
        ...pick(row, "remark", "native"),
      });
      return [{ entry: decidedEntry(entry), asked, others, ...pick(shown, ...shownFields) }];
    });
}

const shownFields = [
  ...(["score", "list", "listTitle", "issuer", "origin", "name", "kind", "economies", "place"] as const),
  ...(["matchedName", "matchedNameFrom", "words", "onlyAsked", "onlyListed", "numeralsDiffer"] as const),
] as const;
