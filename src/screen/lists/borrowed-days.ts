import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import { mapInTurns, type Turns } from "../../base/turns.ts";
import { earliestCitation, federalRegisterCitations, yearOfVolume } from "../../link/federal-register.ts";
import { type ReadParty, reconciling } from "./reconcile.ts";

type Party = Row<"party_entry">;

/** A listed party; `datedBy`: the row of another reading that supplied its days. */
export type Dated<P extends Party> = P & { readonly datedBy: string | null };

/**
 * Gives undated rows the days of the same party in another reading of the list. The row stays in its own reading; days of another year than
 * its first citation are not used. `namesOf`: all names of a row.
 */
export function* withBorrowedDays<P extends Party>(
  parties: readonly P[],
  namesOf: (entry: string) => readonly string[],
): Turns<readonly Dated<P>[]> {
  const lenders = new Map<string, Party>();
  const read = (party: Party): ReadParty => ({
    party,
    names: namesOf(party.entry),
    citations: federalRegisterCitations(party.citation ?? "").map(({ citation }) => citation),
  });
  for (const rows of groupBy(parties, ({ list }) => list).values()) {
    const dated = yield* mapInTurns(rows.filter(isDated), read);
    if (dated.length === 0) continue;
    // Each copy borrows for itself: a party has a row in each.
    const copies = groupBy(
      rows.filter((row) => !isDated(row)),
      ({ origin, edition }) => `${origin} ${edition}`,
    );
    for (const undated of copies.values()) {
      const others = dated.filter(({ party }) => party.origin !== undated[0]?.origin);
      const { matched } = yield* reconciling(yield* mapInTurns(undated, read), others);
      for (const { a, b } of matched) if (mayLend(a, b)) lenders.set(a.entry, b);
    }
  }
  return parties.map((party) => {
    const lender = lenders.get(party.entry);
    if (lender === undefined) return { ...party, datedBy: null };
    return { ...party, published: lender.published, effective: lender.effective, datedBy: lender.entry };
  });
}

const isDated = ({ published, effective }: Party): boolean => published !== null || effective !== null;

function mayLend({ citation }: Party, { published }: Party): boolean {
  const cited = earliestCitation(federalRegisterCitations(citation ?? ""));
  return cited === undefined || published === null || published.startsWith(`${yearOfVolume(cited.volume)}-`);
}
