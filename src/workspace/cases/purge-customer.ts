import { randomUUID } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { setMeta } from "../migrations.ts";
import { inTransaction, query } from "../query.ts";
import { appendCaseRows } from "./case-rows.ts";

/** Key in `meta` that says that removed rows still have their bytes in the file. */
const due = "compaction_due";

/** What is taken out of the tables. `nameKeys` and `texts`: names, as keys and as they stand in notes. */
export interface PurgeRequest {
  /** `null`: a name that is no customer's. */
  readonly customer: string | null;
  readonly nameKeys: readonly string[];
  readonly texts: readonly string[];
  /** Short names and the key: in notes they count as words of their own alone, to the letter. */
  readonly words: readonly string[];
  readonly user: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** What was taken out. `token` stands for the customer from now on; `null`: nothing of it was there. */
export interface PurgedRows {
  readonly token: string | null;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Notes of other cases that named the customer; their text is gone. */
  readonly notes: number;
}

/** What was said of the owners of a customer: statements that no case and no decision needs any more. */
const unneededStatements = `DELETE FROM case_statement WHERE digest NOT IN (
  SELECT statement FROM case_match WHERE statement IS NOT NULL UNION SELECT statement FROM case_decision WHERE statement IS NOT NULL)`;

const countInRuns = "UPDATE case_run SET purged = purged + 1 WHERE id IN (SELECT run FROM case_result WHERE customer = $1)";

const placesOfCustomer = [
  ["customer", "id"],
  ["case_result", "customer"],
  ["case_match", "customer"],
  ["case_decision", "customer"],
] as const;

const redacted = "[removed on request]";

/**
 * Removes all rows of a customer, decisions on its names, and notes that name it. The bytes stay in the file until it is made compact. A copy of an
 * earlier version may lack tables: what is not there holds nothing.
 */
export const purgeRows = (
  connection: DuckDBConnection,
  { customer, nameKeys, texts, words, user, at }: PurgeRequest,
): Promise<PurgedRows> =>
  inTransaction(connection, async () => {
    const has = await tablesOf(connection);
    const rows: Record<string, number> = {};
    const remove = async (table: string, sql: string, values: readonly string[] = []): Promise<void> => {
      if (has.has(table)) rows[table] = (rows[table] ?? 0) + (await changed(connection, sql, values));
    };
    if (customer !== null) {
      if (has.has("case_run")) await connection.run(countInRuns, [customer]);
      for (const [table, column] of placesOfCustomer) await remove(table, `DELETE FROM ${table} WHERE ${column} = $1`, [customer]);
      await remove("case_statement", unneededStatements);
    }
    for (const key of nameKeys) await remove("decision", "DELETE FROM decision WHERE name_key = $1", [key]);
    let notes = 0;
    for (const table of ["case_decision", "decision"].filter((each) => has.has(each))) {
      const redact = (where: string, value: string): Promise<number> =>
        changed(connection, `UPDATE ${table} SET note = '${redacted}' WHERE ${where}`, [value]);
      for (const text of texts) notes += await redact("contains(lower(note), lower($1))", text);
      for (const word of words) notes += await redact("regexp_matches(note, $1)", asWord(word));
    }
    const token = `purged-${randomUUID()}`;
    const all = Object.values(rows).reduce((sum, count) => sum + count, notes);
    if (all === 0) return { token: null, rows, notes };
    if (has.has("case_purge")) await appendCaseRows(connection, "case_purge", [{ token, purged_at: at, by_user: user, rows: all }]);
    await setMeta(connection, due, at);
    return { token, rows, notes };
  });

/** A pattern of RE2 of a text that stands by itself. */
const asWord = (text: string): string => `(?:^|[^\\pL\\pN])${text.replace(/[!-/:-@[-`{-~]/g, "\\$&")}(?:$|[^\\pL\\pN])`;

const tablesOf = async (connection: DuckDBConnection): Promise<ReadonlySet<string>> =>
  new Set((await query<{ name: string }>(connection, "SELECT table_name AS name FROM duckdb_tables()")).map(({ name }) => name));

async function changed(connection: DuckDBConnection, sql: string, values: readonly string[]): Promise<number> {
  const [found] = await query<{ Count: bigint | number }>(connection, sql, values);
  return Number(found?.Count ?? 0);
}

/** Whether rows were removed whose bytes may still stand in the file. */
export const isCompactionDue = async (connection: DuckDBConnection): Promise<boolean> =>
  (await query(connection, "SELECT 1 FROM meta WHERE key = $1", [due])).length > 0;

/** Takes the mark away in a copy of the database that has only what is left. */
export const markCompact = (connection: DuckDBConnection, database: string): Promise<unknown> =>
  connection.run(`DELETE FROM ${database}.meta WHERE key = $1`, [due]);

/** All versions of a customer that a database has, in JSON, the first one first. */
export const contentsOf = (connection: DuckDBConnection, customer: string): Promise<readonly string[]> =>
  textsOf(connection, "customer", "SELECT content AS text FROM customer WHERE id = $1 ORDER BY version", [customer]);

/** Ids of customers that a database says were closed before a day, `YYYY-MM-DD`. */
export const closedBefore = (connection: DuckDBConnection, day: string): Promise<readonly string[]> =>
  textsOf(
    connection,
    "customer",
    "SELECT id AS text FROM customer GROUP BY id HAVING arg_max(state, version) = 'closed' AND max(recorded_at) < $1 ORDER BY id",
    [day],
  );

/** Names without a customer of which nothing was decided or withdrawn on a day, `YYYY-MM-DD`, or later, one spelling of each. */
export const namesDecidedBefore = (connection: DuckDBConnection, day: string): Promise<readonly string[]> =>
  textsOf(
    connection,
    "decision",
    "SELECT min(name) AS text FROM decision GROUP BY name_key HAVING max(greatest(decided_at, coalesce(withdrawn_at, decided_at))) < $1 ORDER BY 1",
    [day],
  );

/** Names of decisions that have no customer, as they were written, with this key. */
export const namesDecided = (connection: DuckDBConnection, key: string): Promise<readonly string[]> =>
  textsOf(connection, "decision", "SELECT DISTINCT name AS text FROM decision WHERE name_key = $1 ORDER BY ALL", [key]);

async function textsOf(connection: DuckDBConnection, table: string, sql: string, values: readonly string[]): Promise<readonly string[]> {
  if (!(await tablesOf(connection)).has(table)) return [];
  return (await query<{ text: string }>(connection, sql, values)).map(({ text }) => text);
}
