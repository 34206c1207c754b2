import type { DuckDBConnection } from "@duckdb/node-api";
import { inTransaction, query } from "./query.ts";
import { currentRows } from "./schema.ts";
import type { Workspace } from "./workspace.ts";

export const verdicts = ["true", "false", "unsure"] as const;
export type Verdict = (typeof verdicts)[number];

/** A decision on a name and a list entry: same party, different, or unsure. */
export interface Decision {
  readonly name: string;
  /** Normalised name, the lookup key. */
  readonly key: string;
  readonly entry: string;
  readonly verdict: Verdict;
  readonly note: string | null;
  /** UTC, ISO 8601. */
  readonly decidedAt: string;
}

/** Edition part of an entry's key. */
const edition = /\/\d{4}-\d{2}-\d{2}$/;

const columns = `name, name_key AS key, entry, verdict, note, decided_at AS "decidedAt"`;

/** Decisions in force, the latest per name and entry, in the order made. */
export function readDecisions(workspace: Workspace): Promise<readonly Decision[]> {
  return workspace.use((connection) =>
    query<Decision>(
      connection,
      `SELECT ${columns} FROM decision WHERE withdrawn_at IS NULL QUALIFY row_number() OVER (PARTITION BY name_key, entry ORDER BY seq DESC) = 1
       ORDER BY seq`,
    ),
  );
}

/** Whether a current list has an entry, in any edition or copy. */
export async function hasEntry(workspace: Workspace, entry: string): Promise<boolean> {
  const sql = `SELECT 1 FROM (${currentRows("party_entry")}) WHERE regexp_replace(entry, '${edition.source}', '') = $1 LIMIT 1`;
  const found = await workspace.use((connection) => query(connection, sql, [decidedEntry(entry)]));
  return found.length > 0;
}

/** Stores a decision; earlier ones on the same name and entry remain. */
export function keepDecision(workspace: Workspace, { name, key, entry, verdict, note, decidedAt }: Decision): Promise<void> {
  return workspace.use(async (connection) => {
    const sql = "INSERT INTO decision SELECT coalesce(max(seq), 0) + 1, $1, $2, $3, $4, $5, $6, NULL FROM decision";
    await connection.run(sql, [name, key, entry, verdict, note, decidedAt]);
  });
}

/** Withdraws the decision in force, restoring the one before; returns it, or `null`. */
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

/** The entry without edition, so that a decision holds for all editions. */
export const decidedEntry = (entry: string): string => entry.replace(edition, "");
