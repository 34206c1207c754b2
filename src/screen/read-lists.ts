import { groupBy } from "../base/collections.ts";
import type { Row, TableName } from "../base/tables.ts";
import { inTurns, mapInTurns, type Turns } from "../base/turns.ts";
import { earliestCitation, federalRegisterCitations, yearOfVolume } from "../link/federal-register.ts";
import { inventedList } from "../link/party-lists.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { ItemRows } from "./items/book.ts";
import { type Copies, chooseCopies, type ListLoad } from "./lists/copies.ts";
import type { Edition } from "./lists/editions.ts";
import { type ReadParty, reconciling } from "./lists/reconcile.ts";
import { emptiedEditions } from "./lists/succession.ts";
import { createTimeline, mergeRules, type Rule, type RuleTimeline, type WithEffect, withEffect } from "./rules/timeline.ts";

/** A list row with days borrowed from other records. */
export type ListRow = Dated<WithEffect<Row<"party_entry"> & { readonly load_id: string }>>;

/** Rows of all loaded lists, with related rows by entry. */
export interface Lists {
  readonly parties: readonly ListRow[];
  readonly byEntry: ReadonlyMap<string, ListRow>;
  readonly editions: readonly Edition[];
  readonly names: ReadonlyMap<string, readonly Row<"party_name">[]>;
  /** Economies of a party, its own first. */
  readonly economies: ReadonlyMap<string, readonly string[]>;
  readonly places: ReadonlyMap<string, readonly Row<"party_place">[]>;
  readonly links: ReadonlyMap<string, readonly Row<"party_link">[]>;
  /** Dates of birth and identifiers. */
  readonly facts: ReadonlyMap<string, readonly Row<"party_fact">[]>;
  /** Rows of the valid copies, under their entries' keys. */
  readonly ownRows: Copies["of"];
}

/**
 * Reads the lists of a workspace; `rules` supply effective days of citing rows, `loads` (in order) which copy is newer, and which lists a
 * newer copy has emptied. `which`: those of parties that exist, or the one of parties that do not.
 */
export async function readLists(
  workspace: Pick<Workspace, "rows">,
  rules: readonly Rule[],
  loads: readonly (ListLoad & { readonly source: string })[],
  which: "real" | "invented" = "real",
): Promise<Lists> {
  const [allEntries, allPrinted, names, places, links, facts] = await Promise.all([
    workspace.rows("party_entry"),
    workspace.rows("list_edition"),
    workspace.rows("party_name"),
    workspace.rows("party_place"),
    workspace.rows("party_link"),
    workspace.rows("party_fact"),
  ]);
  const ofThese = ({ list }: { readonly list: string }): boolean => (list === inventedList) === (which === "invented");
  const [entries, printed] = [allEntries.filter(ofThese), allPrinted.filter(ofThese)];
  const copies = chooseCopies(entries, [...printed, ...emptiedEditions(entries, printed, loads)], loads);
  const named = groupBy(copies.of(names), ({ entry }) => entry);
  return listsOf({
    parties: await inTurns(withBorrowedDays(withEffect(copies.parties, rules), (entry) => named.get(entry)?.map(({ name }) => name) ?? [])),
    editions: copies.editions,
    names: named,
    places: groupBy(copies.of(places), ({ entry }) => entry),
    links: groupBy(copies.of(links), ({ entry }) => entry),
    facts: groupBy(copies.of(facts), ({ entry }) => entry),
    ownRows: copies.of,
  });
}

/** Lists by what follows from their rows. */
export const listsOf = (rows: Omit<Lists, "byEntry" | "economies">): Lists => ({
  ...rows,
  byEntry: new Map(rows.parties.map((party) => [party.entry, party])),
  economies: new Map(
    rows.parties.map(({ entry, economy }) => [
      entry,
      [...new Set([economy, ...(rows.places.get(entry) ?? []).map((place) => place.economy)])].filter((each) => each !== null),
    ]),
  ),
});

/** Reads a table, from current loads or from one. */
type ReadTable = <T extends TableName>(table: T) => Promise<readonly Row<T>[]>;

/** Control lists, Country Chart and country groups of every edition. */
export async function readItems(read: ReadTable): Promise<ItemRows> {
  const [items, paragraphs, reasons, exceptions, chart, marks, footnotes, groups, allDestinations] = await Promise.all([
    read("control_item"),
    read("item_paragraph"),
    read("item_reason"),
    read("item_exception"),
    read("chart_row"),
    read("chart_mark"),
    read("chart_footnote"),
    read("economy_group"),
    read("all_destinations"),
  ]);
  return { items, paragraphs, reasons, exceptions, chart, marks, footnotes, groups, allDestinations };
}

/** Loaded rules, one per id. */
export const readTimeline = async (workspace: Pick<Workspace, "rows">): Promise<RuleTimeline> =>
  createTimeline(mergeRules(await workspace.rows("control_rule")));

type Party = Row<"party_entry">;

/** A listed party; `datedBy`: the row of another reading that supplied its days. */
type Dated<P extends Party> = P & { readonly datedBy: string | null };

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
