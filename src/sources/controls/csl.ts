import type { Effects } from "../../base/effects.ts";
import { type CsvRow, csvRows, readHeader } from "../format/csv-rows.ts";
import type { JsonRecord } from "../format/json-record.ts";
import { firstJson, jsonRows } from "../format/json-rows.ts";
import { listFiles } from "../format/list-files.ts";
import { recognised } from "../format/recognised.ts";
import { mapRecords, type RowRecord, type SourceRecord } from "../format/records.ts";
import type { Source } from "../format/source.ts";
import { screeningRecord } from "./csl-record.ts";
import { dayInName } from "./list-dates.ts";
import { PartyRows } from "./party-rows.ts";

const columns = ["source", "name", "addresses", "federal_register_notice", "alt_names"];
const json = /\.json(\.gz)?$/i;
const under = "results";

/** The US Consolidated Screening List, as CSV and as JSON: thirteen lists of three departments in one file (docs/data.md). */
export const csl: Source = {
  name: "csl",
  scope: "parts",
  needsWholeFiles: true,
  notice: "Consolidated Screening List of the US government (trade.gov): a work of the United States government.",
  files: async (paths) =>
    recognised(await listFiles(paths, /\.(csv|tsv|txt|json)(\.gz)?$/i), paths, holdsList, "Consolidated Screening List"),
  edition: async () => null,
  read,
};

async function holdsList(file: string): Promise<boolean> {
  if (!json.test(file)) {
    const header = await readHeader(file);
    return columns.every((column) => header.includes(column));
  }
  const first = await firstJson(file, under);
  return first !== null && ["source", "name", "alt_names", "addresses"].every((column) => column in first.value);
}

async function* read(files: readonly string[], effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    const rows = new PartyRows("csl");
    // The file does not tell its day.
    const day = dayInName(file);
    const convert = (record: CsvRow | JsonRecord): readonly RowRecord[] => {
      const { list, facts } = screeningRecord(record);
      return [...rows.edition(record, list.id, day, "snapshot", null), ...rows.rows(record, { ...facts, edition: day })];
    };
    if (!json.test(file)) yield* mapRecords(csvRows(file, columns, effects), convert);
    else yield* mapRecords(jsonRows(file, under, effects), convert);
  }
}
