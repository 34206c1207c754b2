import type { DuckDBConnection } from "@duckdb/node-api";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";

/**
 * Ids of the sources of an atlas's patents, most used first; patents of other loads have none. `part`: a `WITH` part `member (document)`,
 * with its values.
 */
export async function bundledSources(connection: DuckDBConnection, part: string, values: readonly string[]): Promise<readonly string[]> {
  const rows = await queryMany<{ source: string }>(
    connection,
    `WITH ${part} SELECT source FROM (${currentRows("patent_source")}) SEMI JOIN member USING (document)
      GROUP BY source ORDER BY count(*) DESC, source`,
    values,
  );
  return rows.map(({ source }) => source);
}
