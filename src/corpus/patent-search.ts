import type { DuckDBConnection } from "@duckdb/node-api";
import { query, queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";
import { bundledSources } from "./bundled-sources.ts";
import { hanFolding, type SearchWord } from "./search-words.ts";

/** A document that was found. */
export interface FoundPatent {
  readonly document: string;
  readonly title: string | null;
  readonly holders: readonly string[] | null;
  readonly day: string | null;
  readonly technologies: readonly string[] | null;
  readonly citedBy: number | null;
  readonly inTitle: number;
}

/** Documents that were found, the first of them described. */
export interface FoundPatents {
  readonly total: number;
  readonly found: readonly FoundPatent[];
  /** Ids of the documents that those described were read in, if an atlas has them. */
  readonly bundled: readonly string[];
}

/** Measured documents whose title, abstract and holders' names together contain all words; most words in the title first, then most cited. */
export async function searchDocuments(connection: DuckDBConnection, words: readonly SearchWord[], most: number): Promise<FoundPatents> {
  if (words.length === 0) return { total: 0, found: [], bundled: [] };
  const { from, to } = words.some(isHan) ? hanFolding() : { from: "", to: "" };
  const values = [from, to, ...words.map(({ word }) => word)];
  const matched = `SELECT document, sum(in_title)::INTEGER AS in_title
    FROM (${words.map((word, at) => matchSql(word, `$${at + 3}::VARCHAR`)).join(" UNION ALL ")}) SEMI JOIN patent_document USING (document)
    GROUP BY document HAVING count(*) = ${words.length}`;
  const [counted] = await query<{ total: number }>(
    connection,
    `SELECT count(*)::DOUBLE AS total FROM (${matched}) WHERE $1 <> $2 OR true`,
    values,
  );
  const found = await queryMany<FoundPatent>(connection, foundSql(matched, `$${values.length + 1}`), [...values, most]);
  const shown = JSON.stringify(found.map(({ document }) => document));
  const bundled = await bundledSources(connection, `member AS (SELECT unnest(from_json($1, '["VARCHAR"]')) AS document)`, [shown]);
  return { total: counted?.total ?? 0, found, bundled };
}

const isHan = ({ word }: SearchWord): boolean => /\p{Script=Han}/u.test(word);

/** Documents with a word in a text, or in a name of a holder as printed, joined or official; `value` is its parameter. */
function matchSql(word: SearchWord, value: string): string {
  const holds = (column: string): string => holdsSql(column, word, value);
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

/** Whether a column has a word; $1 and $2 fold Han characters. */
function holdsSql(column: string, word: SearchWord, value: string): string {
  const folded = isHan(word) ? `translate(lower(${column}), $1::VARCHAR, $2::VARCHAR)` : `lower(${column})`;
  const contained = `contains(${folded}, ${value})`;
  return word.begins ? `(${contained} AND regexp_matches(${folded}, '(^|[^\\p{L}\\p{N}])' || regexp_escape(${value})))` : contained;
}

function foundSql(matched: string, most: string): string {
  return `WITH best AS (
      SELECT f.document, f.in_title, m.cited_by FROM (${matched}) f LEFT JOIN citation_measure m USING (document)
      WHERE $1 <> $2 OR true ORDER BY f.in_title DESC, m.cited_by DESC NULLS LAST, f.document LIMIT ${most}
    ), held AS (
      SELECT dh.document, list(h.name ORDER BY dh.position, h.name) AS holders
      FROM document_holder dh SEMI JOIN best USING (document) JOIN holder h USING (holder) GROUP BY dh.document
    ), used AS (
      SELECT document, list_sort(list(DISTINCT technology)) AS technologies
      FROM patent_technology SEMI JOIN best USING (document) GROUP BY document
    )
    SELECT b.document, d.title, d.day, b.cited_by AS "citedBy", b.in_title AS "inTitle", held.holders, used.technologies
    FROM best b JOIN patent_document d USING (document) LEFT JOIN held USING (document) LEFT JOIN used USING (document)
    ORDER BY b.in_title DESC, b.cited_by DESC NULLS LAST, b.document`;
}
