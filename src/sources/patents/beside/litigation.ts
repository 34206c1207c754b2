import type { Effects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { csvRows, readHeader } from "../../format/csv-rows.ts";
import { firstJson, jsonRows } from "../../format/json-rows.ts";
import { listFiles } from "../../format/list-files.ts";
import { recognised } from "../../format/recognised.ts";
import { mapRecords, type SourceRecord } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { assignmentColumns, assignmentRows } from "./litigation-assignments.ts";
import { caseColumns, caseRows } from "./litigation-cases.ts";
import { ItcNotices, noticeColumns } from "./litigation-itc.ts";
import { proceedingColumns, proceedingLists, proceedingRows } from "./litigation-ptab.ts";

const json = /\.(json|jsonl|ndjson)(\.gz)?$/i;
const tables = { cases: caseColumns, notices: noticeColumns, assignments: assignmentColumns } as const;

/** `under`: the name of the array that holds the records of a JSON answer. */
interface Layout {
  readonly kind: keyof typeof tables | "proceedings" | "json";
  readonly under: string | null;
}

/**
 * What decides who may be kept out: tables of cases, notices of the ITC under section 337, the USPTO's register of assignments, and
 * proceedings of the PTAB as tables or JSON (docs/data.md).
 */
export const litigation: Source = {
  name: "litigation",
  scope: "parts",
  notice: "Public records of courts and offices, and tables of cases: cite the document that each row names.",
  files: async (paths) =>
    recognised(
      await listFiles(paths, /\.(csv|tsv|txt|json|jsonl|ndjson)(\.gz)?$/i),
      paths,
      async (file) => (await layoutOf(file)) !== null,
      "table of cases, notices, assignments or proceedings",
    ),
  edition: async () => null,
  read,
};

async function layoutOf(file: string): Promise<Layout | null> {
  if (!json.test(file)) {
    const header = await readHeader(file);
    const kinds = ["cases", "notices", "assignments"] as const;
    const kind = kinds.find((each) => tables[each].every((column) => header.includes(column)));
    if (kind) return { kind, under: null };
    return header.includes("proceedingNumber") && header.includes("proceedingFilingDate") ? { kind: "proceedings", under: null } : null;
  }
  for (const under of [null, ...proceedingLists]) {
    const first = await firstJson(file, under);
    if (first && proceedingColumns.some((column) => column in first.value)) return { kind: "json", under };
  }
  return null;
}

async function* read(files: readonly string[], effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    const layout = await layoutOf(file);
    if (!layout)
      throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is no table of cases, notices, assignments or proceedings`, { file });
    if (layout.kind === "cases") yield* mapRecords(csvRows(file, caseColumns, effects), caseRows);
    else if (layout.kind === "notices") yield* notices(file, effects);
    else if (layout.kind === "assignments") yield* assignments(file, effects);
    else if (layout.kind === "proceedings") yield* mapRecords(csvRows(file, ["proceedingNumber"], effects), proceedingRows);
    else yield* mapRecords(jsonRows(file, layout.under, effects), proceedingRows);
  }
}

async function* notices(file: string, effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  const itc = new ItcNotices();
  yield* mapRecords(csvRows(file, noticeColumns, effects), (row) => itc.add(row));
  yield* itc.cases();
  if (itc.leftOut > 0) effects.log.info(`${file}: ${itc.leftOut} notices left out: neither institution nor final determination`);
}

async function* assignments(file: string, effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  let without = 0;
  yield* mapRecords(csvRows(file, assignmentColumns, effects), (row) => {
    const rows = assignmentRows(row);
    if (rows.length === 0) without += 1;
    return rows;
  });
  if (without > 0) effects.log.info(`${file}: ${without} records left out: an application without a patent`);
}
