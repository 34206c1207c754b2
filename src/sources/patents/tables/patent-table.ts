import type { Effects } from "../../../base/effects.ts";
import { mappedSource, mappedTable, mappingsIn } from "../../format/mapped-table.ts";
import type { SourceRecord } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { MappedColumns } from "./patent-table-columns.ts";
import { type PatentMapping, readMapping } from "./patent-table-mapping.ts";
import { tableRows } from "./patent-table-record.ts";

const folder = "patent-tables";
const lacking = "no publication";

/** Any table of patents, delimited, JSON or Parquet, by mapping files (docs/data.md). */
export const patentTable: Source = mappedSource({
  name: "patent-table",
  notice: "A table of your own: its publisher's licence holds.",
  folder,
  lacking,
  readMapping,
  converter: async (_, mapping) => (record) => tableRows(record, mapping),
  columns: (file, mapping) => new MappedColumns(file, mapping),
});

/** The bundled mappings by name, in the order of their names. */
export const bundledMappings = (): Promise<ReadonlyMap<string, string>> => mappingsIn(folder);

/** Streams one file by a mapping that fits it; records without a publication are counted and said. */
export const mappedRecords = (file: string, mapping: PatentMapping, effects: Effects): AsyncGenerator<SourceRecord, void, undefined> =>
  mappedTable(
    file,
    mapping,
    { convert: (record) => tableRows(record, mapping), lacking, columns: new MappedColumns(file, mapping) },
    effects,
  );
