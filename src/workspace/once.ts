import type { DuckDBConnection } from "@duckdb/node-api";

/** What was read on connections through which nothing can be written. */
const known = new WeakMap<DuckDBConnection, Map<string, Promise<unknown>>>();

/** Has what is read once on a connection kept with it: its data are the same from now on. */
export const keepReads = (connection: DuckDBConnection): void => void known.set(connection, new Map());

/**
 * What does not depend on the question, read once on a connection through which nothing can be written, and each time on others. `name`: of what is read.
 */
export function readOnce<T>(connection: DuckDBConnection, name: string, read: () => Promise<T>): Promise<T> {
  const reads = known.get(connection);
  if (reads === undefined) return read();
  const there = reads.get(name) as Promise<T> | undefined;
  if (there !== undefined) return there;
  const reading = read();
  reads.set(name, reading);
  reading.catch(() => reads.delete(name));
  return reading;
}
