import type { DuckDBConnection } from "@duckdb/node-api";
import { type CaseTableName, caseTableNames } from "../base/case-tables.ts";
import { type DerivedTableName, derivedTableNames } from "../base/derived-tables.ts";
import { LevermapError } from "../base/errors.ts";
import { type TableName, tableNames } from "../base/tables.ts";
import { query, runAll } from "./query.ts";
import { createCaseTable, createDecisionTable, createDerivedTable, createSearchTable, createTable, identifier } from "./schema.ts";
import { declaredTables, misfits, tablesOf } from "./structure.ts";

/**
 * Brings every table to the columns declared today, in the transaction of an upgrade: rows keep what they had, new columns are unknown. Rows of an
 * atlas that lack what is needed now go with their load, as a newer atlas takes its place; tables of measures are emptied. Gives the loads that
 * went. Throws LM_WORKSPACE_UPGRADE for rows of others that cannot be kept, so that the upgrade is undone.
 */
export async function fitTables(connection: DuckDBConnection): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const [table] of await misfits(connection)) {
    if (isOneOf(derivedTableNames, table)) await emptyMeasures(connection, table);
    else gone.push(...(await fitTable(connection, table)));
  }
  const left = await misfits(connection);
  for (const [table, why] of left) throw refused(`the table ${table} ${why}`);
  return [...new Set(gone)];
}

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T => (names as readonly string[]).includes(name);

async function emptyMeasures(connection: DuckDBConnection, table: DerivedTableName): Promise<void> {
  await runAll(connection, [`DROP TABLE IF EXISTS ${identifier(table)}`, createDerivedTable(table)]);
  if (table !== "measured") await connection.run("DELETE FROM measured");
}

function createStatement(table: string): string {
  if (isOneOf<TableName>(tableNames, table)) return createTable(table);
  if (isOneOf<CaseTableName>(caseTableNames, table)) return createCaseTable(table);
  if (table === "decision") return createDecisionTable();
  if (table === "saved_search") return createSearchTable();
  throw refused(`the table ${table} is not as it was in any version`);
}

async function fitTable(connection: DuckDBConnection, table: string): Promise<readonly string[]> {
  const had = (await tablesOf(connection)).get(table);
  const create = createStatement(table);
  if (had === undefined) {
    await connection.run(create);
    return [];
  }
  const wanted = (await declaredTables()).get(table)!;
  const known = new Set(had.map(({ name }) => name));
  const lacking = wanted.filter(({ optional }) => !optional).map(({ name }) => (known.has(name) ? `${identifier(name)} IS NULL` : "true"));
  const bad = lacking.length === 0 ? "false" : lacking.join(" OR ");
  const gone = known.has("load_id") ? await dropLoads(connection, table, bad) : [];
  const kept = wanted.flatMap(({ name }) => (known.has(name) ? [identifier(name)] : []));
  const [unfit] = await query<{ n: number }>(connection, `SELECT count(*)::INTEGER AS n FROM ${identifier(table)} WHERE ${bad}`);
  if ((unfit?.n ?? 0) > 0) throw refused(`${unfit!.n} rows of ${table} lack what is needed now`);
  await runAll(connection, [
    `ALTER TABLE ${identifier(table)} RENAME TO before_fit`,
    create,
    `INSERT INTO ${identifier(table)} BY NAME SELECT ${kept.join(", ")} FROM before_fit`,
    "DROP TABLE before_fit",
  ]);
  return gone;
}

/** Removes the loads of an atlas of which rows of a table cannot be kept. */
async function dropLoads(connection: DuckDBConnection, table: string, bad: string): Promise<readonly string[]> {
  const loads = await query<{ id: string }>(
    connection,
    `SELECT id FROM load WHERE source = 'atlas' AND id IN (SELECT load_id FROM ${identifier(table)} WHERE ${bad})`,
  );
  const there = await tablesOf(connection);
  for (const { id } of loads) {
    for (const [each, columns] of there)
      if (columns.some(({ name }) => name === "load_id")) await connection.run(`DELETE FROM ${identifier(each)} WHERE load_id = $1`, [id]);
    await connection.run("DELETE FROM load WHERE id = $1", [id]);
  }
  return loads.map(({ id }) => id);
}

const refused = (why: string): LevermapError =>
  new LevermapError("LM_WORKSPACE_UPGRADE", `The workspace was not upgraded, and is as it was: ${why}.`);
