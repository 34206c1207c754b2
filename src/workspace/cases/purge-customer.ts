import { randomUUID } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { inTransaction, query } from "../query.ts";
import type { Workspace } from "../workspace.ts";
import { appendCaseRows } from "./case-rows.ts";

/** Key in `meta` that says that removed rows still have their bytes in the file. */
const due = "compaction_due";

/** What is taken out of the tables. `nameKeys` and `texts`: the customer's names, as keys and as they stand in notes. */
export interface PurgeRequest {
  readonly customer: string;
  readonly nameKeys: readonly string[];
  readonly texts: readonly string[];
  readonly user: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** What was taken out. `token` stands for the customer from now on. */
export interface PurgedRows {
  readonly token: string;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Notes of other cases that named the customer; their text is gone. */
  readonly notes: number;
}

/** What was said of the owners of a customer: statements that no case and no decision needs any more. */
const unneededStatements = `DELETE FROM case_statement WHERE digest NOT IN (
  SELECT statement FROM case_match WHERE statement IS NOT NULL UNION SELECT statement FROM case_decision WHERE statement IS NOT NULL)`;

const redacted = "[removed on request]";

/** Removes all rows of a customer, decisions on its names, and notes that name it. The bytes stay in the file until it is made compact. */
export const purgeRows = (workspace: Workspace, { customer, nameKeys, texts, user, at }: PurgeRequest): Promise<PurgedRows> =>
  workspace.use((connection) =>
    inTransaction(connection, async () => {
      await connection.run("UPDATE case_run SET purged = purged + 1 WHERE id IN (SELECT run FROM case_result WHERE customer = $1)", [
        customer,
      ]);
      const rows: Record<string, number> = {};
      for (const [table, column] of [
        ["customer", "id"],
        ["case_result", "customer"],
        ["case_match", "customer"],
        ["case_decision", "customer"],
      ] as const)
        rows[table] = await changed(connection, `DELETE FROM ${table} WHERE ${column} = $1`, [customer]);
      rows.case_statement = await changed(connection, unneededStatements, []);
      rows.decision = 0;
      for (const key of nameKeys) rows.decision += await changed(connection, "DELETE FROM decision WHERE name_key = $1", [key]);
      let notes = 0;
      for (const text of texts)
        for (const table of ["case_decision", "decision"])
          notes += await changed(connection, `UPDATE ${table} SET note = '${redacted}' WHERE contains(lower(note), lower($1))`, [text]);
      const token = `purged-${randomUUID()}`;
      const all = Object.values(rows).reduce((sum, count) => sum + count, notes);
      await appendCaseRows(connection, "case_purge", [{ token, purged_at: at, by_user: user, rows: all }]);
      await connection.run("DELETE FROM meta WHERE key = $1", [due]);
      await connection.run("INSERT INTO meta VALUES ($1, $2)", [due, at]);
      return { token, rows, notes };
    }),
  );

async function changed(connection: DuckDBConnection, sql: string, values: readonly string[]): Promise<number> {
  const [found] = await query<{ Count: bigint | number }>(connection, sql, values);
  return Number(found?.Count ?? 0);
}

/** Whether rows were removed whose bytes may still stand in the file. */
export const isCompactionDue = async (workspace: Workspace): Promise<boolean> =>
  (await workspace.use((connection) => query(connection, "SELECT 1 FROM meta WHERE key = $1", [due]))).length > 0;

/** Takes the mark away in a copy of the database that has only what is left. */
export const markCompact = (connection: DuckDBConnection, database: string): Promise<unknown> =>
  connection.run(`DELETE FROM ${database}.meta WHERE key = $1`, [due]);
