import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import type { CitationGraph } from "../../measure/citations/citation-graph.ts";
import { pageRank } from "../../measure/citations/pagerank.ts";
import { sharedNumbers, sharedShorts } from "../../measure/shared-arrays.ts";
import { breakthroughs } from "../../measure/text/breakthrough.ts";
import { termCounter } from "../../measure/text/term-counts.ts";
import { type DatedTexts, type SimilarityWindows, textSimilarity } from "../../measure/text/text-similarity.ts";
import { currentRows } from "../../workspace/schema.ts";
import { writeNumbers } from "../columns.ts";
import { lastDayOf } from "./citation-columns.ts";
import type { RunKernel } from "./kernel-threads.ts";

/** Backward and forward windows in years (Kelly et al. 2021). */
const backwardYears = 5;
const forwardYears = [5, 10] as const;

/** Fills `text_measure`: text similarity and breakthroughs. Needs title and abstract in English; a title alone says too little. */
export async function measureTexts(connection: DuckDBConnection): Promise<void> {
  const texts = await readTexts(connection);
  const lastYear = texts.year.reduce((latest, year) => Math.max(latest, year), 0) - 1;
  const windows = (forward: number): SimilarityWindows => ({ backwardYears, forwardYears: forward, lastYear });
  const [five, ten] = forwardYears.map((years) => textSimilarity(texts, windows(years)));
  if (five === undefined || ten === undefined) return;
  const { score, breakthrough } = breakthroughs(five, texts.year);
  await writeNumbers(connection, "numbers", [
    { name: "backward", values: five.backward },
    { name: "forward_5y", values: five.forward },
    { name: "forward_10y", values: ten.forward },
    { name: "impact", values: score },
    { name: "breakthrough", values: breakthrough, unknown: true },
  ]);
  await connection.run("DELETE FROM text_measure");
  await connection.run(
    `INSERT INTO text_measure SELECT d.document, n.backward, n.forward_5y, n.forward_10y, n.impact, n.breakthrough
      FROM numbers n JOIN patent_document d USING (number) WHERE n.backward IS NOT NULL OR n.forward_5y IS NOT NULL ORDER BY number`,
  );
  await connection.run("DROP TABLE numbers");
}

async function readTexts(connection: DuckDBConnection): Promise<DatedTexts> {
  const counter = termCounter();
  const years: number[] = [];
  const result = await connection.stream(
    `WITH abstract AS (
      SELECT document, min_by(text, text) AS text FROM (${currentRows("patent_text")})
      WHERE field = 'abstract' AND coalesce(language, 'en') = 'en' GROUP BY document
    )
    SELECT coalesce(year(try_cast(coalesce(d.priority, d.filed, d.day) AS DATE)), 0)::INTEGER, d.title || ' ' || a.text
    FROM patent_document d LEFT JOIN abstract a USING (document) ORDER BY number`,
  );
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    years.push(...(chunk.getColumnValues(0) as number[]));
    for (const text of chunk.getColumnValues(1)) counter.add(text as string | null);
  }
  return { counts: counter.counts(), year: Uint16Array.from(years) };
}

/** Fills `network_measure`: PageRank and beauty coefficient. */
export async function measureNetwork(
  connection: DuckDBConnection,
  graph: CitationGraph,
  runKernel: RunKernel,
  effects: Effects,
): Promise<void> {
  const lastDay = lastDayOf(graph);
  const beauty = { coefficient: sharedNumbers(graph.n), awakening: sharedShorts(graph.n) };
  await runKernel({ kernel: "sleeping-beauty", graph, lastDay, out: beauty }, effects.signal);
  await writeNumbers(connection, "numbers", [
    { name: "pagerank", values: pageRank(graph).rank },
    { name: "sleeping_beauty", values: beauty.coefficient },
    { name: "awakening", values: beauty.awakening, unknown: true },
  ]);
  await connection.run("DELETE FROM network_measure");
  await connection.run(
    `INSERT INTO network_measure SELECT d.document, n.pagerank, n.sleeping_beauty, n.awakening
      FROM numbers n JOIN patent_document d USING (number) ORDER BY number`,
  );
  await connection.run("DROP TABLE numbers");
}
