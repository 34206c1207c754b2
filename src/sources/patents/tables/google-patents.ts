import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { jsonText } from "../../format/json-record.ts";
import { firstJson, jsonRows } from "../../format/json-rows.ts";
import { listFiles } from "../../format/list-files.ts";
import { isParquet, parquetColumns, parquetRows } from "../../format/parquet-rows.ts";
import { recognised } from "../../format/recognised.ts";
import { mapRecords, type SourceRecord } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { exportedRows, exportRows, isExport } from "./google-patents-export.ts";
import { publicationColumns, publicationRows } from "./google-patents-record.ts";

/** Google Patents: rows of its BigQuery table as JSON or Parquet, and the CSV that its site exports (docs/data.md). */
export const googlePatents: Source = {
  name: "google-patents",
  scope: "parts",
  notice: "Google Patents Public Data, provided by IFI CLAIMS Patent Services and Google, CC BY 4.0: name both.",
  files: async (paths) =>
    recognised(
      await listFiles(paths, /\.(json|jsonl|ndjson|parquet|csv)(\.gz)?$|\.zip$/i),
      paths,
      async (file) => (await layoutOf(file)) !== null,
      "file of Google Patents",
    ),
  edition: async () => null,
  read,
};

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

async function* read(files: readonly string[], effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    const layout = await layoutOf(file);
    if (layout === "parquet") yield* mapRecords(parquetRows(file, publicationColumns, effects), publicationRows);
    else if (layout === "json") yield* mapRecords(jsonRows(file, null, effects), publicationRows);
    else if (layout === "export") yield* mapRecords(exportRows(file, effects), exportedRows);
    else throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is no file of Google Patents`, { file });
  }
}
