import { spawnSync } from "node:child_process";
import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeGraph } from "../../bench/made-up-graph.ts";
import { parquetSql } from "../../src/cluster/layout/layout-files.ts";
import { type GraphFile, measurePath } from "../../src/cluster/layout/layout-format.ts";
import { writeNumbers } from "../../src/corpus/columns.ts";
import type { CitationGraph } from "../../src/measure/citations/citation-graph.ts";
import { openScratch } from "../../src/workspace/database.ts";
import { query } from "../../src/workspace/query.ts";

/** Writes a graph as a layout that has nothing else; classes and fields are made up by number. */
export async function writeGraphLayout(dir: string, { n, day, citedStart, cited }: CitationGraph): Promise<void> {
  const { connection, close } = await openScratch();
  try {
    const citing = new Int32Array(cited.length);
    for (let i = 0; i < n; i++) citing.fill(i, citedStart[i], citedStart[i + 1]);
    await writeNumbers(connection, "days", [{ name: "day", values: day }]);
    await writeNumbers(connection, "links", [
      { name: "citing", values: citing },
      { name: "cited", values: cited },
    ]);
    const sql: Readonly<Record<GraphFile, string>> = {
      document: "SELECT number, 'XX' || number AS document, nullif(day, (-2147483648)::INTEGER) AS day FROM days ORDER BY number",
      citation: "SELECT citing, cited FROM links ORDER BY citing, cited",
      subclass: "SELECT number, (hash(number) % 40)::INTEGER AS value FROM days ORDER BY number",
      field: "SELECT number, (hash(number + 7) % 3 + 1)::INTEGER AS value FROM days ORDER BY number",
    };
    await writeGraph(connection, dir, n, sql);
  } finally {
    close();
  }
}

/** Takes the measures of a layout aside, so that others can be made. */
export async function setAside(dir: string, name: string): Promise<string> {
  const aside = join(dir, `${name}.parquet`);
  await copyFile(measurePath(dir, "citation_measure"), aside);
  await rm(join(dir, "slice"), { recursive: true });
  await rm(measurePath(dir, "citation_measure"));
  return aside;
}

const command = fileURLToPath(new URL("../../bin/levermap.js", import.meta.url));

/** Eight slices by two processes at a time, as docs/layout.md says, and joined. */
export function measureByXargs(dir: string): void {
  const levermap = `"${process.execPath}" "${command}"`;
  const line = `seq 8 | xargs -P 2 -I{} ${levermap} measure --layout "$DIR" --slice {}/8 --threads 1 --quiet && ${levermap} measure --layout "$DIR" --merge 8 --quiet`;
  const { status, stderr } = spawnSync("sh", ["-c", line], { env: { ...process.env, DIR: dir }, encoding: "utf8" });
  if (status !== 0) throw new Error(`xargs ended with ${status}: ${stderr}`);
}

/** Documents of which a whole number differs, or another by more than 1e-12, between two files of measures; or that only one has. */
export async function differing(one: string, other: string): Promise<{ readonly documents: number; readonly differing: number }> {
  const { connection, close } = await openScratch();
  try {
    const columns = await query<{ name: string; type: string }>(
      connection,
      `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM ${parquetSql(one)})`,
    );
    const differs = columns.map(({ name, type }) =>
      type === "DOUBLE"
        ? `coalesce(abs(a.${name} - b.${name}) > 1e-12 * greatest(1, abs(a.${name})), a.${name} IS DISTINCT FROM b.${name})`
        : `a.${name} IS DISTINCT FROM b.${name}`,
    );
    const [found] = await query<{ documents: number; differing: number }>(
      connection,
      `SELECT count(*)::DOUBLE AS documents, (count(*) FILTER (${differs.join(" OR ")}))::DOUBLE AS differing
        FROM ${parquetSql(one)} a FULL JOIN ${parquetSql(other)} b ON a.document = b.document`,
    );
    return found!;
  } finally {
    close();
  }
}
