import { readFile } from "node:fs/promises";
import type { z } from "zod";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { jsonRows } from "../format/json-rows.ts";
import { fileSize } from "../format/list-files.ts";
import { partsSource } from "../format/parts-source.ts";
import { mapRecords, type RowRecord, type SourceRecord, type Stream } from "../format/records.ts";
import { firstText } from "../format/text-chunks.ts";
import { chartRows, countryChart, countryGroups, exceptionCatalogue, exceptionRows, groupRows } from "./ccl-chart.ts";
import { cclList, entryRows } from "./ccl-entries.ts";

const headCharacters = 1 << 14;
const mostBytes = 1 << 24;

type Layout = "entries" | "chart" | "groups" | "exceptions";
const citations: readonly (readonly [RegExp, Layout])[] = [
  [/Part 774\b/, "entries"],
  [/Part 738\b/, "chart"],
  [/Part 740\b.*Country Groups/, "groups"],
  [/Part 740\b.*License Exceptions/, "exceptions"],
];

/** The Commerce Control List, Country Chart, country groups and licence exceptions, each as JSON made from the eCFR (docs/data.md). */
export const ccl = partsSource<Head>({
  name: "ccl",
  needsWholeFiles: true,
  notice: "Parts 738, 740 and 774 of the Export Administration Regulations (eCFR): a work of the United States government.",
  fitting: /\.json(\.gz)?$/i,
  what: "part of the CCL",
  layoutOf: headOf,
  rows,
});

interface Head {
  readonly layout: Layout;
  readonly citation: string;
  readonly edition: string;
}

/** What a file holds and of what day it is; `null` where it is none of these. */
async function headOf(file: string): Promise<Head | null> {
  const text = await firstText(file, headCharacters);
  const [, citation = ""] = /"citation"\s*:\s*"([^"\n]{1,200})"/.exec(text) ?? [];
  const [, edition] = /"ecfrIssueDate"\s*:\s*"(\d{4}-\d\d-\d\d)"/.exec(text) ?? [];
  const layout = citations.find(([shape]) => shape.test(citation))?.[1];
  return layout === undefined || edition === undefined ? null : { layout, citation, edition };
}

async function* rows(file: string, { layout, citation, edition }: Head, effects: Effects): Stream<SourceRecord> {
  if (layout === "entries") yield* mapRecords(jsonRows(file, "entries", effects), (record) => entryRows(record, edition, citation));
  else yield* await wholeRows(file, layout, edition);
}

async function wholeRows(file: string, layout: Exclude<Layout, "entries">, edition: string): Promise<readonly RowRecord[]> {
  const place = { file, line: 1 };
  if (layout === "chart") return chartRows(await whole(file, countryChart), edition, place);
  if (layout === "groups") return groupRows(await whole(file, countryGroups), edition, place);
  return exceptionRows(await whole(file, exceptionCatalogue), cclList, edition, place);
}

async function whole<T>(file: string, shape: z.ZodType<T>): Promise<T> {
  if ((await fileSize(file)) > mostBytes) throw unreadable(file, `larger than ${mostBytes} bytes`);
  const text = await readFile(file, "utf8");
  try {
    return shape.parse(JSON.parse(text));
  } catch (thrown) {
    throw unreadable(file, thrown instanceof Error ? thrown.message.slice(0, 300) : String(thrown));
  }
}

const unreadable = (file: string, reason: string): LevermapError => new LevermapError("LM_FILE_UNREADABLE", `${file}: ${reason}`, { file });
