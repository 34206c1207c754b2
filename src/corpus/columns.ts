import { createRequire } from "node:module";
import type { DuckDBConnection, DuckDBDoubleVector, DuckDBIntegerVector } from "@duckdb/node-api";
import { sharedInts } from "../measure/shared-arrays.ts";

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
    const numbers = chunk.getColumnVector(0) as DuckDBIntegerVector;
    for (let at = 0; at < count; at++) numbers.setItem(at, from + at);
    numbers.flush();
    for (const [at, column] of columns.entries()) fillColumn(chunk.getColumnVector(at + 1) as NumberVector, column, from, count);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

type NumberVector = DuckDBIntegerVector | DuckDBDoubleVector;

function fillColumn(vector: NumberVector, { values, unknown = false }: NumberColumn, from: number, count: number): void {
  for (let at = 0; at < count; at++) {
    const value = values[from + at]!;
    vector.setItem(at, Number.isNaN(value) || (unknown && value < 0) ? null : value);
  }
  vector.flush();
}

/** Reads integer columns without NULLs into shared arrays, chunk by chunk. `most`: maximum number of rows. */
export async function readInts(connection: DuckDBConnection, sql: string, columns: number, most: number): Promise<Int32Array[]> {
  const read = Array.from({ length: columns }, () => sharedInts(most));
  let rows = 0;
  for await (const chunk of integerChunks(connection, sql, columns)) {
    for (const [column, values] of chunk.entries()) read[column]?.set(values, rows);
    rows += chunk[0]?.length ?? 0;
  }
  return read.map((values) => values.subarray(0, rows));
}

/** Integer columns without NULLs, a few thousand rows at a time, in arrays that the next ones overwrite. */
export async function* integerChunks(
  connection: DuckDBConnection,
  sql: string,
  columns: number,
): AsyncGenerator<readonly Int32Array[], void, undefined> {
  const result = await connection.stream(sql);
  const held = Array.from({ length: columns }, () => new Int32Array(chunkRows));
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const { rowCount } = chunk;
    for (const [column, values] of held.entries()) {
      const vector = chunk.getColumnVector(column) as DuckDBIntegerVector;
      for (let row = 0; row < rowCount; row++) values[row] = vector.getItem(row)!;
    }
    yield held.map((values) => values.subarray(0, rowCount));
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
