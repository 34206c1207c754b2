import type { DuckDBConnection } from "@duckdb/node-api";
import { likenesses } from "../measure/text/likeness.ts";
import { queryMany } from "../workspace/query.ts";
import { described, readCounts } from "./retrieval-rows.ts";

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
  /** Documents compared: those with title and abstract in English. */
  readonly compared: number;
  /** Whether words that documents use together count as like; only where enough documents are compared. */
  readonly latent: boolean;
  /** `null`: the document has no such text. */
  readonly found: readonly SimilarPatent[] | null;
}

/** Documents most like a document or a text, best first. Reads all texts: linear in them, in time and memory. */
export async function readSimilar(connection: DuckDBConnection, to: SimilarTo, most: number): Promise<SimilarPatents> {
  const rows = await queryMany<{ document: string }>(connection, `WITH ${described} SELECT document FROM described ORDER BY number`);
  const at = "text" in to ? rows.length : rows.findIndex(({ document }) => document === to.document);
  if (at < 0) return { compared: rows.length, latent: false, found: null };
  const { latent, alike } = likenesses(await readCounts(connection, "text" in to ? to.text : undefined));
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
  return { compared: rows.length, latent, found };
}
