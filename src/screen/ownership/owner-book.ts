import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import { nameKey } from "../../link/name-key.ts";
import { isOwnerKey } from "../../link/owner-key.ts";
import { partyKeys } from "../lists/reconcile.ts";
import { bounded, type Stake } from "./stakes.ts";

/** A row of a table of owners, with where it stands. */
export type OwnerRow = Row<"ownership"> & { readonly file: string; readonly line: number };

/** A firm or an owner in tables of owners. */
export interface Party {
  /** The id of its source, or `name:` with the letters of its name. */
  readonly id: string;
  /** `null`: only an id is known. */
  readonly name: string | null;
  readonly economy: string | null;
  /** person, state, public, organisation; `null`: not told. */
  readonly kind: string | null;
}

/** What rows of one owner and one firm say together on a day. */
export interface Holding extends Stake {
  /** Whether a row states the share; else it is bounded by what the other owners leave. */
  readonly stated: boolean;
  /** Whether rows state different shares: the bounds take in all of them. */
  readonly differs: boolean;
  readonly rows: readonly OwnerRow[];
}

/** Parties by their ids, and who is above them. */
export interface OwnersAbove {
  party(id: string): Party | undefined;
  /** The stated owners of a firm on a day. */
  holdings(firm: string, day: string): readonly Holding[];
}

/** Tables of owners as they stood on any day. */
export interface OwnerBook extends OwnersAbove {
  readonly size: number;
  /** Whether a row is from a table; those that lists state stand in no line of one. */
  readonly hasTables: boolean;
  /** Parties with an id or a name, best first: by id, by all letters of the name, by the name without its legal form. */
  find(idOrName: string): readonly { readonly party: Party; readonly by: FoundBy }[];
}

export type FoundBy = "id" | "name" | "name without legal form";

/** Whether a row stands in a line of a table; what lists state of owners does not. */
export const isOfTable = ({ line }: OwnerRow): boolean => line > 0;

/** Joins rows whose parties go by a name alone to the one party with an id that has this name, unless their economies differ. */
export function createOwnerBook(rows: readonly OwnerRow[]): OwnerBook {
  const parties = partiesOf(rows);
  const named = groupBy(
    [...parties.values()].filter(({ name }) => name !== null),
    ({ name }) => nameKey(name ?? ""),
  );
  const joined = joinedIds(named);
  for (const [id, other] of joined) parties.set(other, both(parties.get(other) as Party, parties.get(id) as Party));
  const idOf = (id: string): string => joined.get(id) ?? id;
  const byOwned = groupBy(rows, ({ owned }) => idOf(owned));
  let formless: ReadonlyMap<string, readonly string[]> | null = null;
  const formlessIds = (key: string): readonly string[] => {
    formless ??= withoutForms(named);
    return formless.get(key) ?? [];
  };
  return {
    size: rows.length,
    hasTables: rows.some(isOfTable),
    party: (id) => parties.get(idOf(id)),
    find(wanted) {
      const found = new Map<string, FoundBy>();
      const take = (ids: readonly string[], by: FoundBy): void => {
        for (const id of ids.map(idOf)) if (!found.has(id)) found.set(id, by);
      };
      if (parties.has(wanted)) take([wanted], "id");
      const ofName = named.get(nameKey(wanted)) ?? [];
      take(
        ofName.map(({ id }) => id),
        "name",
      );
      if (found.size === 0) take(partyKeys([wanted]).flatMap(formlessIds), "name without legal form");
      return [...found].map(([id, by]) => ({ party: parties.get(id) as Party, by }));
    },
    holdings: (firm, day) =>
      holdingsOf(
        (byOwned.get(idOf(firm)) ?? []).filter((row) => holdsOn(row, day)),
        idOf,
      ),
  };
}

/** What the first row that tells it says of each party. */
function partiesOf(rows: readonly OwnerRow[]): Map<string, Party> {
  const parties = new Map<string, Party>();
  const take = (party: Party): void => {
    const known = parties.get(party.id);
    if (known === undefined) parties.set(party.id, party);
    else if (tellsMore(party, known)) parties.set(party.id, both(known, party));
  };
  for (const row of rows) {
    take({ id: row.owned, name: row.owned_name, economy: row.owned_economy, kind: null });
    take({ id: row.owner, name: row.owner_name, economy: row.owner_economy, kind: row.owner_kind });
  }
  return parties;
}

const tellsMore = (party: Party, known: Party): boolean =>
  (known.name === null && party.name !== null) ||
  (known.economy === null && party.economy !== null) ||
  (known.kind === null && party.kind !== null);

const both = (known: Party, other: Party): Party => ({
  id: known.id,
  name: known.name ?? other.name,
  economy: known.economy ?? other.economy,
  kind: known.kind ?? other.kind,
});

/** Ids by the names that they have without legal forms, each name taken apart once. */
function withoutForms(named: ReadonlyMap<string, readonly Party[]>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const own of named.values())
    for (const key of partyKeys([own[0]?.name ?? ""])) found.set(key, [...(found.get(key) ?? []), ...own.map(({ id }) => id)]);
  return found;
}

/** For parties that go by a name alone, the only other party of that name whose economy may be theirs: one with an id first. */
function joinedIds(named: ReadonlyMap<string, readonly Party[]>): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  for (const same of named.values()) {
    if (same.length === 1) continue;
    for (const party of same.filter(({ id }) => isOwnerKey(id))) {
      const others = same.filter(
        ({ id, economy }) => id !== party.id && (economy === party.economy || economy === null || party.economy === null),
      );
      const withId = others.filter(({ id }) => !isOwnerKey(id));
      const told = withId.length > 0 ? withId : others.filter(({ economy }) => economy !== null && party.economy === null);
      const [only] = told;
      if (only !== undefined && told.length === 1) joined.set(party.id, only.id);
    }
  }
  return new Map([...joined].map(([id, other]) => [id, joined.get(other) ?? other]));
}

/** A row without days holds on every day. */
const holdsOn = ({ since, until }: OwnerRow, day: string): boolean => (since === null || since <= day) && (until === null || day < until);

function holdingsOf(rows: readonly OwnerRow[], idOf: (id: string) => string): readonly Holding[] {
  const byOwner = [...groupBy(rows, ({ owner }) => idOf(owner))];
  const stated = byOwner.map(([owner, own]) => ({ owner, ...hull(own) }));
  return bounded(stated).map((stake, at) => {
    const { low, high, differs } = stated[at] as (typeof stated)[number];
    return { ...stake, stated: low !== null || high !== null, differs, rows: byOwner[at]?.[1] ?? [] };
  });
}

/** Bounds that take in all that rows state; a branch is a part of the firm itself. Rows that state no share say nothing. */
function hull(rows: readonly OwnerRow[]): { readonly low: number | null; readonly high: number | null; readonly differs: boolean } {
  if (rows.some(({ relation }) => relation === "branch")) return { low: 1, high: 1, differs: false };
  const telling = rows.filter(({ low, high }) => low !== null || high !== null);
  if (telling.length === 0) return { low: null, high: null, differs: false };
  const [lows, highs] = [telling.map(({ low }) => low ?? 0), telling.map(({ high }) => high ?? 1)];
  return {
    low: Math.min(...lows),
    high: Math.max(...highs),
    differs: new Set(lows).size > 1 || new Set(highs).size > 1,
  };
}
