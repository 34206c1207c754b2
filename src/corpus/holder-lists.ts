import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import type { LegalRecord } from "../measure/patents/in-force.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { type DatedDocument, epochDay } from "./documents.ts";
import { readLegalRecords } from "./legal-records.ts";
import { bundledSources, memberPart } from "./technology-members.ts";

export interface RankedHolders {
  readonly holders: readonly DerivedRow<"holder">[];
  readonly total: number;
  readonly documents: number;
  readonly withoutHolder: number;
  /** Sources of the atlas's documents. */
  readonly bundled: readonly string[];
}

/** The `most` holders by loaded documents, optionally of some technologies. */
export async function rankHolders(connection: DuckDBConnection, technologies: readonly string[], most: number): Promise<RankedHolders> {
  const all = "member AS (SELECT document FROM patent_document WHERE loaded = 1)";
  const part = technologies.length === 0 ? all : memberPart(technologies);
  const held = `WITH ${part}, held AS (SELECT h.holder, count(*) AS documents FROM document_holder h SEMI JOIN member USING (document) GROUP BY h.holder)`;
  const holders = await queryMany<DerivedRow<"holder">>(
    connection,
    `${held} SELECT holder.holder, holder.name, holder.organisation, holder.economy, held.documents FROM held JOIN holder USING (holder)
      ORDER BY held.documents DESC, lower(holder.name), holder.holder LIMIT ${most}`,
    technologies,
  );
  const [counts] = await queryMany<Omit<RankedHolders, "holders" | "bundled">>(
    connection,
    `${held} SELECT (SELECT count(*) FROM held) AS total, (SELECT count(*) FROM member) AS documents,
      (SELECT count(*) FROM member ANTI JOIN document_holder USING (document)) AS "withoutHolder"`,
    technologies,
  );
  const bundled = await bundledSources(connection, part, technologies);
  return { holders, total: 0, documents: 0, withoutHolder: 0, ...counts, bundled };
}

export type HeldDocument = DatedDocument & {
  readonly application: string | null;
  /** Its family. */
  readonly unit: string;
  readonly day: string | null;
  /** By loaded documents. */
  readonly cited_by: number;
};

export interface HolderData {
  readonly documents: readonly HeldDocument[];
  readonly legal: ReadonlyMap<string, LegalRecord>;
  readonly names: readonly { readonly name: string; readonly rule: string; readonly documents: number }[];
  readonly technologies: readonly { readonly technology: string; readonly documents: number }[];
  /** Documents without a technology. */
  readonly unassigned: number;
  /** Sources of the atlas's documents. */
  readonly bundled: readonly string[];
}

/** Reads the documents, names and technologies of one holder, largest first. */
export async function readHolder(connection: DuckDBConnection, holder: string): Promise<HolderData> {
  const part = "member AS (SELECT document FROM document_holder WHERE holder = $1)";
  const documents = await queryMany<HeldDocument>(
    connection,
    `WITH ${part} SELECT d.document, d.office, d.type, d.granted, d.day, ${epochDay("d.day")} AS "dayNumber", d.filed, d.term_days, d.application, d.unit,
        coalesce(c.cited_by, 0) AS cited_by
      FROM patent_document d SEMI JOIN member USING (document) LEFT JOIN citation_measure c USING (document) ORDER BY d.number`,
    [holder],
  );
  const names = await queryMany<HolderData["names"][number]>(
    connection,
    `WITH ${part} SELECT n.name, n.rule, count(DISTINCT p.document) AS documents FROM holder_name n
      JOIN (SELECT * FROM (${currentRows("patent_holder")}) SEMI JOIN member USING (document)) p USING (name)
      WHERE n.holder = $1 GROUP BY n.name, n.rule ORDER BY documents DESC, n.name`,
    [holder],
  );
  const technologies = await queryMany<HolderData["technologies"][number]>(
    connection,
    `WITH ${part} SELECT technology, count(DISTINCT document) AS documents FROM patent_technology SEMI JOIN member USING (document)
      GROUP BY technology ORDER BY documents DESC, technology`,
    [holder],
  );
  const [rest] = await queryMany<{ documents: number }>(
    connection,
    `WITH ${part} SELECT count(*) AS documents FROM member ANTI JOIN patent_technology USING (document)`,
    [holder],
  );
  const legal = await readLegalRecords(connection, part, [holder], documents);
  const bundled = await bundledSources(connection, part, [holder]);
  return { documents, legal, names, technologies, unassigned: rest?.documents ?? 0, bundled };
}
