import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";
import { type ReadParty, reconcile } from "./reconcile.ts";

type Party = Row<"party_entry">;

/** A listed party; `datedBy` is the row of another reading of the same list that tells its days, `null` where its own reading does or none. */
export type Dated<P extends Party> = P & { readonly datedBy: string | null };

/**
 * Gives rows without a day those of the same party in another reading of the same list: some copies of a list print the day of a listing and
 * others do not. The row stays one of its own reading. `namesOf` gives all names of a row.
 */
export function withBorrowedDays<P extends Party>(
  parties: readonly P[],
  namesOf: (entry: string) => readonly string[],
): readonly Dated<P>[] {
  const lenders = new Map<string, Party>();
  const lists = groupBy(parties, ({ list }) => list);
  for (const rows of lists.values()) {
    const [undated, dated] = [rows.filter((row) => !isDated(row)), rows.filter(isDated)];
    const read = (party: Party): ReadParty => ({ party, names: namesOf(party.entry), citations: [] });
    if (undated.length === 0 || dated.length === 0) continue;
    for (const { a, b } of reconcile(undated.map(read), dated.map(read)).matched) if (a.origin !== b.origin) lenders.set(a.entry, b);
  }
  return parties.map((party) => {
    const lender = lenders.get(party.entry);
    if (lender === undefined) return { ...party, datedBy: null };
    return { ...party, published: lender.published, effective: lender.effective, datedBy: lender.entry };
  });
}

const isDated = ({ published, effective }: Party): boolean => published !== null || effective !== null;
