import type { DuckDBConnection } from "@duckdb/node-api";
import type { InventorEntry } from "../measure/patents/talent.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { epochDay } from "./documents.ts";
import { memberPart } from "./technology-members.ts";

/** An inventor of a document. */
export interface TechnologyInventor extends InventorEntry {
  readonly document: string;
}

interface EntryRow extends Omit<TechnologyInventor, "organisations"> {
  readonly organisations: readonly string[] | null;
}

/** Inventors of a technology's dated documents, by the source's key, else by name. Economy of the record or of its place. */
export async function readTechnologyInventors(
  connection: DuckDBConnection,
  technologies: readonly string[],
): Promise<readonly TechnologyInventor[]> {
  const rows = await queryMany<EntryRow>(
    connection,
    `WITH ${memberPart(technologies)}, held AS (
        SELECT document, list(DISTINCT holder ORDER BY holder) AS organisations FROM document_holder SEMI JOIN member USING (document) GROUP BY document
      ), place AS (SELECT place, min(economy) AS economy FROM (${currentRows("patent_place")}) GROUP BY place),
      inventor AS (
        SELECT i.document, coalesce(i.native, lower(i.name)) AS person, coalesce(i.economy, place.economy) AS economy
        FROM (${currentRows("patent_inventor")}) i SEMI JOIN member USING (document)
        LEFT JOIN (${currentRows("patent_party_place")}) seat
          ON seat.document = i.document AND seat.role = 'inventor' AND seat.position = i.position
        LEFT JOIN place USING (place)
      )
      SELECT inventor.document, inventor.person, min(inventor.economy) AS economy, any_value(held.organisations) AS organisations, ${epochDay("min(d.day)")} AS day
      FROM inventor JOIN patent_document d USING (document) LEFT JOIN held USING (document)
      WHERE ${epochDay("d.day")} IS NOT NULL GROUP BY inventor.person, inventor.document ORDER BY day, person, inventor.document`,
    technologies,
  );
  return rows.map(({ organisations, ...entry }) => ({ ...entry, organisations: organisations ?? [] }));
}
