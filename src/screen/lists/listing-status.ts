import type { Row } from "../../base/tables.ts";
import { type Edition, type Reading, readingOn } from "./editions.ts";

/** The day, and which date of a row takes precedence: effect or publication. */
export interface AsOf {
  readonly day: string;
  readonly by: "effective" | "publication";
}

export type ListedParty = Pick<Row<"party_entry">, "entry" | "list" | "origin" | "published" | "effective" | "ended" | "edition">;

/**
 * Listing of a party on a day. `basis`: the date used; `null` without any. `since`: that date; `until`: first day no longer listed, `null`
 * unknown.
 */
export interface ListingStatus {
  readonly status: "listed" | "listed, start unknown" | "not yet listed" | "no longer listed";
  readonly basis: "effective" | "publication" | "edition" | null;
  readonly since: string | null;
  readonly until: string | null;
}

export interface ListedEntry<P extends ListedParty> {
  readonly party: P;
  readonly standing: ListingStatus;
}

/** The lists on a day: rows in force, and gaps by reading. */
export interface ListState<P extends ListedParty> {
  readonly asOf: AsOf;
  readonly listed: readonly ListedEntry<P>[];
  readonly readings: readonly Reading[];
  /** `null` if the row's copy was replaced. */
  standing(party: P): ListingStatus | null;
}

/** The lists on a day. Undated rows are listed with unknown start; rows of unused editions are left out. */
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

/** One reading per list and origin; also of a list without rows that an edition tells of. */
function readingsOn(parties: readonly ListedParty[], editions: readonly Edition[], day: string): ReadonlyMap<string, Reading> {
  const grouped = new Map<string, Edition[]>();
  const emptied = editions.filter((each) => each.emptied !== undefined && each.emptied.length > 0);
  for (const { list, origin, edition } of [...parties, ...emptied.map((each) => ({ ...each, edition: each.day }))]) {
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
