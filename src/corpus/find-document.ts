import type { DuckDBConnection } from "@duckdb/node-api";
import { applicationKey } from "../link/numbers/application-number.ts";
import { documentKey, documentName } from "../link/numbers/document-number.ts";
import { query } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";

/** A found document, or near spellings; `unmeasured`: loaded since the last measuring. */
type FoundDocument =
  | { readonly document: string }
  | { readonly document: null; readonly unmeasured: string | null; readonly near: readonly string[] };

const nearest = 3;

/** Finds a document by its number (bare digits: US), else by application. Near: same office, one character away, most cited first. */
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
  const [unmeasured] = await query<{ document: string }>(
    connection,
    `SELECT document FROM (${currentRows("patent")}) WHERE document IN ($1, $2) LIMIT 1`,
    [keys[0] ?? null, keys[1] ?? null],
  );
  if (unmeasured !== undefined) return { document: null, unmeasured: unmeasured.document, near: [] };
  return { document: null, unmeasured: null, near: await nearDocuments(connection, keys[0] ?? text.trim().toUpperCase()) };
}

/** Limits the slow spelling comparison to one office and similar lengths. */
async function nearDocuments(connection: DuckDBConnection, key: string): Promise<readonly string[]> {
  const near = await query<{ document: string }>(
    connection,
    `WITH alike AS (
      SELECT document, loaded FROM patent_document WHERE office = $2 AND abs(length(document) - length($1)) <= 1
    )
    SELECT d.document FROM alike d LEFT JOIN citation_measure m USING (document) WHERE damerau_levenshtein(d.document, $1) <= 1
      ORDER BY d.loaded DESC, m.cited_by DESC, d.document LIMIT ${nearest}`,
    [key, key.slice(0, 2)],
  );
  return near.map(({ document }) => document);
}

/** Possible keys of a number as written; bare digits are US numbers. */
export function documentKeys(text: string): readonly string[] {
  const named = documentName(text)?.document ?? null;
  return [named, documentKey("US", text)].filter((key) => key !== null);
}

function applicationOf(text: string): string | null {
  const [, office, number] = /^\s*([A-Za-z]{2})[\s.-]*(\d.*)$/.exec(text) ?? [];
  return office === undefined || number === undefined ? applicationKey("US", text) : applicationKey(office.toUpperCase(), number);
}
