import { createRequire } from "node:module";
import type { DuckDBConnection } from "@duckdb/node-api";

/** Loads DuckDB lazily, as `workspace/database.ts` does. */
const load = createRequire(import.meta.url);

/** A column: integers with -1 for unknown if `unknown` is set, or numbers with NaN for unknown. */
export interface NumberColumn {
  readonly name: string;
  readonly values: Int32Array | Int16Array | Int8Array | Float64Array;
  readonly unknown?: boolean;
}

const chunkRows = 2048;

/** Writes columns as temporary table `name` with a leading `number` 0, 1, 2, ...; unknown becomes NULL. */
export async function writeNumbers(connection: DuckDBConnection, name: string, columns: readonly NumberColumn[]): Promise<void> {
  const { DuckDBDataChunk, DOUBLE, INTEGER } = load("@duckdb/node-api") as typeof import("@duckdb/node-api");
  const isReal = ({ values }: NumberColumn): boolean => values instanceof Float64Array;
  const declared = columns.map((column) => `${column.name} ${isReal(column) ? "DOUBLE" : "INTEGER"}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${name} (${["number INTEGER", ...declared].join(", ")})`);
  const types = [INTEGER, ...columns.map((column) => (isReal(column) ? DOUBLE : INTEGER))];
  const rows = columns[0]?.values.length ?? 0;
  const appender = await connection.createAppender(name, "main", "temp");
  for (let from = 0; from < rows; from += chunkRows) {
    const count = Math.min(chunkRows, rows - from);
    const chunk = DuckDBDataChunk.create(types, count);
    chunk.setColumnValues(
      0,
      Array.from({ length: count }, (_, at) => from + at),
    );
    for (const [at, column] of columns.entries()) chunk.setColumnValues(at + 1, cells(column, from, count));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const cells = ({ values, unknown = false }: NumberColumn, from: number, count: number): (number | null)[] =>
  Array.from({ length: count }, (_, at) => {
    const value = values[from + at] as number;
    return Number.isNaN(value) || (unknown && value < 0) ? null : value;
  });

/** Reads integer columns without NULLs into arrays, chunk by chunk. `most`: maximum number of rows. */
export async function readInts(connection: DuckDBConnection, sql: string, columns: number, most: number): Promise<Int32Array[]> {
  const read = Array.from({ length: columns }, () => new Int32Array(most));
  let rows = 0;
  for await (const chunk of integerChunks(connection, sql, columns)) {
    for (const [column, values] of chunk.entries()) read[column]?.set(values, rows);
    rows += chunk[0]?.length ?? 0;
  }
  return read.map((values) => values.subarray(0, rows));
}

/** Integer columns without NULLs, a few thousand rows at a time. */
export async function* integerChunks(
  connection: DuckDBConnection,
  sql: string,
  columns: number,
): AsyncGenerator<readonly (readonly number[])[], void, undefined> {
  const result = await connection.stream(sql);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const read = chunk;
    yield Array.from({ length: columns }, (_, column) => read.getColumnValues(column) as number[]);
  }
}

/** Writes text columns as temporary table `name`; `null` becomes NULL. */
export async function writeTexts(
  connection: DuckDBConnection,
  name: string,
  columns: Readonly<Record<string, readonly (string | null)[]>>,
): Promise<void> {
  const declared = Object.keys(columns).map((column) => `${column} VARCHAR`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${name} (${declared.join(", ")})`);
  const lists = Object.values(columns);
  const appender = await connection.createAppender(name, "main", "temp");
  for (let row = 0; row < (lists[0]?.length ?? 0); row++) {
    for (const list of lists) {
      const value = list[row];
      if (value === null || value === undefined) appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}
