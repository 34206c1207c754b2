import { CsvScanner } from "../../../base/csv-scanner.ts";
import type { Effects } from "../../../base/effects.ts";
import { documentName } from "../../../link/numbers/document-number.ts";
import { BrokenArchive, breakReject, withEnd } from "../../format/broken-archive.ts";
import { needText, tidy } from "../../format/cells.ts";
import { CsvRow } from "../../format/csv-rows.ts";
import { jsonText } from "../../format/json-record.ts";
import { firstJson, jsonRows } from "../../format/json-rows.ts";
import { isParquet, parquetColumns, parquetRows } from "../../format/parquet-rows.ts";
import { partsSource } from "../../format/parts-source.ts";
import { fail, mapRecords, type RejectRecord, type RowRecord, reject, type SourceRecord, type Stream } from "../../format/records.ts";
import { firstText, textChunks } from "../../format/text-chunks.ts";
import { plainText, publicationColumns, publicationRows } from "./google-patents-record.ts";
import { grantedByKind, parseDate, typeByKind } from "./patent-table-cells.ts";
import { patentRows } from "./patent-table-rows.ts";

/** Google Patents: rows of its BigQuery table as JSON or Parquet, and the CSV that its site exports (docs/data.md). */
export const googlePatents = partsSource<Layout>({
  name: "google-patents",
  notice: "Google Patents Public Data, provided by IFI CLAIMS Patent Services and Google, CC BY 4.0: name both.",
  fitting: /\.(json|jsonl|ndjson|parquet|csv)(\.gz)?$|\.(zip|tar|tar\.gz|tgz)$/i,
  what: "file of Google Patents",
  layoutOf,
  rows,
});

type Layout = "parquet" | "json" | "export";

const key = "publication_number";
/** One of these besides the number tells the table from others that also have a `publication_number`. */
const telling = ["family_id", "country_code", "title_localized", "publication_date"];

async function layoutOf(file: string): Promise<Layout | null> {
  if (await isParquet(file)) return isTable(await parquetColumns(file)) ? "parquet" : null;
  if (!/\.(csv|tsv|txt)(\.gz)?$/i.test(file)) {
    const first = await firstJson(file, null);
    if (first) return isTable(Object.keys(first.value)) && /^[A-Z]{2}-/.test(jsonText(first.value[key])) ? "json" : null;
  }
  return !/\.zip$/i.test(file) && (await isExport(file)) ? "export" : null;
}

const isTable = (columns: readonly string[]): boolean => columns.includes(key) && telling.some((column) => columns.includes(column));

function rows(file: string, layout: Layout, effects: Effects): AsyncIterable<SourceRecord> {
  if (layout === "export") return mapRecords(exportRows(file, effects), exportedRows);
  const records = layout === "json" ? jsonRows(file, null, effects) : parquetRows(file, publicationColumns, effects);
  return mapRecords(records, publicationRows);
}

const columns = ["id", "title", "assignee", "inventor/author", "priority date", "filing/creation date", "publication date", "grant date"];

const isHeader = (cells: readonly string[]): boolean => columns.every((column) => cells.some((cell) => cell.trim() === column));

/** Whether a file is the CSV that the site exports: `search URL:` in the first line, the header in the second (or the first). */
export async function isExport(file: string): Promise<boolean> {
  const scanned = new CsvScanner(",").push((await firstText(file, 1 << 14)).replace(/^\ufeff/, ""));
  return scanned.slice(0, 2).some((record) => "cells" in record && isHeader(record.cells));
}

/** Streams the records of the site's CSV. Throws as `textChunks`. */
export async function* exportRows(file: string, effects: Effects): Stream<CsvRow | RejectRecord> {
  const scanner = new CsvScanner(",");
  let header: ReadonlyMap<string, number> | null = null;
  for await (const text of withEnd(textChunks(file, effects))) {
    if (text instanceof BrokenArchive) yield breakReject({ file, line: scanner.line }, text, "");
    else
      for (const scanned of text === null ? scanner.end() : scanner.push(text)) {
        if ("problem" in scanned) yield reject({ file, line: scanned.line }, scanned.problem, scanned.excerpt);
        else if (header === null)
          header = isHeader(scanned.cells) ? new Map(scanned.cells.map((cell, index) => [cell.trim(), index])) : null;
        else if (scanned.cells.length < columns.length)
          yield reject(
            { file, line: scanned.line },
            `${scanned.cells.length} cells where the header has ${header.size}`,
            scanned.cells.join(","),
          );
        else yield new CsvRow(file, scanned.line, header, scanned.cells);
      }
  }
}

/** Rows of one record of the export. It has no kind of holder but the assignee, and neither classes nor citations. Throws BadRow. */
export function exportedRows(row: CsvRow): readonly RowRecord[] {
  const native = needText(row, "id");
  const name = documentName(native) ?? fail(`id ${native.slice(0, 40)} is not a document number`);
  const names = (column: string): readonly string[] =>
    row
      .text(column)
      .split(",")
      .map(tidy)
      .filter((each) => each !== "");
  return patentRows(row, {
    name,
    patent: {
      published: parseDate(row.text("publication date"), "publication date"),
      filed: parseDate(row.text("filing/creation date"), "filing/creation date"),
      priority: parseDate(row.text("priority date"), "priority date"),
      granted: row.text("grant date") === "" ? grantedByKind(name) : 1,
      type: typeByKind(name),
      native,
    },
    texts: [{ field: "title", language: null, text: plainText(row.text("title")) }],
    holders: joinLegalForms(names("assignee")).map((each) => ({
      role: "assignee",
      name: each,
    })),
    inventors: names("inventor/author").map((name) => ({ name })),
  });
}

const legalForm = /^(inc|llc|l\.l\.c|ltd|co|corp|limited|gmbh|s\.?a|s\.?r\.?l|lp|l\.p|plc|n\.v|b\.v|kg|ag)\.?(\s+(ltd|kg|inc)\.?)?$/i;

/** The export separates names by commas, which also stand before legal forms (`Soitec, S.A.`). */
function joinLegalForms(parts: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const part of parts) {
    const last = names.at(-1);
    if (last !== undefined && legalForm.test(part)) names[names.length - 1] = `${last}, ${part}`;
    else names.push(part);
  }
  return names;
}
