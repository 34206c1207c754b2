import { inTransaction, query, queryMany } from "./query.ts";
import type { Workspace } from "./workspace.ts";

/** A search that was kept under a name, and what it found then. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
  /** Found when it was kept, in order of their names: a set. */
  readonly documents: readonly string[];
  /** UTC, ISO 8601. */
  readonly savedAt: string;
}

/** Searches that are kept, the latest of each name, in order of their names. */
export async function readSavedSearches(workspace: Workspace): Promise<readonly SavedSearch[]> {
  const rows = await workspace.use((connection) =>
    queryMany<Omit<SavedSearch, "documents"> & { readonly documents: string }>(
      connection,
      `SELECT name, query, documents, saved_at AS "savedAt" FROM saved_search WHERE withdrawn_at IS NULL ORDER BY name`,
    ),
  );
  return rows.map((row) => ({ ...row, documents: JSON.parse(row.documents) as string[] }));
}

/** Keeps a search; an earlier one of its name ends. */
export function keepSearch(workspace: Workspace, { name, query: text, documents, savedAt }: SavedSearch): Promise<void> {
  return workspace.use((connection) =>
    inTransaction(connection, async () => {
      await connection.run("UPDATE saved_search SET withdrawn_at = $1 WHERE name = $2 AND withdrawn_at IS NULL", [savedAt, name]);
      await connection.run("INSERT INTO saved_search SELECT coalesce(max(seq), 0) + 1, $1, $2, $3, $4, NULL FROM saved_search", [
        ...[name, text, JSON.stringify(documents), savedAt],
      ]);
    }),
  );
}

/** Ends a search; whether there was one of the name. */
export function endSearch(workspace: Workspace, name: string, at: string): Promise<boolean> {
  return workspace.use((connection) =>
    inTransaction(connection, async () => {
      const kept = await query(connection, "SELECT 1 FROM saved_search WHERE name = $1 AND withdrawn_at IS NULL", [name]);
      await connection.run("UPDATE saved_search SET withdrawn_at = $1 WHERE name = $2 AND withdrawn_at IS NULL", [at, name]);
      return kept.length > 0;
    }),
  );
}
