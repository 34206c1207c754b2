import { access, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { caseTableNames } from "../base/case-tables.ts";
import { derivedTableNames } from "../base/derived-tables.ts";
import type { Effects } from "../base/effects.ts";
import { type TableName, tableNames } from "../base/tables.ts";
import { damaged } from "./faults.ts";
import { fitTables } from "./fit.ts";
import { inTransaction, runAll } from "./query.ts";
import {
  columnsOf,
  createCaseTable,
  createDecisionTable,
  createDerivedTable,
  createSearchTable,
  createTable,
  identifier,
  schemaVersion,
  viewStatements,
} from "./schema.ts";
import { digestKey, schemaDigest } from "./structure.ts";

/** Step from version `to - 1` to `to`. */
export interface Migration {
  readonly to: number;
  up(connection: DuckDBConnection): Promise<void>;
}

/** Adds missing tables of a version. */
const newTables = (connection: DuckDBConnection): Promise<void> =>
  runAll(connection, [...tableNames.map(createTable), ...derivedTableNames.map(createDerivedTable)]);

/** Makes a table anew with the columns of today; those it had keep their values, `expressions` fill others from them. */
async function rebuild(connection: DuckDBConnection, table: TableName, expressions: Readonly<Record<string, string>> = {}): Promise<void> {
  const reader = await connection.runAndReadAll("SELECT column_name FROM duckdb_columns() WHERE table_name = $1", [table]);
  const had = new Set(reader.getRowsJS().map(([name]) => String(name)));
  const kept = [...columnsOf(table).map(({ name }) => name), "load_id", "file", "line"].filter((name) => had.has(name)).map(identifier);
  const filled = Object.entries(expressions).flatMap(([name, expression]) =>
    had.has(name) ? [] : [`${expression} AS ${identifier(name)}`],
  );
  await runAll(connection, [
    `ALTER TABLE ${identifier(table)} RENAME TO before`,
    createTable(table),
    `INSERT INTO ${identifier(table)} BY NAME SELECT ${[...kept, ...filled].join(", ")} FROM before`,
    "DROP TABLE before",
  ]);
}

/** Days of documents and of facts in place of years. */
async function addDays(connection: DuckDBConnection): Promise<void> {
  await newTables(connection);
  await rebuild(connection, "document", { published: 'CAST("year" AS VARCHAR)' });
  for (const table of ["share", "parameter", "product_place", "plant"] as const) await rebuild(connection, table);
}

/** Technologies of use only with another, and tables that are new. */
async function addUses(connection: DuckDBConnection): Promise<void> {
  await newTables(connection);
  await rebuild(connection, "technology");
}

/** Tables of the screening desk. Decisions on names stay as they are: of a name, without a customer. */
const addCases = (connection: DuckDBConnection): Promise<void> => runAll(connection, caseTableNames.map(createCaseTable));

/** New tables, and families of documents: until `measure` runs again, those of DOCDB. */
async function addHoldings(connection: DuckDBConnection): Promise<void> {
  await newTables(connection);
  const reader = await connection.runAndReadAll(
    "SELECT 1 FROM duckdb_columns() WHERE table_name = 'patent_document' AND column_name = 'unit'",
  );
  if (reader.currentRowCount > 0) return;
  await runAll(connection, [
    "ALTER TABLE patent_document RENAME TO before",
    createDerivedTable("patent_document"),
    `INSERT INTO patent_document BY NAME SELECT *, coalesce(family, document) AS unit,
      CASE WHEN family IS NULL THEN 'alone' ELSE 'docdb' END AS unit_rule FROM before`,
    "DROP TABLE before",
  ]);
}

/** Searches that are kept, and parties of assignments: until now those who took a patent stood in the note of its event alone. */
async function addSearches(connection: DuckDBConnection): Promise<void> {
  await newTables(connection);
  await runAll(connection, [
    createSearchTable(),
    `INSERT INTO patent_transfer BY NAME SELECT document, date, 'assignee' AS role, name, load_id, file, line FROM (
        SELECT document, date, trim(unnest(regexp_split_to_array(regexp_extract(note, '^[^:]*: .*? to (.+); reel [0-9]+/[0-9]+$', 1), '[;|]'))) AS name,
          load_id, file, line FROM patent_event WHERE kind = 'transferred' AND regexp_matches(note, '; reel [0-9]+/[0-9]+$')
      ) WHERE name <> ''`,
  ]);
}

/**
 * All released steps, in order: 2 patents, 3 controls and decisions, 4 sources of patents, 5 since when facts were known, 6 times in process,
 * acts and outages, 7 since when the end of a rule was known, 8 what is of use only with another technology, and
 * owners and problems, 9 customers and cases, 10 families of documents, owners of patents on a day, what a user says of their names, tables
 * that were cut to classes, records of organisations, and dates of birth and identifiers of listed parties, 11 searches that are kept, and parties of
 * records of assignment, 12 for what part of the uses a technology takes the place of another.
 */
export const migrations: readonly Migration[] = [
  { to: 2, up: newTables },
  { to: 3, up: (connection) => newTables(connection).then(() => runAll(connection, [createDecisionTable()])) },
  { to: 4, up: newTables },
  { to: 5, up: addDays },
  { to: 6, up: newTables },
  { to: 7, up: (connection) => rebuild(connection, "control_rule") },
  { to: 8, up: addUses },
  { to: 9, up: addCases },
  { to: 10, up: addHoldings },
  { to: 11, up: addSearches },
  { to: 12, up: (connection) => rebuild(connection, "successor") },
];

/**
 * Upgrades a workspace open for writing: copies it to `backups/`, then runs the steps in one transaction. Throws LM_WORKSPACE_DAMAGED
 * without steps from its version.
 */
export async function upgrade(
  connection: DuckDBConnection,
  dir: string,
  version: number,
  steps: readonly Migration[],
  effects: Effects,
): Promise<void> {
  const due = steps.filter((step) => step.to > version && step.to <= schemaVersion);
  const complete = due.length === schemaVersion - version && due.every((step, index) => step.to === version + index + 1);
  if (!complete) throw await damaged(dir, `there is no upgrade from version ${version} to ${schemaVersion}`);

  const copy = await backup(connection, dir, version, effects);
  effects.log.info(`Upgrading the workspace ${dir} from version ${version} to ${schemaVersion}; a copy of the old one is ${copy}.`);
  await inTransaction(connection, async () => {
    for (const step of due) await step.up(connection);
    for (const id of await fitTables(connection))
      effects.log.warn(`The atlas of load ${id} lacks what is needed now; the bundled one takes its place.`);
    await runAll(connection, viewStatements);
    await connection.run("UPDATE meta SET value = $1 WHERE key = 'schema_version'", [String(schemaVersion)]);
    await setMeta(connection, digestKey, schemaDigest);
    await setMeta(connection, renewalKey, effects.clock.now().toISOString());
  });
}

/** Key in `meta` that says that atlas and measures are still to be renewed after an upgrade. */
export const renewalKey = "renewal_due";

export async function setMeta(connection: DuckDBConnection, key: string, value: string | null): Promise<void> {
  await connection.run("DELETE FROM meta WHERE key = $1", [key]);
  if (value !== null) await connection.run("INSERT INTO meta VALUES ($1, $2)", [key, value]);
}

/** Copies through DuckDB: reading the file directly would drop this process's lock. */
async function backup(connection: DuckDBConnection, dir: string, version: number, effects: Effects): Promise<string> {
  const target = await backupPath(dir, version, effects);
  const part = join(dir, "backups", ".copying.duckdb");
  await mkdir(join(dir, "backups"), { recursive: true });
  await rm(part, { force: true });
  await connection.run(`ATTACH '${part.replaceAll("'", "''")}' AS backup`);
  try {
    await connection.run("COPY FROM DATABASE levermap TO backup");
  } finally {
    await connection.run("DETACH backup");
  }
  await rename(part, target);
  return target;
}

/** A free path `backups/levermap-v<version>-<time>.duckdb`; the version is `unknown` if it cannot be read. */
export async function backupPath(dir: string, version: number | null, effects: Effects): Promise<string> {
  const time = effects.clock.now().toISOString().replace(/[-:]/g, "").replace(".", "-");
  const stem = join(dir, "backups", `levermap-${version === null ? "unknown" : `v${version}`}-${time}`);
  for (let copy = 1; ; copy += 1) {
    const path = copy === 1 ? `${stem}.duckdb` : `${stem}-${copy}.duckdb`;
    if (!(await exists(path))) return path;
  }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
