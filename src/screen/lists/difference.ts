import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import { nameKey } from "../../link/name-key.ts";
import type { Edition } from "./editions.ts";
import { type AsOf, partiesOn } from "./listing-status.ts";
import { partyKeys } from "./reconcile.ts";

type Party = Row<"party_entry">;

/** Compared fields of a row. */
const compared = ["name", "footnotes", "requirement", "policy", "programme", "citation"] as const;

export interface Change {
  readonly before: Party;
  readonly after: Party;
  readonly columns: readonly (typeof compared)[number][];
}

/** Rows in force on one day only, and changed rows. `undated` rows count as in force on both. */
export interface ListDifference {
  readonly added: readonly Party[];
  readonly removed: readonly Party[];
  readonly changed: readonly Change[];
  readonly undated: number;
  readonly caveats: readonly string[];
}

export type NamesOf = (party: Party) => readonly string[];

/** Compares the lists on two days. */
export function listDifference(
  parties: readonly Party[],
  editions: readonly Edition[],
  from: string,
  to: string,
  by: AsOf["by"],
  namesOf: NamesOf = ownName,
): ListDifference {
  const before = partiesOn(parties, editions, { day: from, by });
  const after = partiesOn(parties, editions, { day: to, by });
  const caveats = [...before.readings, ...after.readings].flatMap(({ list, origin, caveats: each }) =>
    each.map((caveat) => `${list} (${origin}): ${caveat}`),
  );
  return {
    ...rowsDifference(
      before.listed.map(({ party }) => party),
      after.listed.map(({ party }) => party),
      namesOf,
    ),
    undated: after.listed.filter(({ standing }) => standing.since === null).length,
    caveats: [...new Set(caveats)],
  };
}

const ownName: NamesOf = ({ name }) => [name];

/**
 * Compares rows of two copies of lists. Parties match by list, origin, economy and normalised name; the remainder by names without brackets
 * and legal forms where that is unique on both sides.
 */
export function rowsDifference(
  before: readonly Party[],
  after: readonly Party[],
  namesOf: NamesOf = ownName,
): Pick<ListDifference, "added" | "removed" | "changed"> {
  const [old, now] = [byParty(before), byParty(after)];
  const same = [...old].flatMap(([key, rows]) => changes(rows, now.get(key) ?? []));
  let removed = [...old].flatMap(([key, rows]) => rows.slice(now.get(key)?.length ?? 0));
  let added = [...now].flatMap(([key, rows]) => rows.slice(old.get(key)?.length ?? 0));
  const renamed: Change[] = [];
  for (const names of [ownName, namesOf]) {
    const pairs = onlyPairs(removed, added, names);
    renamed.push(...pairs.flatMap(([one, other]) => changes([one], [other])));
    const [gone, come] = [new Set(pairs.map(([one]) => one)), new Set(pairs.map(([, other]) => other))];
    removed = removed.filter((each) => !gone.has(each));
    added = added.filter((each) => !come.has(each));
  }
  return { added, removed, changed: [...same, ...renamed] };
}

/** Pairs of remaining rows with a unique common key. */
function onlyPairs(removed: readonly Party[], added: readonly Party[], namesOf: NamesOf): readonly (readonly [Party, Party])[] {
  const keysOf = (party: Party): readonly string[] => partyKeys(namesOf(party)).map((key) => `${party.origin}|${party.list}|${key}`);
  const [old, now] = [byKey(removed, keysOf), byKey(added, keysOf)];
  const taken = new Set<Party>();
  return removed.flatMap((one): readonly (readonly [Party, Party])[] => {
    for (const key of keysOf(one)) {
      const [other, ...more] = now.get(key) ?? [];
      if (other === undefined || more.length > 0 || old.get(key)?.length !== 1 || taken.has(other) || isElsewhere(one, other)) continue;
      taken.add(other);
      return [[one, other]];
    }
    return [];
  });
}

const isElsewhere = (a: Party, b: Party): boolean => a.economy !== null && b.economy !== null && a.economy !== b.economy;

function byKey(parties: readonly Party[], keysOf: (party: Party) => readonly string[]): ReadonlyMap<string, readonly Party[]> {
  const keyed = parties.flatMap((party) => keysOf(party).map((key) => ({ key, party })));
  return new Map([...groupBy(keyed, ({ key }) => key)].map(([key, found]) => [key, found.map(({ party }) => party)]));
}

const byParty = (parties: readonly Party[]): ReadonlyMap<string, readonly Party[]> =>
  groupBy(parties, ({ origin, list, economy, name }) => [origin, list, economy, nameKey(name)].join("|"));

function changes(old: readonly Party[], now: readonly Party[]): readonly Change[] {
  return old.slice(0, now.length).flatMap((before, at) => {
    const after = now[at];
    if (after === undefined || after === before) return [];
    const columns = compared.filter((column) => before[column] !== after[column]);
    return columns.length === 0 ? [] : [{ before, after, columns }];
  });
}
