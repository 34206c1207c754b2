import type { DuckDBConnection } from "@duckdb/node-api";
import type { Row } from "../base/tables.ts";
import { createSurvival, type LegalRecord, type Survival } from "../measure/patents/in-force.ts";
import type { InventorEntry } from "../measure/patents/talent.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type BlockDocument, type BlockRow, type CaseRow, readBlockDocuments, readBlockRows, readCaseRows } from "./block-rows.ts";
import { epochDay } from "./documents.ts";
import { readLegalRecords, readRates, survivalRows } from "./legal-records.ts";
import { type CitationLoad, readCitationLoads } from "./patent-citations.ts";
import { readTechnologyCitations, type TechnologyCitations } from "./technology-citations.ts";
import {
  bundledSources,
  memberPart,
  type RuleUse,
  readProblemUses,
  readRuleUses,
  readTechnologyDocuments,
  type TechnologyDocument,
} from "./technology-members.ts";

/** Family data of technologies; documents by number. */
export interface CountedPatentData {
  readonly technologies: readonly string[];
  readonly documents: readonly TechnologyDocument[];
  readonly citations: TechnologyCitations;
  readonly legal: ReadonlyMap<string, LegalRecord>;
  readonly survival: ReadonlyMap<string, Survival>;
  /** Published rates, including survival. */
  readonly rates: readonly Row<"base_rate">[];
  readonly inventors: readonly TechnologyInventor[];
}

export interface TechnologyPatentData extends CountedPatentData {
  readonly rules: readonly RuleUse[];
  /** Documents by problem of the technologies. */
  readonly problems: readonly RuleUse[];
  /** Refusals involving the technology, and their documents. */
  readonly blocks: readonly BlockRow[];
  readonly blockDocuments: ReadonlyMap<string, BlockDocument>;
  /** All case records, since titles also tell the technology. */
  readonly cases: readonly CaseRow[];
  /** Current loads with citations. */
  readonly citationLoads: readonly CitationLoad[];
  /** Sources of the atlas's documents. */
  readonly bundled: readonly string[];
  /** Sources of the loads that the documents are in. */
  readonly sources: readonly string[];
}

/** Reads the patents of technologies, one query after another. */
export const readTechnologyPatents = (workspace: Workspace, technologies: readonly string[]): Promise<TechnologyPatentData> =>
  workspace.use(async (connection) => {
    const blocks = await readBlockRows(connection, technologies);
    return {
      ...(await readCountedPatents(connection, technologies)),
      rules: await readRuleUses(connection, technologies),
      problems: await readProblemUses(connection, technologies),
      blocks,
      blockDocuments: blocks.length === 0 ? new Map() : await readBlockDocuments(connection, technologies),
      cases: await readCaseRows(connection),
      citationLoads: await readCitationLoads(connection),
      bundled: await bundledSources(connection, memberPart(technologies), technologies),
      sources: await readSources(connection, technologies),
    };
  });

async function readSources(connection: DuckDBConnection, technologies: readonly string[]): Promise<readonly string[]> {
  const rows = await queryMany<{ source: string }>(
    connection,
    `WITH ${memberPart(technologies)} SELECT DISTINCT l.source FROM (${currentRows("patent")}) p SEMI JOIN member USING (document)
      JOIN load l ON l.id = p.load_id ORDER BY l.source`,
    technologies,
  );
  return rows.map(({ source }) => source);
}

export async function readCountedPatents(connection: DuckDBConnection, technologies: readonly string[]): Promise<CountedPatentData> {
  const documents = await readTechnologyDocuments(connection, technologies);
  const rates = await readRates(connection);
  return {
    technologies,
    documents,
    citations: await readTechnologyCitations(connection, technologies, documents),
    legal: await readLegalRecords(connection, memberPart(technologies), technologies, documents),
    survival: createSurvival(survivalRows(rates)),
    rates,
    inventors: await readTechnologyInventors(connection, technologies),
  };
}

/** An inventor of a document. */
interface TechnologyInventor extends InventorEntry {
  readonly document: string;
}

/** Inventors of a technology's dated documents, by the source's key, else by name. Economy of the record or of its place. */
async function readTechnologyInventors(
  connection: DuckDBConnection,
  technologies: readonly string[],
): Promise<readonly TechnologyInventor[]> {
  const rows = await queryMany<Omit<TechnologyInventor, "organisations"> & { readonly organisations: readonly string[] | null }>(
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
