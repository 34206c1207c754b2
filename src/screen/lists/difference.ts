import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";
import { nameKey } from "../../link/name-key.ts";
import type { Edition } from "./editions.ts";
import { type AsOf, partiesOn } from "./standing.ts";

type Party = Row<"party_entry">;

/** What of a row is compared between two days. */
const compared = ["name", "footnotes", "requirement", "policy", "programme", "citation"] as const;

export interface Change {
  readonly before: Party;
  readonly after: Party;
  readonly columns: readonly (typeof compared)[number][];
}

/** Rows in force on one day only, and rows of one party that say something else. `undated` rows are in force on both for want of a date. */
export interface ListDifference {
  readonly added: readonly Party[];
  readonly removed: readonly Party[];
  readonly changed: readonly Change[];
  readonly undated: number;
  readonly caveats: readonly string[];
}

/** Compares the lists on two days. Parties are matched by list, origin, economy and name without case and punctuation. */
export function listDifference(
  parties: readonly Party[],
  editions: readonly Edition[],
  from: string,
  to: string,
  by: AsOf["by"],
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
    ),
    undated: after.listed.filter(({ standing }) => standing.since === null).length,
    caveats: [...new Set(caveats)],
  };
}

/** Compares the rows of two copies of lists, whatever their days. */
export function rowsDifference(before: readonly Party[], after: readonly Party[]): Pick<ListDifference, "added" | "removed" | "changed"> {
  const [old, now] = [byParty(before), byParty(after)];
  return {
    added: [...now].flatMap(([key, rows]) => rows.slice(old.get(key)?.length ?? 0)),
    removed: [...old].flatMap(([key, rows]) => rows.slice(now.get(key)?.length ?? 0)),
    changed: [...old].flatMap(([key, rows]) => changes(rows, now.get(key) ?? [])),
  };
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
