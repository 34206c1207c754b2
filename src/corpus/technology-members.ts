import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { problemRule } from "../link/research-problems.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { epochDay } from "./documents.ts";

type Measured = DerivedRow<"citation_measure">;
type Counts = "ni" | "nj" | "nk" | "ni_5y" | "nj_5y" | "nk_5y";
type Dispersion = "originality" | "originality_documents" | "generality" | "generality_raw" | "generality_documents";

/** A document of a technology with its measures; `null`, or counts of 0, if not measured. */
export type TechnologyDocument = DerivedRow<"patent_document"> &
  Pick<Measured, Counts | Dispersion | "cites" | "cited_by" | "citations_5y" | "citations_relative"> & {
    /** Days since 1970-01-01 of `day`; `null` unknown. */
    readonly dayNumber: number | null;
    /** Most reference records in one load, with repetitions. */
    readonly reference_rows: number;
    readonly backward: number | null;
  };

export interface RuleUse {
  readonly rule: string;
  readonly technology: string;
  readonly documents: number;
}

/** Places of the values of a query from the `first` on, within `IN ()`; without values one that nothing is equal to. */
export const placeholders = (values: readonly unknown[], first = 1): string => values.map((_, at) => `$${at + first}`).join(", ") || "NULL";

/** Documents of technologies as a `WITH` part `member`; technologies are the first values of the query. */
export const memberPart = (technologies: readonly string[]): string =>
  `member AS (SELECT DISTINCT document FROM patent_technology WHERE technology IN (${placeholders(technologies)}))`;

/** Distinct documents of technologies by number. */
export const readTechnologyDocuments = (
  connection: DuckDBConnection,
  technologies: readonly string[],
): Promise<readonly TechnologyDocument[]> =>
  queryMany(
    connection,
    `WITH ${memberPart(technologies)}, reference AS (
        SELECT citing AS document, max(n) AS reference_rows FROM (
          SELECT citing, load_id, count(*) AS n FROM (${currentRows("patent_citation")}) WHERE citing IN (SELECT document FROM member) GROUP BY ALL
        ) GROUP BY citing
      )
      SELECT d.*, coalesce(reference_rows, 0) AS reference_rows, ${epochDay("d.day")} AS "dayNumber", coalesce(c.cites, 0) AS cites, coalesce(c.cited_by, 0) AS cited_by, c.ni, c.nj, c.nk,
        c.ni_5y, c.nj_5y, c.nk_5y, c.originality, coalesce(c.originality_documents, 0) AS originality_documents, c.generality, c.generality_raw,
        coalesce(c.generality_documents, 0) AS generality_documents, c.citations_5y, c.citations_relative, t.backward
      FROM patent_document d SEMI JOIN member USING (document) LEFT JOIN citation_measure c USING (document)
      LEFT JOIN reference USING (document)
      LEFT JOIN text_measure t USING (document) ORDER BY d.number`,
    technologies,
  );

/** Documents by rule, most first; a document may have several. */
export const readRuleUses = (connection: DuckDBConnection, technologies: readonly string[]): Promise<readonly RuleUse[]> =>
  queryMany(connection, uses(false, technologies), [...technologies, problemRule]);

/** Documents by problem of the technologies (`rule` is `problem:` and its id), most first; a document may have several. */
export const readProblemUses = (connection: DuckDBConnection, technologies: readonly string[]): Promise<readonly RuleUse[]> =>
  queryMany(connection, uses(true, technologies), [...technologies, problemRule]);

const uses = (ofProblems: boolean, technologies: readonly string[]): string =>
  `SELECT rule, technology, count(DISTINCT document) AS documents FROM patent_technology
    WHERE technology IN (${placeholders(technologies)}) AND starts_with(rule, $${technologies.length + 1}) = ${ofProblems}
    GROUP BY rule, technology ORDER BY documents DESC, rule`;

/** Ids of sources of an atlas's patents, most used first; other loads have none. `part`: `WITH` part `member (document)`, with `values`. */
export async function bundledSources(connection: DuckDBConnection, part: string, values: readonly string[]): Promise<readonly string[]> {
  const rows = await queryMany<{ source: string }>(
    connection,
    `WITH ${part} SELECT source FROM (${currentRows("patent_source")}) SEMI JOIN member USING (document)
      GROUP BY source ORDER BY count(*) DESC, source`,
    values,
  );
  return rows.map(({ source }) => source);
}
