import type { DuckDBConnection } from "@duckdb/node-api";

/** Reads integer columns without NULLs into arrays, chunk by chunk. `most`: maximum number of rows. */
export async function readInts(connection: DuckDBConnection, sql: string, columns: number, most: number): Promise<Int32Array[]> {
  const read = Array.from({ length: columns }, () => new Int32Array(most));
  const result = await connection.stream(sql);
  let rows = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (let column = 0; column < columns; column++) read[column]?.set(chunk.getColumnValues(column) as number[], rows);
    rows += chunk.rowCount;
  }
  return read.map((values) => values.subarray(0, rows));
}
