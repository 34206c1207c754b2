import type { DuckDBConnection } from "@duckdb/node-api";
import { wipoField } from "../../link/wipo-fields.ts";
import { query } from "../../workspace/query.ts";
import { currentRows } from "../../workspace/schema.ts";
import { readInts } from "../columns.ts";

/** Class numbers in compressed rows: of document `i` `values[start[i] .. start[i+1])`. */
export interface ClassRows {
  readonly start: Int32Array;
  readonly values: Uint16Array;
}

/** What a document is classed by: CPC or IPC subclasses, numbered in their order, or WIPO's fields. */
export type ClassColumn = "subclass" | "field";

/** Inventive CPC (or of unstated role), else IPC. */
const counted = `WITH class AS (
    SELECT document, scheme, split_part(symbol, '/', 1) AS main FROM (${currentRows("patent_class")})
    WHERE scheme = 'ipc' OR (scheme = 'cpc' AND coalesce(role, 'inventive') = 'inventive')
  ), preferred AS (SELECT document, min(scheme) AS scheme FROM class GROUP BY document)`;

/** Fills the temporary table `main_group`, which `documentClasses` reads. */
export async function nameMainGroups(connection: DuckDBConnection): Promise<void> {
  const mains = await query<{ main: string }>(connection, `${counted} SELECT DISTINCT main FROM class ORDER BY main`);
  const subclasses = new Map<string, number>();
  await connection.run("CREATE OR REPLACE TEMP TABLE main_group (main VARCHAR, subclass INTEGER, field INTEGER)");
  const appender = await connection.createAppender("main_group", "main", "temp");
  for (const { main } of mains) {
    const subclass = main.slice(0, 4);
    if (!subclasses.has(subclass)) subclasses.set(subclass, subclasses.size);
    appender.appendVarchar(main);
    appender.appendInteger(subclasses.get(subclass) ?? 0);
    const field = wipoField(main);
    if (field === null) appender.appendNull();
    else appender.appendInteger(field);
    appender.endRow();
  }
  appender.closeSync();
}

/** Distinct classes of every document, numbered as in `patent_document`, as SQL. */
export const documentClasses = (column: ClassColumn): string => `${counted}
  SELECT DISTINCT d.number, g.${column} AS value FROM class JOIN preferred USING (document, scheme) JOIN main_group g USING (main)
  JOIN patent_document d USING (document) WHERE g.${column} IS NOT NULL`;

/** Reads the classes of all documents. */
export async function readClassRows(connection: DuckDBConnection, documents: number, column: ClassColumn): Promise<ClassRows> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE document_class AS ${documentClasses(column)}`);
  const [counts] = await query<{ rows: bigint }>(connection, "SELECT count(*) AS rows FROM document_class");
  const sql = "SELECT number, value FROM document_class ORDER BY number, value";
  const [number = new Int32Array(0), value = new Int32Array(0)] = await readInts(connection, sql, 2, Number(counts?.rows ?? 0));
  await connection.run("DROP TABLE document_class");
  return classRows(documents, number, value);
}

/** Pairs of document and class in the order of documents as compressed rows. */
export function classRows(documents: number, number: Int32Array, value: Int32Array): ClassRows {
  const start = new Int32Array(documents + 1);
  for (const one of number) start[one + 1] = (start[one + 1] ?? 0) + 1;
  for (let i = 0; i < documents; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  return { start, values: Uint16Array.from(value) };
}
