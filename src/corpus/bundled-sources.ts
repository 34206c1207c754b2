import type { DuckDBConnection } from "@duckdb/node-api";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";

/**
 * Ids of the documents that patents of an atlas were read in: its records with references come from search records, the others from
 * PatentsView (`docs/data.md`). None for patents of other loads, whose source is the load itself. `part` is a `WITH` part that names the
 * patents as `member (document)`, with its values.
 */
export async function bundledSources(connection: DuckDBConnection, part: string, values: readonly string[]): Promise<readonly string[]> {
  const rows = await queryMany<{ source: string }>(
    connection,
    `WITH ${part} SELECT DISTINCT if(p."references" IS NULL, 'p-patentsview', 'p-uspto-patents') AS source FROM (${currentRows("patent")}) p
      SEMI JOIN member USING (document) JOIN load l ON l.id = p.load_id WHERE l.source = 'atlas' ORDER BY source DESC`,
    values,
  );
  return rows.map(({ source }) => source);
}
