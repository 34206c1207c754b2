import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Row, TableName } from "../../src/base/tables.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { queryMany } from "../../src/workspace/query.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { type FakeRow, fakeSource, writeFake } from "../workspace/fake-source.ts";

export const into = <T extends TableName>(table: T, rows: readonly Row<T>[]): readonly FakeRow[] =>
  rows.map((row) => ({ table, row: { ...row } }));

/** A row of `patent` of a granted US patent, unless said otherwise. */
export const patent = (document: string, published: string | null, more: Partial<Row<"patent">> = {}): Row<"patent"> => ({
  document,
  office: document.slice(0, 2),
  kind: "B1",
  published,
  application: null,
  filed: null,
  priority: null,
  family: null,
  granted: 1,
  type: "utility",
  references: null,
  term_days: null,
  native: document.slice(2),
  ...more,
});

export const cites = (citing: string, cited: string, more: Partial<Row<"patent_citation">> = {}): Row<"patent_citation"> => ({
  citing,
  cited,
  category: null,
  phase: null,
  claims: null,
  position: null,
  ...more,
});

export const symbol = (document: string, name: string, more: Partial<Row<"patent_class">> = {}): Row<"patent_class"> => ({
  document,
  scheme: "cpc",
  symbol: name,
  role: "inventive",
  position: 1,
  ...more,
});

export const words = (document: string, field: string, text: string, language = "en"): Row<"patent_text"> => ({
  document,
  field,
  language,
  text,
});

/** A rule that puts patents with these symbols into a technology. */
export const rule = (technology: string, symbols: string): Row<"patent_rule"> => ({
  id: `rule-${technology}`,
  technology,
  symbols,
  words: null,
  without_symbols: null,
  without_words: null,
  source: null,
  note: null,
});

export const holds = (document: string, name: string, more: Partial<Row<"patent_holder">> = {}): Row<"patent_holder"> => ({
  document,
  role: "assignee",
  position: 1,
  name,
  language: null,
  economy: null,
  native: null,
  ...more,
});

/** Makes a workspace in `dir` of these rows, under the name of a source. */
export async function corpusWorkspace(dir: string, rows: readonly FakeRow[], source = "uspto"): Promise<void> {
  await mkdir(`${dir}-files`, { recursive: true });
  const file = await writeFake(join(`${dir}-files`, "rows.fake"), null, rows);
  await createWorkspace(dir, {}, async (workspace) => {
    await loadSource(workspace, fakeSource(source, "parts"), [file]);
  });
}

/** Adds rows as a load of their own. */
export async function addRows(dir: string, name: string, rows: readonly FakeRow[]): Promise<void> {
  const workspace = await openWorkspace(dir, { mode: "write" });
  await loadSource(workspace, fakeSource("uspto", "parts"), [await writeFake(join(dir, "..", name), null, rows)]);
  workspace.close();
}

/** All rows that a query gives. */
export const rowsOf = <T>(workspace: Workspace, sql: string): Promise<T[]> => workspace.use((connection) => queryMany<T>(connection, sql));
