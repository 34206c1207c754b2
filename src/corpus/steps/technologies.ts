import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import type { Row } from "../../base/tables.ts";
import { compileProblems } from "../../link/research-problems.ts";
import { type ClassifiedText, compileRules } from "../../link/technology-rules.ts";
import { queryMany, runAll } from "../../workspace/query.ts";
import { currentRows } from "../../workspace/schema.ts";
import { writeTexts } from "../columns.ts";
import { bySlice } from "../documents.ts";

const batch = 20_000;

/** Fills `patent_technology` by the rules of technologies, and by `problem:` and its id where a document is of a problem of its technology. */
export async function linkTechnologies(connection: DuckDBConnection, effects: Effects): Promise<void> {
  const rules = await queryMany<Row<"patent_rule">>(connection, `${currentRows("patent_rule")} ORDER BY id`);
  const match = compileRules(rules);
  const problems = compileProblems(await queryMany<Row<"problem">>(connection, `${currentRows("problem")} ORDER BY id`));
  await runAll(connection, describe);
  await connection.run("DELETE FROM patent_technology");
  const [count] = await queryMany<{ documents: number }>(connection, "SELECT count(*) AS documents FROM described");
  for (let from = 0; from < (count?.documents ?? 0); from += batch) {
    effects.signal.throwIfAborted();
    const documents = await queryMany<{ readonly document: string; readonly symbols: ClassifiedText["symbols"]; readonly text: string }>(
      connection,
      `SELECT document, symbols, text FROM described WHERE place BETWEEN ${from} AND ${from + batch - 1} ORDER BY place`,
    );
    const found = documents.flatMap((one) => {
      const own = match(one);
      const technologies = new Set(own.map(({ technology }) => technology));
      return [...own, ...problems(one, technologies)].map((assignment) => ({ document: one.document, ...assignment }));
    });
    await writeTexts(connection, "matched", {
      document: found.map(({ document }) => document),
      technology: found.map(({ technology }) => technology),
      rule: found.map(({ rule }) => rule),
    });
    await connection.run("INSERT INTO patent_technology SELECT * FROM matched");
    effects.progress.report(from + documents.length, count?.documents ?? 0, "technologies");
  }
  await connection.run("DROP TABLE IF EXISTS matched");
  await connection.run("DROP TABLE described");
}

/** Documents with classes: symbols, title and abstract in any language. */
const describedWithin = (within: string): string => `WITH class AS (
    SELECT document, list_sort(list(DISTINCT {'scheme': scheme, 'symbol': symbol})) AS symbols
    FROM (SELECT document, scheme, symbol FROM (${currentRows("patent_class")})) WHERE scheme IN ('cpc', 'ipc') AND ${within} GROUP BY document
  ), text AS (
    SELECT document, string_agg(text, ' ' ORDER BY field DESC, language, text) AS text
    FROM (${currentRows("patent_text")}) WHERE field IN ('title', 'abstract') AND ${within} GROUP BY document
  )
  SELECT document, symbols, coalesce(text, '') AS text FROM class LEFT JOIN text USING (document)`;

/** Fills `described`, numbered by key from 0. */
const describe: readonly string[] = [
  ...bySlice("gathered", describedWithin),
  "CREATE OR REPLACE TEMP TABLE sorted AS SELECT * FROM gathered ORDER BY document",
  "DROP TABLE gathered",
  "CREATE OR REPLACE TEMP TABLE described AS SELECT row_number() OVER () - 1 AS place, * FROM sorted",
  "DROP TABLE sorted",
];
