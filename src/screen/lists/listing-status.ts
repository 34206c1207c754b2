import type { Row } from "../../base/tables.ts";
import { type Edition, type Reading, readingOn } from "./editions.ts";

/** The day asked for, and which date of a row counts where it has both: that of effect (else publication), or of publication (else effect). */
export interface AsOf {
  readonly day: string;
  readonly by: "effective" | "publication";
}

/** What of a listed party decides when it is listed. */
export type ListedParty = Pick<Row<"party_entry">, "entry" | "list" | "origin" | "published" | "effective" | "ended" | "edition">;

/**
 * How a party stands on a list on a day. `basis` tells which date was used: of effect, of publication, or of the edition that has the row;
 * `null` where the list tells none. `since` is that day, `until` the first day on which the row no longer holds, `null` if none is known.
 */
export interface ListingStatus {
  readonly status: "listed" | "listed, start unknown" | "not yet listed" | "no longer listed";
  readonly basis: "effective" | "publication" | "edition" | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** A row of a list and how it stands. */
export interface ListedEntry<P extends ListedParty> {
  readonly party: P;
  readonly standing: ListingStatus;
}

/** The state of lists on a day: the rows in force and, for each reading, what cannot be known of that day. */
export interface ListState<P extends ListedParty> {
  readonly asOf: AsOf;
  readonly listed: readonly ListedEntry<P>[];
  readonly readings: readonly Reading[];
  /** How a row stands; `null` where it is of a copy of its list that another took the place of. */
  standing(party: P): ListingStatus | null;
}

/** The state of lists on a day. A row without a date is listed, its start unknown; one of an edition that is not used is left out. */
export function partiesOn<P extends ListedParty>(parties: readonly P[], editions: readonly Edition[], asOf: AsOf): ListState<P> {
  const readings = readingsOn(parties, editions, asOf.day);
  const standing = (party: P): ListingStatus | null => {
    const reading = readings.get(keyOf(party));
    return reading?.uses(party.edition) ? statusOf(party, reading, asOf) : null;
  };
  const listed = parties.flatMap((party): readonly ListedEntry<P>[] => {
    const status = standing(party);
    return status !== null && isListed(status) ? [{ party, standing: status }] : [];
  });
  return { asOf, listed, readings: [...readings.values()], standing };
}

export const isListed = ({ status }: ListingStatus): boolean => status === "listed" || status === "listed, start unknown";

/** How one row stands in its reading; `readingsOn` gives that. */
function statusOf(party: ListedParty, reading: Reading, { day, by }: AsOf): ListingStatus {
  const { since, basis } = startOf(party, reading, by);
  const until = earliest(party.ended, reading.replacedOn(party.edition));
  const status =
    until !== null && until <= day
      ? "no longer listed"
      : since === null
        ? "listed, start unknown"
        : since <= day
          ? "listed"
          : "not yet listed";
  return { status, basis, since, until };
}

function startOf(party: ListedParty, reading: Reading, by: AsOf["by"]): Pick<ListingStatus, "since" | "basis"> {
  const effective = { since: party.effective, basis: "effective" } as const;
  const published = { since: party.published, basis: "publication" } as const;
  const found = (by === "effective" ? [effective, published] : [published, effective]).find(({ since }) => since !== null);
  if (found !== undefined) return found;
  return reading.kind === "snapshot" || party.edition === null ? { since: null, basis: null } : { since: party.edition, basis: "edition" };
}

const earliest = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);

const keyOf = ({ list, origin }: Pick<ListedParty, "list" | "origin">): string => `${origin} ${list}`;

/** One reading for each list and origin that has rows. */
function readingsOn(parties: readonly ListedParty[], editions: readonly Edition[], day: string): ReadonlyMap<string, Reading> {
  const grouped = new Map<string, Edition[]>();
  for (const { list, origin, edition } of parties) {
    const key = keyOf({ list, origin });
    if (!grouped.has(key))
      grouped.set(
        key,
        editions.filter((each) => each.list === list && each.origin === origin),
      );
    const known = grouped.get(key);
    if (known?.length === 0) known.push({ list, origin, day: edition, kind: "snapshot" });
  }
  return new Map([...grouped].map(([key, known]) => [key, readingOn(known, day)]));
}
