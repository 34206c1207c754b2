import { CsvScanner } from "../../../base/csv-scanner.ts";
import { LevermapError } from "../../../base/errors.ts";
import type { ColumnPlan } from "../../format/column-plan.ts";
import { misfit } from "../../format/misfit.ts";
import { partsSource } from "../../format/parts-source.ts";
import { firstEntryText, planRows } from "../../format/plan-rows.ts";
import { type RowRecord, rowRecord } from "../../format/records.ts";
import { seenFile } from "../../format/seen-file.ts";
import { headerlessCitations, type PatentsViewLayout, patentsViewLayouts } from "./patentsview-layouts.ts";

/** The tables of granted US patents that PatentsView publishes, as they are or zipped, told by their columns (docs/data.md). */
export const patentsview = partsSource<ColumnPlan>({
  name: "patentsview",
  notice:
    "PatentsView, United States Patent and Trademark Office, CC BY 4.0: attribute PatentsView. Names of inventors and holders are as PatentsView disambiguated them.",
  fitting: /\.(csv|tsv|txt)(\.gz|\.zip)?$|\.(zip|tar|tar\.gz|tgz)$/i,
  what: "table of PatentsView",
  misfit: async (file) =>
    /^(?:xml|json)$/.test((await seenFile(file)).kind) ? null : misfit(await firstColumns(file), patentsViewLayouts),
  layoutOf: patentsViewPlan,
  rows: planRows,
  columns: patentsViewPlan,
  stated: statedRows,
});

const firstCharacters = 1 << 16;
const delimiters = ["\t", ","];

/** A file of PatentsView: which table it is, and its columns in their order, given or not. */
export interface PatentsViewTable {
  readonly file: string;
  readonly layout: PatentsViewLayout;
  readonly columns: readonly string[];
  readonly delimiter: string;
  readonly header: boolean;
}

/** How a file becomes rows; `null` if it is no table of PatentsView. */
export async function patentsViewPlan(file: string): Promise<ColumnPlan | null> {
  const table = await patentsViewTable(file);
  return table && tablePlan(table);
}

/** How a table becomes rows. */
export const tablePlan = ({ layout, columns, delimiter, header }: PatentsViewTable): ColumnPlan => ({
  format: { kind: "delimited", delimiter, header },
  columns,
  outputs: layout.outputs((column) => columns.includes(column)),
});

/** What a load has beside its records: that its table was cut to some classes. */
async function statedRows(file: string): Promise<readonly RowRecord[]> {
  const classes = classesOf((await patentsViewTable(file))?.columns ?? []);
  return classes === null ? [] : cutRows(file, classes);
}

/** Which table a file is; `null` for none. */
export async function patentsViewTable(file: string): Promise<PatentsViewTable | null> {
  const beginning = await firstEntryText(file, firstCharacters);
  if (beginning === null) return null;
  for (const delimiter of delimiters) {
    const columns = firstCells(beginning, delimiter);
    const layout =
      new Set(columns).size === columns.length && patentsViewLayouts.find(({ needs }) => needs.every((column) => columns.includes(column)));
    if (layout) return { file, layout, columns, delimiter, header: true };
    const citations = isCitation(columns) ? patentsViewLayouts.find(({ name }) => name === "citations") : undefined;
    if (citations) return { file, layout: citations, columns: headerlessCitations, delimiter, header: false };
  }
  return null;
}

/** Which table each file is. Throws LM_FILE_UNREADABLE for one that is none: what is cut without it would be wrong. */
export async function requireTables(files: readonly string[]): Promise<readonly PatentsViewTable[]> {
  const tables: PatentsViewTable[] = [];
  for (const file of files) {
    const table = await patentsViewTable(file);
    if (table === null) throw new LevermapError("LM_FILE_UNREADABLE", `${file} cannot be read as a table of PatentsView.`, { file });
    tables.push(table);
  }
  return tables;
}

/** The columns of the first line, by the delimiter that gives most. */
async function firstColumns(file: string): Promise<readonly string[]> {
  const beginning = (await firstEntryText(file, firstCharacters)) ?? "";
  return delimiters
    .map((delimiter) => firstCells(beginning, delimiter))
    .reduce((most, each) => (each.length > most.length ? each : most), []);
}

function firstCells(beginning: string, delimiter: string): readonly string[] {
  const scanner = new CsvScanner(delimiter, { lenient: true });
  const first = [...scanner.push(beginning), ...scanner.end()][0];
  return first !== undefined && "cells" in first ? first.cells.map((cell) => cell.trim()) : [];
}

/** The first record of citations without a header: a row number, the citing patent, its sequence, the cited patent, its date. */
function isCitation(cells: readonly string[]): boolean {
  const [row = "", citing = "", sequence = "", cited = "", date = ""] = cells;
  const fits = /^\d+$/.test(row) && /^\w{2,12}$/.test(citing) && /^\d+(\.0)?$/.test(sequence) && /^\w{2,12}$/.test(cited);
  return cells.length === headerlessCitations.length && fits && /^(\d{4}-\d{2}-\d{2})?$/.test(date);
}

/** The name of the first column of a table that was cut, before what it was cut to; its cells are the records' numbers in the whole table. */
export const cutColumn = "cut_record";

/** Longer ones are cut off: a header is untrusted. */
const longestClasses = 400;

/** What a table was cut to, by its first column; `null` for one that is whole. */
const classesOf = ([first = ""]: readonly string[]): string | null =>
  first.startsWith(`${cutColumn} `) ? first.slice(cutColumn.length + 1, cutColumn.length + 1 + longestClasses).trim() : null;

/** The row that says of a load that its file was cut. */
export const cutRows = (file: string, classes: string): readonly RowRecord[] => [rowRecord("patent_cut", { file, line: 1 }, { classes })];
