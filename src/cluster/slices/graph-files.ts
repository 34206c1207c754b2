import type { DuckDBConnection } from "@duckdb/node-api";
import type { Effects } from "../../base/effects.ts";
import { epochDay } from "../../corpus/documents.ts";
import { citationPairs } from "../../corpus/steps/citation-measures.ts";
import { documentClasses, nameMainGroups } from "../../corpus/steps/document-classes.ts";
import { stepStates } from "../../corpus/steps/measure.ts";
import type { ColumnShape } from "../../workspace/schema.ts";
import { checkFile, writeParquet } from "../layout/layout-files.ts";
import { type GraphFile, graphFiles, graphPath, invalidLayout, type LayoutGraph } from "../layout/layout-format.ts";

const selections: Readonly<Record<GraphFile, string>> = {
  document: `SELECT number, document, ${epochDay("day")}::INTEGER AS day FROM patent_document ORDER BY number`,
  citation: `SELECT DISTINCT citing, cited FROM (${citationPairs}) WHERE citing <> cited ORDER BY citing, cited`,
  subclass: `${documentClasses("subclass")} ORDER BY number, value`,
  field: `${documentClasses("field")} ORDER BY number, value`,
};

const integer = (name: string, optional = false): ColumnShape => ({ name, kind: "integer", optional });

const columns: Readonly<Record<GraphFile, readonly ColumnShape[]>> = {
  document: [integer("number"), { name: "document", kind: "text", optional: false }, integer("day", true)],
  citation: [integer("citing"), integer("cited")],
  subclass: [integer("number"), integer("value")],
  field: [integer("number"), integer("value")],
};

/** Writes the citation graph of all documents, numbered by day; `null` where the step `documents` is not done on the current rows. */
export async function writeGraph(connection: DuckDBConnection, dir: string, effects: Effects): Promise<LayoutGraph | null> {
  const states = await stepStates(connection);
  const inputs = states.find(({ step }) => step === "citations")?.inputs;
  if (inputs === undefined || states.find(({ step }) => step === "documents")?.rows === null) return null;
  await nameMainGroups(connection);
  const files: LayoutGraph["files"] = [];
  for (const file of graphFiles) files.push({ file, ...(await writeParquet(connection, selections[file], graphPath(dir, file), effects)) });
  const rows = (file: GraphFile): number => files.find((each) => each.file === file)?.rows ?? 0;
  return { documents: rows("document"), citations: rows("citation"), inputs, files };
}

/** Holds the files of a graph against its manifest. Throws LM_LAYOUT_INVALID. */
export async function checkGraph(connection: DuckDBConnection, dir: string, { files }: LayoutGraph, effects: Effects): Promise<void> {
  if (files.map(({ file }) => file).join() !== graphFiles.join()) throw invalidLayout(dir, `its graph is not ${graphFiles.join(", ")}`);
  for (const { file, ...told } of files) await checkFile(connection, graphPath(dir, file), told, columns[file], effects);
}
