import { groupBy } from "../base/group-by.ts";
import type { Row } from "../base/tables.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Dated, withBorrowedDays } from "./lists/borrowed-days.ts";
import { type WithEffect, withEffect } from "./rules/effect.ts";
import type { Rule } from "./rules/merge.ts";

/** A row of a list with the days that other records tell of it. */
export type ListRow = Dated<WithEffect<Row<"party_entry"> & { readonly load_id: string }>>;

/** The rows of all lists that are loaded, of every edition and reading, with what belongs to each by its entry. */
export interface Lists {
  readonly parties: readonly ListRow[];
  readonly byEntry: ReadonlyMap<string, ListRow>;
  readonly editions: readonly Row<"list_edition">[];
  readonly names: ReadonlyMap<string, readonly Row<"party_name">[]>;
  /** Economies of a party, its own first. */
  readonly economies: ReadonlyMap<string, readonly string[]>;
  readonly links: ReadonlyMap<string, readonly Row<"party_link">[]>;
}

/** Reads the lists of a workspace; `rules` tell the days of effect of rows that cite them. */
export async function readLists(workspace: Workspace, rules: readonly Rule[]): Promise<Lists> {
  const [entries, editions, names, places, links] = await Promise.all([
    workspace.rows("party_entry"),
    workspace.rows("list_edition"),
    workspace.rows("party_name"),
    workspace.rows("party_place"),
    workspace.rows("party_link"),
  ]);
  const named = groupBy(names, ({ entry }) => entry);
  const placed = groupBy(places, ({ entry }) => entry);
  const parties = withBorrowedDays(withEffect(entries, rules), (entry) => named.get(entry)?.map(({ name }) => name) ?? []);
  return {
    parties,
    byEntry: new Map(parties.map((party) => [party.entry, party])),
    editions,
    names: named,
    economies: new Map(
      parties.map(({ entry, economy }) => [
        entry,
        [...new Set([economy, ...(placed.get(entry) ?? []).map((place) => place.economy)])].filter((each) => each !== null),
      ]),
    ),
    links: groupBy(links, ({ entry }) => entry),
  };
}
