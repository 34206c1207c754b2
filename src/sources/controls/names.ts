import { z } from "zod";
import { findEconomy } from "../../link/economies.ts";
import { CsvRow } from "../format/csv-rows.ts";
import { type JsonObject, JsonRecord, jsonObjects } from "../format/json-record.ts";
import { mappedSource } from "../format/mapped-table.ts";
import { type Cell, cell, ofTable, readMappingFile, valuesOf } from "../format/mapping-file.ts";
import type { RowRecord } from "../format/records.ts";
import type { Source } from "../format/source.ts";
import { languageOf, type NameKind, nameKinds, type RecordName, recordRows } from "./record-rows.ts";

/** `name`: the cell of one or several names, or with `each` (a path to a list of JSON objects) the cell of each of them. */
const names = z.strictObject({ each: z.string().min(1).optional(), name: cell, kind: cell.optional(), language: cell.optional() });

const mapping = z.strictObject({
  ...ofTable,
  /** Where the records are from: part of their ids. */
  origin: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "is not a short name"),
  id: cell,
  /** A record of which this is empty is left out. */
  only: cell.optional(),
  names: z.array(names).min(1),
  economy: cell.optional(),
  lei: cell.optional(),
  registration: cell.optional(),
  status: cell.optional(),
});

/** How the columns of a table of firms become names; docs/data.md describes each part. */
type NameMapping = z.infer<typeof mapping>;
type Given = CsvRow | JsonRecord;

const textOf = (record: Given, from: Cell | undefined): string => (from === undefined ? "" : (valuesOf(record, from)[0] ?? ""));

/** Names of organisations in other people's records (GLEIF, OpenSanctions, company registers), by mapping files (docs/data.md). */
export const nameTables: Source = mappedSource<NameMapping>({
  name: "names",
  notice: "Names of organisations by a mapping: the licence of who published them holds.",
  folder: "name-tables",
  lacking: "not of an organisation asked for",
  readMapping: (file) => readMappingFile(file, mapping, "a table of names"),
  converter: async (_, chosen) => (record) => organisationRows(record, chosen),
});

/** The rows of one organisation; none where the record is of another kind. Throws BadRow. */
function organisationRows(record: Given, mapping: NameMapping): readonly RowRecord[] {
  if (mapping.only !== undefined && textOf(record, mapping.only) === "") return [];
  return recordRows(record, {
    origin: mapping.origin,
    id: textOf(record, mapping.id),
    names: mapping.names.flatMap((each) => namesOf(record, each)),
    economy: findEconomy(textOf(record, mapping.economy)),
    lei: textOf(record, mapping.lei),
    registration: textOf(record, mapping.registration),
    status: textOf(record, mapping.status),
  });
}

function namesOf(record: Given, { each, ...from }: NameMapping["names"][number]): readonly RecordName[] {
  if (each === undefined) return namesIn(record, from);
  return record instanceof CsvRow
    ? []
    : objectsAt(record.value, each).flatMap((value) => namesIn(new JsonRecord(record.file, record.line, value), from));
}

function namesIn(record: Given, { name, kind, language }: Omit<NameMapping["names"][number], "each">): readonly RecordName[] {
  const told = textOf(record, kind);
  const isKind = (text: string): text is NameKind => (nameKinds as readonly string[]).includes(text);
  const shared = { kind: isKind(told) ? told : ("alias" as const), language: languageOf(textOf(record, language)) };
  return valuesOf(record, name).map((text) => ({ name: text, ...shared }));
}

function objectsAt(value: JsonObject, path: string): readonly JsonObject[] {
  return path.split(".").reduce<readonly JsonObject[]>((found, name) => found.flatMap((each) => jsonObjects(each[name])), [value]);
}
