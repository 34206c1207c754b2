import type { Row } from "../../base/tables.ts";
import { type Statement, statementChanges } from "../../screen/cases/statement.ts";
import { type ChangedColumn, rowsDifference } from "../../screen/lists/difference.ts";
import { partyTexts } from "../../screen/lists/party-texts.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import { type CaseScreening, searchedAs } from "./case-screening.ts";

/** What became of an entry between two runs. `former`: its key before, where the list has renamed it. */
export interface EntryChange extends Pick<Statement, "entry" | "list" | "origin" | "name"> {
  readonly what: "added" | "removed" | "renamed" | "changed";
  readonly former: string | null;
  readonly changes: readonly ChangedColumn[];
}

/** Entries in force that differ between two readings of the lists, by their keys. */
export interface EntryDifference {
  readonly entries: readonly EntryChange[];
  /** Keys of entries that a search by name is to be made for again. */
  readonly searched: ReadonlySet<string>;
}

/** Compares the entries in force of two readings of the lists. */
export function entryDifference(before: CaseScreening, now: CaseScreening): EntryDifference {
  const renames = renamesBetween(before, now);
  const formers = new Map([...renames].map(([former, entry]) => [entry, former]));
  const [oldSearch, newSearch] = [searchedAs(before), searchedAs(now)];
  const entries: EntryChange[] = [];
  for (const [entry, { statement, digest }] of now.statements) {
    const former = formers.get(entry) ?? null;
    const old = before.statements.get(former ?? entry);
    if (old === undefined) entries.push(changeOf(statement, "added", null, []));
    else if (old.digest !== digest)
      entries.push(changeOf(statement, former === null ? "changed" : "renamed", former, statementChanges(old.statement, statement)));
  }
  for (const [entry, { statement }] of before.statements)
    if (!now.statements.has(entry) && !renames.has(entry)) entries.push(changeOf(statement, "removed", null, []));
  return {
    entries: entries.sort((a, b) => (a.entry < b.entry ? -1 : 1)),
    searched: new Set([...newSearch].flatMap(([entry, text]) => (oldSearch.get(entry) === text ? [] : [entry]))),
  };
}

const changeOf = (
  { entry, list, origin, name }: Statement,
  what: EntryChange["what"],
  former: string | null,
  changes: readonly ChangedColumn[],
): EntryChange => ({ entry, list, origin, name, what, former, changes });

/** Keys of entries now by those before, of parties that a list has renamed. */
function renamesBetween(before: CaseScreening, now: CaseScreening): ReadonlyMap<string, string> {
  const left = (own: CaseScreening, other: CaseScreening): readonly Row<"party_entry">[] =>
    [...own.rows].flatMap(([entry, rows]) => (other.statements.has(entry) ? [] : rows.flatMap((row) => own.lists.byEntry.get(row) ?? [])));
  const { changed } = rowsDifference(left(before, now), left(now, before), {
    before: partyTexts(before.lists),
    after: partyTexts(now.lists),
  });
  return new Map(changed.map(({ before: old, after }) => [decidedEntry(old.entry), decidedEntry(after.entry)]));
}
