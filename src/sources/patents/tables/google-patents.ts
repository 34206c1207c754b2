import type { Effects } from "../../../base/effects.ts";
import { jsonText } from "../../format/json-record.ts";
import { firstJson, jsonRows } from "../../format/json-rows.ts";
import { isParquet, parquetColumns, parquetRows } from "../../format/parquet-rows.ts";
import { partsSource } from "../../format/parts-source.ts";
import { mapRecords, type SourceRecord } from "../../format/records.ts";
import { exportedRows, exportRows, isExport } from "./google-patents-export.ts";
import { publicationColumns, publicationRows } from "./google-patents-record.ts";

/** Google Patents: rows of its BigQuery table as JSON or Parquet, and the CSV that its site exports (docs/data.md). */
export const googlePatents = partsSource<Layout>({
  name: "google-patents",
  notice: "Google Patents Public Data, provided by IFI CLAIMS Patent Services and Google, CC BY 4.0: name both.",
  fitting: /\.(json|jsonl|ndjson|parquet|csv)(\.gz)?$|\.zip$/i,
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
