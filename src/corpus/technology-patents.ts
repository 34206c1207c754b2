import type { DuckDBConnection } from "@duckdb/node-api";
import type { Row } from "../base/tables.ts";
import type { LegalRecord } from "../measure/patents/in-force.ts";
import { createSurvival, type Survival } from "../measure/patents/in-force-survival.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { readRates } from "./base-rates.ts";
import { type BlockDocument, type BlockRow, type CaseRow, readBlockDocuments, readBlockRows, readCaseRows } from "./block-rows.ts";
import { bundledSources } from "./bundled-sources.ts";
import { readLegalRecords, survivalRows } from "./legal-records.ts";
import { type LoadName, readCitationLoads } from "./patent-citations.ts";
import { readTechnologyCitations, type TechnologyCitations } from "./technology-citations.ts";
import { readTechnologyInventors, type TechnologyInventor } from "./technology-inventors.ts";
import { memberPart, type RuleUse, readRuleUses, readTechnologyDocuments, type TechnologyDocument } from "./technology-members.ts";

/** What the families of some technologies are counted from; documents are in order of their number. */
export interface CountedPatentData {
  readonly technologies: readonly string[];
  readonly documents: readonly TechnologyDocument[];
  readonly citations: TechnologyCitations;
  readonly legal: ReadonlyMap<string, LegalRecord>;
  readonly survival: ReadonlyMap<string, Survival>;
  /** Published rates, the survival of patents among them. */
  readonly rates: readonly Row<"base_rate">[];
  readonly inventors: readonly TechnologyInventor[];
}

/** What the answers on the patents of one technology are made of. */
export interface TechnologyPatentData extends CountedPatentData {
  readonly rules: readonly RuleUse[];
  /** Refusals that touch the technology, and the documents on both sides of them. */
  readonly blocks: readonly BlockRow[];
  readonly blockDocuments: ReadonlyMap<string, BlockDocument>;
  /** All records of cases, whatever their technology: what a case is about is told by its title too. */
  readonly cases: readonly CaseRow[];
  /** The current loads that have citations, of whatever technology. */
  readonly citationLoads: readonly LoadName[];
  /** Ids of the documents that those of an atlas were read in. */
  readonly bundled: readonly string[];
}

/** Reads what the patents of these technologies need, one query after another; each starts from the technology. */
export function readTechnologyPatents(workspace: Workspace, technologies: readonly string[]): Promise<TechnologyPatentData> {
  return workspace.use(async (connection) => ({
    ...(await readCountedPatents(connection, technologies)),
    rules: await readRuleUses(connection, technologies),
    blocks: await readBlockRows(connection, technologies),
    blockDocuments: await readBlockDocuments(connection, technologies),
    cases: await readCaseRows(connection),
    citationLoads: await readCitationLoads(connection),
    bundled: await bundledSources(connection, memberPart(technologies), technologies),
  }));
}

/** Reads what the families of these technologies are counted from. */
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
