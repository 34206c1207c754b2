import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { quietEffects } from "../src/base/effects.ts";
import { replaceJson, writeParquet } from "../src/cluster/layout/layout-files.ts";
import {
  type GraphFile,
  graphFiles,
  graphPath,
  type LayoutGraph,
  type LayoutManifest,
  layoutFormat,
  layoutManifest,
  layoutVersion,
} from "../src/cluster/layout/layout-format.ts";
import { openScratch } from "../src/workspace/database.ts";

export interface MadeUpSize {
  readonly documents: number;
  /** Citations that a document makes, before those that are the same twice are left out. */
  readonly each: number;
}

/** Citations to earlier documents, near ones more often; 35 fields and 600 subclasses. */
const tables = ({ documents, each }: MadeUpSize): Readonly<Record<GraphFile, string>> => ({
  document: `SELECT i::INTEGER AS number, 'XX' || i AS document, (i * 18000.0 / ${documents})::INTEGER AS day FROM range(${documents}) t(i) ORDER BY 1`,
  citation: `SELECT DISTINCT i::INTEGER AS citing, (i - 1 - floor(pow((hash(i * 16 + j) % 1000003) / 1000003.0, 3) * i))::INTEGER AS cited
    FROM range(1, ${documents}) t(i), range(${each}) u(j) ORDER BY 1, 2`,
  subclass: `SELECT i::INTEGER AS number, (hash(i) % 600)::INTEGER AS value FROM range(${documents}) t(i) ORDER BY 1, 2`,
  field: `SELECT i::INTEGER AS number, (hash(i + 7) % 35 + 1)::INTEGER AS value FROM range(${documents}) t(i) ORDER BY 1, 2`,
});

/** Writes a layout that has a citation graph and nothing else; the same bytes for the same size. */
export async function writeMadeUpGraph(dir: string, size: MadeUpSize): Promise<LayoutGraph> {
  const { connection, close } = await openScratch();
  try {
    return await writeGraph(connection, dir, size.documents, tables(size));
  } finally {
    close();
  }
}

/** Writes the files of a citation graph, each from its query, and a manifest that names nothing else. */
export async function writeGraph(
  connection: DuckDBConnection,
  dir: string,
  documents: number,
  sql: Readonly<Record<GraphFile, string>>,
): Promise<LayoutGraph> {
  const files: LayoutGraph["files"] = [];
  for (const file of graphFiles) files.push({ file, ...(await writeParquet(connection, sql[file], graphPath(dir, file), quietEffects)) });
  const citations = files.find(({ file }) => file === "citation")?.rows ?? 0;
  const graph: LayoutGraph = { documents, citations, inputs: "0".repeat(16), files };
  const manifest: LayoutManifest = { format: layoutFormat, version: layoutVersion, levermap: "made up", loads: [], measures: [], graph };
  await replaceJson(join(dir, layoutManifest), manifest);
  return graph;
}
