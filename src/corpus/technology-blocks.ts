import type { DuckDBConnection } from "@duckdb/node-api";
import type { PriorArtBlock, RefusedApplication } from "../measure/prior-art-blocks.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { memberPart } from "./technology-members.ts";

/** Refusals that touch a technology: of an application of its, or over a document of its. */
export interface TechnologyBlocks {
  readonly blocks: readonly PriorArtBlock[];
  readonly applications: ReadonlyMap<string, RefusedApplication>;
  readonly holdersOf: ReadonlyMap<string, readonly string[]>;
}

const touching = (technologies: readonly string[]): string => `WITH ${memberPart(technologies)}, block AS (
    SELECT * FROM (${currentRows("prior_art_block")})
    WHERE cited IN (SELECT document FROM member) OR document IN (SELECT document FROM member)
  )`;

/** Reads the refusals of a technology with the holders of both sides. */
export async function readTechnologyBlocks(connection: DuckDBConnection, technologies: readonly string[]): Promise<TechnologyBlocks> {
  const part = touching(technologies);
  const blocks = await queryMany<PriorArtBlock>(
    connection,
    `${part} SELECT application, office, cited, examiner FROM block ORDER BY ALL`,
    technologies,
  );
  const refused = await queryMany<{ application: string; holders: readonly string[] | null; year: number | null }>(
    connection,
    `${part}, own AS (SELECT DISTINCT application, document FROM block WHERE document IS NOT NULL)
      SELECT own.application, list(DISTINCT h.holder ORDER BY h.holder) FILTER (h.holder IS NOT NULL) AS holders,
        min(try_cast(substr(d.filed, 1, 4) AS INTEGER)) AS year
      FROM own LEFT JOIN document_holder h USING (document) LEFT JOIN patent_document d USING (document)
      GROUP BY own.application ORDER BY own.application`,
    technologies,
  );
  const held = await queryMany<{ document: string; holders: readonly string[] }>(
    connection,
    `${part} SELECT document, list(DISTINCT holder ORDER BY holder) AS holders FROM document_holder
      SEMI JOIN (SELECT cited AS document FROM block) USING (document) GROUP BY document`,
    technologies,
  );
  return {
    blocks,
    applications: new Map(refused.map(({ application, holders, year }) => [application, { holders: holders ?? [], classes: [], year }])),
    holdersOf: new Map(held.map(({ document, holders }) => [document, holders])),
  };
}
