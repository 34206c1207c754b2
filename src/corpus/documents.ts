import { currentRows } from "../workspace/schema.ts";

/** Days since 1970-01-01 of a date given to the day, as SQL; NULL for one that is not. */
export const epochDay = (date: string): string => `date_diff('day', DATE '1970-01-01', try_cast(${date} AS DATE))`;

/**
 * Fills `patent_document`: the publications of a document become one row, and a document that is only cited has a row without facts. The day is
 * that of the grant, else of the first publication; documents are numbered by it, those without first. A title in English goes before
 * others, then by language.
 */
export const documentStatements: readonly string[] = [
  "DELETE FROM patent_document",
  `INSERT INTO patent_document
    WITH publication AS (
      SELECT document, min(office) AS office, coalesce(min(published) FILTER (granted = 1), min(published)) AS day, max(granted) AS granted,
        min(filed) AS filed, min(priority) AS priority, min(family) AS family, min(application) AS application, min(type) AS type,
        max("references") AS "references", max(term_days) AS term_days
      FROM (${currentRows("patent")}) GROUP BY document
    ), mentioned AS (
      SELECT DISTINCT cited AS document FROM (${currentRows("patent_citation")})
      UNION SELECT DISTINCT citing FROM (${currentRows("patent_citation")})
    ), every_document AS (
      SELECT *, 1 AS loaded FROM publication
      UNION ALL BY NAME
      SELECT document, substr(document, 1, 2) AS office, 0 AS loaded FROM mentioned ANTI JOIN publication USING (document)
    ), title AS (
      SELECT document, min_by(text, (coalesce(language, 'en') <> 'en', language, text)) AS title
      FROM (${currentRows("patent_text")}) WHERE field = 'title' GROUP BY document
    )
    SELECT row_number() OVER (ORDER BY ${epochDay("day")} NULLS FIRST, document) - 1 AS number, document, office, loaded, day, granted, filed,
      priority, family, application, type, "references", term_days, title
    FROM every_document LEFT JOIN title USING (document) ORDER BY number`,
];
