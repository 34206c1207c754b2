import { basename } from "node:path";
import { lastDay } from "../../../base/days.ts";
import { type Effects, quietEffects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { type CsvRow, csvRows, readHeader } from "../../format/csv-rows.ts";
import { listFiles } from "../../format/list-files.ts";
import { mapRecords, type RowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { checkIntervals, columnsOf, readField } from "../../format/table-fields.ts";
import { atlasFiles } from "./atlas-files.ts";
import type { AtlasFile } from "./patent-files.ts";

const nameOf = (file: string): string => basename(file).replace(/\.csv$/, "");

const layoutOf = (file: string): AtlasFile | undefined => (Object.hasOwn(atlasFiles, nameOf(file)) ? atlasFiles[nameOf(file)] : undefined);

/** The bundled atlas, or another in its layout: facts in Levermap's own schema (docs/data.md). */
export const atlas: Source = {
  name: "atlas",
  scope: "whole",
  notice: "Levermap atlas: facts with their sources; every row names the document it was read in.",
  files,
  edition,
  read,
};

async function files(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { file, named } of await listFiles(paths)) {
    const layout = layoutOf(file);
    const lacks = layout ? missingColumns(layout, await readHeader(file)) : [];
    if (layout && lacks.length === 0) found.push(file);
    else if (named || layout) throw unrecognised(file, layout, lacks);
  }
  if (found.length === 0) throw new LevermapError("LM_LOAD_UNRECOGNISED", `No atlas file in ${paths.join(", ")}`, { paths });
  const order = Object.keys(atlasFiles);
  return found.sort((a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b)));
}

/** The columns of a file, of whichever of its tables. */
const fileColumns = ({ fields, also, newer }: AtlasFile): readonly string[] =>
  Object.keys({ ...fields, ...also?.fields }).filter((column) => !newer?.includes(column));

const missingColumns = (layout: AtlasFile, header: readonly string[]): readonly string[] =>
  fileColumns(layout).filter((column) => !header.includes(column));

function unrecognised(file: string, layout: AtlasFile | undefined, lacks: readonly string[]): LevermapError {
  const reason = layout ? `lacks the column${lacks.length > 1 ? "s" : ""} ${lacks.join(", ")}` : "is not a file of an atlas";
  return new LevermapError("LM_LOAD_UNRECOGNISED", `${file} ${reason}`, { file, missing: lacks });
}

/** The newest day of a document in `sources.csv`, as exact as it is given. */
async function edition(given: readonly string[]): Promise<string | null> {
  const sources = given.find((file) => nameOf(file) === "sources");
  if (!sources) return null;
  let newest: string | null = null;
  for await (const record of read([sources], quietEffects)) {
    if (record.kind === "row" && record.table === "document") newest = lastDay([newest, record.row.published]);
  }
  return newest;
}

async function* read(given: readonly string[], effects: Effects): Stream<SourceRecord> {
  for (const file of given) {
    const layout = layoutOf(file);
    if (!layout) throw unrecognised(file, layout, []);
    const tables = layout.also === undefined ? [layout] : [layout, layout.also];
    yield* mapRecords(csvRows(file, fileColumns(layout), effects), (row) =>
      tables.flatMap((table) => spread(toRecord(row, table), table.listed)),
    );
  }
}

/** A row for each value of a column that holds several. */
function spread(record: RowRecord, column: string | undefined): readonly RowRecord[] {
  if (column === undefined) return [record];
  const values = String((record.row as Readonly<Record<string, unknown>>)[column]).split(";");
  return values.map((value) => ({ ...record, row: { ...record.row, [column]: value.trim() } }) as RowRecord);
}

function toRecord(row: CsvRow, { table, fields }: AtlasFile): RowRecord {
  const values: Record<string, string | number | null> = {};
  for (const column of columnsOf(table)) {
    const field = fields[column];
    values[column] = field ? readField(row, column, field) : null;
  }
  if (table === "technology") values.native = values.id ?? null;
  if (table === "control_rule") values.origin = atlas.name;
  checkIntervals(values);
  // The fields of each file are declared for the columns of its table; test/sources/atlas.test.ts holds the two together.
  return { kind: "row", table, row: values, file: row.file, line: row.line } as unknown as RowRecord;
}
