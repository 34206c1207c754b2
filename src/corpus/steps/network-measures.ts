import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import { type CitationGraph, unknownDay } from "../../measure/citations/citation-graph.ts";
import { pageRank } from "../../measure/citations/pagerank.ts";
import { sharedNumbers, sharedShorts } from "../../measure/shared-arrays.ts";
import type { KernelPool } from "./kernel-pool.ts";
import { writeNumbers } from "./number-columns.ts";

/** Fills `network_measure`: PageRank and beauty coefficient. */
export async function measureNetwork(
  connection: DuckDBConnection,
  graph: CitationGraph,
  pool: KernelPool,
  effects: Effects,
): Promise<void> {
  const lastDay = graph.n === 0 ? unknownDay : (graph.day[graph.n - 1] ?? unknownDay);
  const beauty = { coefficient: sharedNumbers(graph.n), awakening: sharedShorts(graph.n) };
  await pool.run({ kernel: "sleeping-beauty", graph, lastDay, out: beauty }, effects.signal);
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
