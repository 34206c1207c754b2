import type { CsvRow } from "../format/csv-rows.ts";
import type { JsonRecord } from "../format/json-record.ts";
import { jsonHead } from "../format/json-rows.ts";
import { type Convert, mappedSource } from "../format/mapped-table.ts";
import type { RowRecord } from "../format/records.ts";
import type { Source } from "../format/source.ts";
import { dayInName, realDay } from "./list-dates.ts";
import { listedParty, type PartyMapping, readPartyMapping } from "./party-list-record.ts";
import { PartyRows } from "./party-rows.ts";

/** Any list of parties, delimited, JSON or Parquet, by mapping files (docs/data.md). */
export const partyList: Source = mappedSource({
  name: "party-list",
  notice: "A list of parties by a mapping: the licence of who published this copy of it holds.",
  folder: "party-lists",
  lacking: "of no list",
  needsWholeFiles: true,
  readMapping: readPartyMapping,
  converter,
});

async function converter(file: string, mapping: PartyMapping): Promise<Convert> {
  const { edition } = mapping;
  const rows = new PartyRows(mapping.origin, "column" in edition);
  const head = await jsonHead(file);
  const snapshot = "snapshot" in edition && edition.snapshot !== undefined ? head[edition.snapshot] : undefined;
  const day = realDay(snapshot ?? "") ?? dayInName(file);
  return (record) => converted(record, mapping, rows, day, head.source_file ?? null);
}

function converted(
  record: CsvRow | JsonRecord,
  mapping: PartyMapping,
  rows: PartyRows,
  day: string | null,
  note: string | null,
): readonly RowRecord[] {
  const facts = listedParty(record, mapping, day);
  if (facts === null) return [];
  const { edition } = mapping;
  const several = "column" in edition;
  const kind = several ? (facts.edition && edition.full.includes(facts.edition) ? "full" : "additions") : "snapshot";
  return [...rows.edition(record, facts.list, facts.edition ?? null, kind, note), ...rows.rows(record, facts)];
}
