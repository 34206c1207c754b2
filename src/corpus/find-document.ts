import type { DuckDBConnection } from "@duckdb/node-api";
import { applicationKey } from "../link/application-number.ts";
import { documentKey, documentName } from "../link/document-number.ts";
import { query } from "../workspace/query.ts";

/** A document as it was found, or what comes nearest in spelling. */
export type FoundDocument = { readonly document: string } | { readonly document: null; readonly near: readonly string[] };

const nearest = 3;

/**
 * Finds a document by its number as people write it; digits alone are a number of the US. A number of no document is tried as that of
 * an application. Near: documents of the workspace one letter or digit away, the most cited first.
 */
export async function findDocument(connection: DuckDBConnection, text: string): Promise<FoundDocument> {
  const keys = documentKeys(text);
  for (const key of keys) {
    const found = await query(connection, "SELECT 1 FROM patent_document WHERE document = $1", [key]);
    if (found.length > 0) return { document: key };
  }
  const application = applicationOf(text);
  const [applied] = await query<{ document: string }>(
    connection,
    "SELECT document FROM patent_document WHERE application = $1 ORDER BY coalesce(granted, 0) DESC, document LIMIT 1",
    [application],
  );
  if (applied !== undefined) return applied;
  const near = await query<{ document: string }>(
    connection,
    `SELECT d.document FROM patent_document d LEFT JOIN citation_measure m USING (document)
      WHERE damerau_levenshtein(d.document, $1) <= 1 ORDER BY d.loaded DESC, m.cited_by DESC, d.document LIMIT ${nearest}`,
    [keys[0] ?? text.trim().toUpperCase()],
  );
  return { document: null, near: near.map(({ document }) => document) };
}

/** The keys that a number as people write it may have; digits alone are a number of the US. */
export function documentKeys(text: string): readonly string[] {
  const named = documentName(text)?.document ?? null;
  return [named, documentKey("US", text)].filter((key) => key !== null);
}

function applicationOf(text: string): string | null {
  const [, office, number] = /^\s*([A-Za-z]{2})[\s.-]*(\d.*)$/.exec(text) ?? [];
  return office === undefined || number === undefined ? applicationKey("US", text) : applicationKey(office.toUpperCase(), number);
}
