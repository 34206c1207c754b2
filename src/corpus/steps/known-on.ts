import type { DuckDBConnection } from "@duckdb/node-api";
import { derivedTableNames } from "../../base/derived-tables.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import type { TableName } from "../../base/tables.ts";
import { query, runAll } from "../../workspace/query.ts";
import { currentRows, identifier } from "../../workspace/schema.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { epochDay } from "../documents.ts";
import { measureWorkspace } from "./measure.ts";

/** Tables with rows of single documents. */
const ofDocument = [
  "patent_source",
  "patent_text",
  "patent_holder",
  "patent_inventor",
  "patent_party_place",
  "patent_class",
  "patent_link",
] as const satisfies readonly TableName[];

/** Steps needed by readers of families; without network measures. */
const steps = ["holders", "technologies", "citations", "texts"];

const own = (table: string): string => `levermap.main.${identifier(table)}`;

/**
 * Opens a workspace as known on a day (since 1970-01-01): publications, their citations, events and cases up to it, with measures recomputed
 * from these alone. Partially dated rows are never known. Classes, organisations and families are those of the load. Takes as long as
 * measuring; does not write to the workspace. Close both.
 */
export async function openKnownOn(workspace: Workspace, day: number, effects: Effects = quietEffects): Promise<Workspace> {
  const past = await workspace.another();
  try {
    await past.use((connection) => runAll(connection, [...views(day), ...results]));
    await measureWorkspace(past, { only: steps }, effects);
    return past;
  } catch (thrown) {
    past.close();
    throw thrown;
  }
}

/** Whether a later publication or event is loaded. */
export async function hasLater(connection: DuckDBConnection, day: number): Promise<boolean> {
  const later = (table: TableName, date: string): string => `EXISTS (SELECT 1 FROM (${currentRows(table)}) WHERE ${epochDay(date)} > $1)`;
  const [found] = await query<{ later: boolean }>(
    connection,
    `SELECT ${later("patent", "published")} OR ${later("patent_event", "date")} OR ${later("patent_transfer", "date")} AS later`,
    [day],
  );
  return found?.later ?? false;
}

/** Temporary views shadow the tables. */
function views(day: number): readonly string[] {
  const until = (date: string): string => `${epochDay(date)} <= ${day}`;
  const view = (table: TableName, condition: string): string =>
    `CREATE TEMP VIEW ${identifier(table)} AS SELECT * FROM ${own(table)} WHERE ${condition}`;
  const known = (column: string): string => `${column} IN (SELECT document FROM known_document)`;
  return [
    `CREATE TEMP TABLE known_document AS SELECT DISTINCT document FROM (${currentRows("patent")}) WHERE ${until("published")}`,
    view("patent", until("published")),
    ...ofDocument.map((table) => view(table, known("document"))),
    view("patent_citation", known("citing")),
    view("patent_event", until("date")),
    view("patent_transfer", until("date")),
    view("exclusion_case", until("filed")),
    view("prior_art_block", until("date")),
  ];
}

/** Own result tables shadow those of the workspace. */
const results: readonly string[] = derivedTableNames.map(
  (table) => `CREATE TEMP TABLE ${identifier(table)} AS SELECT * FROM ${own(table)} LIMIT 0`,
);
