import type { DuckDBConnection } from "@duckdb/node-api";
import { query } from "./query.ts";
import { currentRows } from "./schema.ts";
import { inTransaction } from "./transaction.ts";
import type { Workspace } from "./workspace.ts";

export const verdicts = ["true", "false", "unsure"] as const;
export type Verdict = (typeof verdicts)[number];

/** What somebody decided on a name and an entry of a list: that they are one party, that they are not, or neither yet. */
export interface Decision {
  readonly name: string;
  /** What the spellings of the name have in common; decisions are found by it. */
  readonly key: string;
  readonly entry: string;
  readonly verdict: Verdict;
  readonly note: string | null;
  /** UTC, ISO 8601. */
  readonly decidedAt: string;
}

/** The last part of the key of an entry that is of one edition of its list. */
const edition = /\/\d{4}-\d{2}-\d{2}$/;

const columns = `name, name_key AS key, entry, verdict, note, decided_at AS "decidedAt"`;

/** The decisions that hold, the latest of each name and entry, in the order in which they were made. */
export function readDecisions(workspace: Workspace): Promise<readonly Decision[]> {
  return workspace.use((connection) =>
    query<Decision>(
      connection,
      `SELECT ${columns} FROM decision WHERE withdrawn_at IS NULL QUALIFY row_number() OVER (PARTITION BY name_key, entry ORDER BY seq DESC) = 1
       ORDER BY seq`,
    ),
  );
}

/** Whether a current list has an entry, of any of its editions and copies. */
export async function hasEntry(workspace: Workspace, entry: string): Promise<boolean> {
  const found = await workspace.use((connection) =>
    query(connection, `SELECT 1 FROM (${currentRows("party_entry")}) WHERE regexp_replace(entry, '${edition.source}', '') = $1 LIMIT 1`, [
      decidedEntry(entry),
    ]),
  );
  return found.length > 0;
}

/** Keeps a decision; earlier ones on the same name and entry stay behind it. */
export function keepDecision(workspace: Workspace, { name, key, entry, verdict, note, decidedAt }: Decision): Promise<void> {
  return workspace.use(async (connection) => {
    await connection.run("INSERT INTO decision SELECT coalesce(max(seq), 0) + 1, $1, $2, $3, $4, $5, $6, NULL FROM decision", [
      name,
      key,
      entry,
      verdict,
      note,
      decidedAt,
    ]);
  });
}

/** Takes back the decision that holds on a name and an entry; the one before it holds again. Gives it, or `null` if there was none. */
export function withdrawDecision(workspace: Workspace, key: string, entry: string, at: string): Promise<Decision | null> {
  return workspace.use((connection) =>
    inTransaction(connection, async () => {
      const [latest] = await holding(connection, key, entry);
      if (latest === undefined) return null;
      const { seq, ...decision } = latest;
      await connection.run("UPDATE decision SET withdrawn_at = $1 WHERE seq = $2", [at, seq]);
      return decision;
    }),
  );
}

const holding = (connection: DuckDBConnection, key: string, entry: string): Promise<readonly (Decision & { readonly seq: number })[]> =>
  query(
    connection,
    `SELECT seq, ${columns} FROM decision WHERE name_key = $1 AND entry = $2 AND withdrawn_at IS NULL ORDER BY decision.seq DESC LIMIT 1`,
    [key, entry],
  );

/** The entry that a decision is kept under: a party of a list of several editions has an entry in each, and a decision holds for all. */
export const decidedEntry = (entry: string): string => entry.replace(edition, "");
