import type { DuckDBConnection } from "@duckdb/node-api";
import { likenesses } from "../measure/text/likeness.ts";
import { queryMany } from "../workspace/query.ts";
import { described, readCounts, titled } from "./retrieval-rows.ts";

/** A document by its own record, or a text that need not be loaded. */
export type SimilarTo = { readonly document: string } | { readonly text: string };

export interface SimilarPatent {
  readonly document: string;
  /** Likeness, 0 to 1: of the words, or the mean of that and of what documents use together. */
  readonly score: number;
  /** Cosine of the weighted words, 0 to 1. */
  readonly words: number;
  readonly title: string | null;
  readonly holder: string | null;
  readonly day: string | null;
}

export interface SimilarPatents {
  /** Documents compared: those with such texts in English. */
  readonly compared: number;
  /** Titles alone where the document has no abstract, or for a text no document has one. */
  readonly texts: "titles-and-abstracts" | "titles";
  /** Whether words that documents use together count as like; only where enough documents are compared. */
  readonly latent: boolean;
  /** `null`: the document has no title in English. */
  readonly found: readonly SimilarPatent[] | null;
}

/** Documents most like a document or a text, best first. Reads all texts: linear in them, in time and memory. */
export async function readSimilar(connection: DuckDBConnection, to: SimilarTo, most: number): Promise<SimilarPatents> {
  const documentsBy = (by: string): Promise<readonly { document: string }[]> =>
    queryMany(connection, `WITH ${by} SELECT document FROM described ORDER BY number`);
  const placeAmong = (all: readonly { document: string }[]): number =>
    "text" in to ? all.length : all.findIndex(({ document }) => document === to.document);
  const full = await documentsBy(described);
  const byTitle = placeAmong(full) < 0 || full.length === 0;
  const rows = byTitle ? await documentsBy(titled) : full;
  const at = placeAmong(rows);
  const compared = { compared: rows.length, texts: byTitle ? "titles" : "titles-and-abstracts" } as const;
  if (at < 0) return { ...compared, latent: false, found: null };
  const counts = await readCounts(connection, "text" in to ? to.text : undefined, byTitle ? titled : described);
  const { latent, alike } = likenesses(counts);
  const best = alike(at, most).map(({ document, ...scores }) => ({ ...scores, document: rows[document]!.document }));
  const facts = await queryMany<Omit<SimilarPatent, "score" | "words">>(
    connection,
    `SELECT d.document, d.title, min_by(h.name, (dh.position, h.name)) AS holder, d.day FROM patent_document d
      LEFT JOIN document_holder dh USING (document) LEFT JOIN holder h ON h.holder = dh.holder
      WHERE d.document IN (SELECT unnest(from_json($1, '["VARCHAR"]'))) GROUP BY d.document, d.title, d.day`,
    [JSON.stringify(best.map(({ document }) => document))],
  );
  const byDocument = new Map(facts.map((fact) => [fact.document, fact]));
  const found = best.map((one) => ({ title: null, holder: null, day: null, ...byDocument.get(one.document), ...one }));
  return { ...compared, latent, found };
}
