import { type CaseTableName, caseTableNames, caseTables } from "../base/case-tables.ts";
import { type DerivedTableName, derivedTableNames, derivedTables } from "../base/derived-tables.ts";
import { type Columns, type Row, type TableName, tableNames, tables } from "../base/tables.ts";

/** Version of the tables; older workspaces are upgraded by `migrations.ts`. */
export const schemaVersion = 12;

/** A stored row with load and place. */
export type Stored<T extends TableName> = Row<T> & { readonly load_id: string; readonly file: string; readonly line: number };

export type ColumnKind = "text" | "number" | "integer";

export interface ColumnShape {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly optional: boolean;
}

/** Columns of a table in order, without provenance. */
export const columnsOf = (table: TableName): readonly ColumnShape[] => shapes[table];

/** Columns of a table of cases in order. */
export const caseColumnsOf = (table: CaseTableName): readonly ColumnShape[] => shapesOf(caseTables[table]);

/** Columns of a result table in order. */
export const derivedColumnsOf = (table: DerivedTableName): readonly ColumnShape[] => shapesOf(derivedTables[table]);

const shapesOf = (columns: Columns): readonly ColumnShape[] =>
  Object.entries<string>(columns).map(([name, kind]) => ({
    name,
    kind: kind.replace("?", "") as ColumnKind,
    optional: kind.endsWith("?"),
  }));

const shapes = Object.fromEntries(tableNames.map((table) => [table, shapesOf(tables[table])])) as unknown as Readonly<
  Record<TableName, readonly ColumnShape[]>
>;

const provenanceShapes: readonly ColumnShape[] = [
  { name: "load_id", kind: "text", optional: false },
  { name: "file", kind: "text", optional: false },
  { name: "line", kind: "integer", optional: false },
];

/** Columns of a table in order, with load and place. */
export const storedColumnsOf = (table: TableName): readonly ColumnShape[] => [...shapes[table], ...provenanceShapes];

/** Quotes a declared name as an SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Columns and provenance as an SQL list. */
export const columnList = (table: TableName): string => columnNames(table).map(identifier).join(", ");

const columnNames = (table: TableName): readonly string[] => storedColumnsOf(table).map(({ name }) => name);

export const sqlTypes: Readonly<Record<ColumnKind, string>> = { text: "VARCHAR", number: "DOUBLE", integer: "INTEGER" };

const declaration = ({ name, kind, optional }: ColumnShape): string =>
  `${identifier(name)} ${sqlTypes[kind]}${optional ? "" : " NOT NULL"}`;

/** Keys: hundreds of millions of distinct short texts. */
const keyColumns: ReadonlySet<string> = new Set(["document", "citing", "cited", "application", "native", "place"]);

/** Texts with few distinct values. */
const listColumns: ReadonlySet<string> = new Set("load_id file office kind type field language role scheme phase".split(" "));

/** Creates a table if missing. Fixed compression for keys and enumerations saves a third of the time at the same size. */
export function createTable(table: TableName): string {
  const columns = storedColumnsOf(table).map((column) => declaration(column) + compressionOf(column));
  return `CREATE TABLE IF NOT EXISTS ${identifier(table)} (${columns.join(", ")})`;
}

function compressionOf({ name, kind }: ColumnShape): string {
  if (kind !== "text") return "";
  return keyColumns.has(name) ? " USING COMPRESSION fsst" : listColumns.has(name) ? " USING COMPRESSION dictionary" : "";
}

/** Creates a result table if missing; without provenance. */
export function createDerivedTable(table: DerivedTableName): string {
  return `CREATE TABLE IF NOT EXISTS ${identifier(table)} (${derivedColumnsOf(table).map(declaration).join(", ")})`;
}

/** Creates a table of cases if missing; without provenance. */
export function createCaseTable(table: CaseTableName): string {
  return `CREATE TABLE IF NOT EXISTS ${identifier(table)} (${caseColumnsOf(table).map(declaration).join(", ")})`;
}

/** Rows of a table's current loads, unordered, as SQL. */
export function currentRows(table: TableName): string {
  return `SELECT t.* FROM ${identifier(table)} t SEMI JOIN (SELECT id FROM load WHERE "current") l ON t.load_id = l.id`;
}

/** View of a table's current loads; `rowid` keeps the reader's order. */
function createView(table: TableName): string {
  const columns = columnNames(table).map((name) => `t.${identifier(name)}`);
  return `CREATE OR REPLACE VIEW ${identifier(`current_${table}`)} AS SELECT ${columns.join(", ")} FROM ${identifier(table)} t
    SEMI JOIN (SELECT id FROM load WHERE "current") l ON t.load_id = l.id ORDER BY t.load_id, t.file, t.line, t.rowid`;
}

/**
 * Creates the table of screening decisions if missing. It belongs to no load and outlives list copies; withdrawn decisions stay with their
 * time.
 */
export function createDecisionTable(): string {
  return `CREATE TABLE IF NOT EXISTS decision (seq INTEGER NOT NULL, name VARCHAR NOT NULL, name_key VARCHAR NOT NULL, entry VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL, note VARCHAR, decided_at VARCHAR NOT NULL, withdrawn_at VARCHAR)`;
}

/** Creates the table of searches on patents that users keep if missing. It belongs to no load; ended ones stay with their time. */
export const createSearchTable = (): string =>
  `CREATE TABLE IF NOT EXISTS saved_search (seq INTEGER NOT NULL, name VARCHAR NOT NULL, query VARCHAR NOT NULL, documents VARCHAR NOT NULL,
    saved_at VARCHAR NOT NULL, withdrawn_at VARCHAR)`;

const ownTables = [
  "CREATE TABLE meta (key VARCHAR NOT NULL, value VARCHAR NOT NULL)",
  `CREATE TABLE load (id VARCHAR NOT NULL, seq INTEGER NOT NULL, source VARCHAR NOT NULL, dataset VARCHAR NOT NULL, scope VARCHAR NOT NULL,
    edition VARCHAR, path VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, bytes BIGINT NOT NULL, "rows" BIGINT NOT NULL, rejects BIGINT NOT NULL,
    loaded_at VARCHAR NOT NULL, notice VARCHAR NOT NULL, "current" BOOLEAN NOT NULL)`,
  `CREATE TABLE reject (load_id VARCHAR NOT NULL, file VARCHAR NOT NULL, line INTEGER NOT NULL, code VARCHAR NOT NULL, reason VARCHAR NOT NULL,
    excerpt VARCHAR NOT NULL)`,
  createDecisionTable(),
  createSearchTable(),
];

/** Creates every view; run after each upgrade. */
export const viewStatements: readonly string[] = tableNames.map(createView);

/** Creates an empty workspace. */
export const schemaStatements: readonly string[] = [
  ...ownTables,
  ...tableNames.map(createTable),
  ...derivedTableNames.map(createDerivedTable),
  ...caseTableNames.map(createCaseTable),
  ...viewStatements,
  `INSERT INTO meta VALUES ('schema_version', '${schemaVersion}')`,
];
