import type { Effects } from "../../../base/effects.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { firstJson, jsonRows } from "../../format/json-rows.ts";
import { partsSource, type TableLayout, tableLayout, tableRows } from "../../format/parts-source.ts";
import { mapRecords, type SourceRecord, type Stream } from "../../format/records.ts";
import { ItcNotices, noticeColumns } from "./litigation-itc.ts";
import { proceedingColumns, proceedingLists, proceedingRows } from "./litigation-ptab.ts";
import { assignmentColumns, assignmentRows, caseColumns, caseRows } from "./litigation-tables.ts";

const json = /\.(json|jsonl|ndjson)(\.gz)?$/i;

/** How a kind of file is told and read. */
interface Layout extends TableLayout {
  readonly rows: (file: string, layout: TableLayout, effects: Effects) => AsyncIterable<SourceRecord>;
}

const layouts: readonly Layout[] = [
  { columns: caseColumns, rows: (file, layout, effects) => tableRows(file, layout, caseRows, effects) },
  { columns: noticeColumns, rows: notices },
  { columns: assignmentColumns, rows: assignments },
  {
    columns: ["proceedingNumber", "proceedingFilingDate"],
    rows: (file, layout, effects) => tableRows(file, layout, proceedingRows, effects),
  },
];

/**
 * What decides who may be kept out: tables of cases, notices of the ITC under section 337, the USPTO's register of assignments, and
 * proceedings of the PTAB as tables or JSON (docs/data.md).
 */
export const litigation = partsSource<Layout>({
  name: "litigation",
  notice: "Public records of courts and offices, and tables of cases: cite the document that each row names.",
  fitting: /\.(csv|tsv|txt|json|jsonl|ndjson)(\.gz)?$/i,
  what: "table of cases, notices, assignments or proceedings",
  layoutOf: async (file) => (json.test(file) ? proceedingsOf(file) : tableLayout(file, layouts)),
  rows: (file, layout, effects) => layout.rows(file, layout, effects),
});

/** Proceedings stand under a name of the outermost object that differs from one answer to another. */
async function proceedingsOf(file: string): Promise<Layout | null> {
  for (const under of [null, ...proceedingLists]) {
    const first = await firstJson(file, under);
    if (first && proceedingColumns.some((column) => column in first.value))
      return { columns: [], rows: (of, _, effects) => mapRecords(jsonRows(of, under, effects), proceedingRows) };
  }
  return null;
}

async function* notices(file: string, layout: TableLayout, effects: Effects): Stream<SourceRecord> {
  const itc = new ItcNotices();
  yield* tableRows(file, layout, (row) => itc.add(row), effects);
  yield* itc.cases();
  if (itc.leftOut > 0) effects.log.info(`${file}: ${itc.leftOut} notices left out: neither institution nor final determination`);
}

async function* assignments(file: string, layout: TableLayout, effects: Effects): Stream<SourceRecord> {
  let without = 0;
  const counted = (row: CsvRow): readonly SourceRecord[] => {
    const rows = assignmentRows(row);
    if (rows.length === 0) without += 1;
    return rows;
  };
  yield* tableRows(file, layout, counted, effects);
  if (without > 0) effects.log.info(`${file}: ${without} records left out: an application without a patent`);
}
