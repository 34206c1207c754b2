import type { DuckDBConnection } from "@duckdb/node-api";
import { applicationKey } from "../link/application-number.ts";
import { documentKey, documentName } from "../link/document-number.ts";
import { simplifiedHan } from "../link/name-script.ts";
import { query, queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { bundledSources } from "./technology-members.ts";

export interface FoundPatent {
  readonly document: string;
  readonly title: string | null;
  readonly holders: readonly string[] | null;
  readonly day: string | null;
  readonly technologies: readonly string[] | null;
  readonly citedBy: number | null;
  readonly inTitle: number;
}

/** Found documents, the first ones with details. */
export interface FoundPatents {
  readonly total: number;
  readonly found: readonly FoundPatent[];
  /** Atlas sources of the detailed documents. */
  readonly bundled: readonly string[];
}

/** Parameters for folding Han characters; bound only if needed. */
interface Folding {
  readonly from: string;
  readonly to: string;
}

/** Measured documents whose title, abstract and holder names contain all words; most title matches first, then most cited. */
export async function searchDocuments(connection: DuckDBConnection, words: readonly SearchWord[], most: number): Promise<FoundPatents> {
  if (words.length === 0) return { total: 0, found: [], bundled: [] };
  const values: (string | number)[] = [...words.map(({ word }) => word), Math.max(most, 1)];
  if (words.some(isHan)) {
    const { from, to } = hanFolding();
    values.push(from, to);
  }
  const fold = { from: `$${words.length + 2}::VARCHAR`, to: `$${words.length + 3}::VARCHAR` };
  const rows = await queryMany<FoundPatent & { readonly total: number }>(connection, foundSql(words, fold), values);
  const found = rows.slice(0, most).map(({ total, ...one }) => one);
  const shown = JSON.stringify(found.map(({ document }) => document));
  const bundled = await bundledSources(connection, `member AS (SELECT unnest(from_json($1, '["VARCHAR"]')) AS document)`, [shown]);
  return { total: rows[0]?.total ?? 0, found, bundled };
}

const isHan = ({ word }: SearchWord): boolean => /\p{Script=Han}/u.test(word);

/** Documents with a word in a text or holder name (printed, linked or official); `value`: its parameter. */
function matchSql(word: SearchWord, value: string, fold: Folding): string {
  const holds = (column: string): string => holdsSql(column, word, value, fold);
  return `SELECT document, max(in_title) AS in_title FROM (
      SELECT document, (field = 'title')::INTEGER AS in_title FROM (${currentRows("patent_text")})
        WHERE field IN ('title', 'abstract') AND ${holds("text")}
      UNION ALL SELECT document, 0 FROM (${currentRows("patent_holder")}) WHERE ${holds("name")}
      UNION ALL SELECT document, 0 FROM document_holder SEMI JOIN (
        SELECT holder FROM holder_name WHERE ${holds("name")}
        UNION SELECT holder FROM holder WHERE ${holds("name")}
        UNION SELECT holder FROM holder
          SEMI JOIN (SELECT organisation FROM (${currentRows("organisation_name")}) WHERE ${holds("name")}) official USING (organisation)
      ) named USING (holder)
    ) GROUP BY document`;
}

function holdsSql(column: string, word: SearchWord, value: string, { from, to }: Folding): string {
  const folded = isHan(word) ? `translate(lower(${column}), ${from}, ${to})` : `lower(${column})`;
  const contained = `contains(${folded}, ${value})`;
  return word.begins ? `(${contained} AND regexp_matches(${folded}, '(^|[^\\p{L}\\p{N}])' || regexp_escape(${value})))` : contained;
}

/** The found documents; `total` counts all. Values: the words, then the number to detail. */
function foundSql(words: readonly SearchWord[], fold: Folding): string {
  const matches = words.map((word, at) => matchSql(word, `$${at + 1}::VARCHAR`, fold));
  return `WITH matched AS (
      SELECT document, sum(in_title)::INTEGER AS in_title FROM (${matches.join(" UNION ALL ")}) SEMI JOIN patent_document USING (document)
      GROUP BY document HAVING count(*) = ${words.length}
    ), best AS (
      SELECT f.document, f.in_title, m.cited_by, count(*) OVER () AS total FROM matched f LEFT JOIN citation_measure m USING (document)
      ORDER BY f.in_title DESC, m.cited_by DESC NULLS LAST, f.document LIMIT $${words.length + 1}
    ), held AS (
      SELECT dh.document, list(h.name ORDER BY dh.position, h.name) AS holders
      FROM document_holder dh SEMI JOIN best USING (document) JOIN holder h USING (holder) GROUP BY dh.document
    ), used AS (
      SELECT document, list_sort(list(DISTINCT technology)) AS technologies
      FROM patent_technology SEMI JOIN best USING (document) GROUP BY document
    )
    SELECT b.document, d.title, d.day, b.cited_by AS "citedBy", b.in_title AS "inTitle", held.holders, used.technologies, b.total
    FROM best b JOIN patent_document d USING (document) LEFT JOIN held USING (document) LEFT JOIN used USING (document)
    ORDER BY b.in_title DESC, b.cited_by DESC NULLS LAST, b.document`;
}

/** A normalised search word. */
export interface SearchWord {
  /** Lower case, compatibility forms unified, Han characters simplified. */
  readonly word: string;
  /** Must begin a word of the text; not in scripts without spaces. */
  readonly begins: boolean;
}

const unseparated = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Surrounding quotes and punctuation. */
const around = /^["'“”„«»‘’]+|["'“”„«»‘’,;:]+$/gu;

/** Distinct words of a search. */
export function searchWords(text: string): readonly SearchWord[] {
  const words = simplifiedHan(text.normalize("NFKC").toLowerCase())
    .split(/\s+/)
    .map((word) => word.replace(around, ""));
  const distinct = [...new Set(words)].filter((word) => /[\p{L}\p{N}]/u.test(word));
  return distinct.map((word) => ({ word, begins: !unseparated.test(word) }));
}

/** Han characters and their simplified forms, in the same order. */
export function hanFolding(): { readonly from: string; readonly to: string } {
  folding ??= makeFolding();
  return folding;
}

let folding: { readonly from: string; readonly to: string } | undefined;

function makeFolding(): { readonly from: string; readonly to: string } {
  let from = "";
  let to = "";
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const letter = String.fromCharCode(code);
    const simplified = simplifiedHan(letter);
    if (simplified === letter || simplified.length !== 1) continue;
    from += letter;
    to += simplified;
  }
  return { from, to };
}

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
