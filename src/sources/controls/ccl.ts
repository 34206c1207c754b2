import { readFile } from "node:fs/promises";
import { z } from "zod";
import { parseBoundedJson } from "../../base/bounded-json.ts";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { findEconomy } from "../../link/economies.ts";
import { jsonRows } from "../format/json-rows.ts";
import { fileSize } from "../format/list-files.ts";
import { partsSource } from "../format/parts-source.ts";
import { mapRecords, type Place, type RowRecord, rowRecord, type SourceRecord } from "../format/records.ts";
import { firstText } from "../format/text-chunks.ts";
import { cclList, entryRows } from "./ccl-entries.ts";

const footnotes = z.array(z.number().int());

/** The Commerce Country Chart (supplement no. 1 to part 738). */
const countryChart = z.object({
  countries: z.record(z.string(), z.object({ marks: z.array(z.string()), footnotes })),
  embargoed: z.record(z.string(), z.object({ pointer: z.string(), footnotes })),
  footnotes: z.record(z.string(), z.string()),
  allDestinationsEntries: z
    .object({
      citation: z.string(),
      noLicenceExceptions: z.array(z.string()).default([]),
      govOnly: z.object({ entries: z.array(z.string()), condition: z.string() }).optional(),
    })
    .optional(),
  territoryInheritance: z.record(z.string(), z.object({ row: z.string(), basis: z.string() })).default({}),
});

/** The country groups (supplement no. 1 to part 740). */
const countryGroups = z.object({ groups: z.record(z.string(), z.array(z.string())) });

/** The licence exceptions (part 740). */
const exceptionCatalogue = z.object({
  exceptions: z.array(z.object({ section: z.string(), symbols: z.array(z.string()), title: z.string() })),
});

type Chart = z.infer<typeof countryChart>;

/** A row without marks points elsewhere; a territory without a row is governed by another's. */
function chartRows(chart: Chart, edition: string, place: Place): readonly RowRecord[] {
  const row = (name: string, pointer: string | null, governedBy: string | null, basis: string | null): RowRecord =>
    rowRecord("chart_row", place, { edition, place: name, economy: findEconomy(name), pointer, governed_by: governedBy, basis });
  const notes = (name: string, numbers: readonly number[]): readonly RowRecord[] =>
    numbers.map((number) => rowRecord("chart_footnote", place, { edition, place: name, number, text: chart.footnotes[number] ?? null }));
  return [
    ...Object.entries(chart.countries).flatMap(([name, { marks, footnotes: numbers }]) => [
      row(name, null, null, null),
      ...marks.map((column) => rowRecord("chart_mark", place, { edition, place: name, column })),
      ...notes(name, numbers),
    ]),
    ...Object.entries(chart.embargoed).flatMap(([name, { pointer, footnotes: numbers }]) => [
      row(name, pointer, null, null),
      ...notes(name, numbers),
    ]),
    ...Object.entries(chart.territoryInheritance)
      .filter(([name]) => !Object.keys(chart.countries).some((each) => findEconomy(each) === findEconomy(name)))
      .map(([name, { row: governedBy, basis }]) => row(name, null, governedBy, basis)),
    ...allDestinations(chart, edition, place),
  ];
}

/** `0A983`, `5A001.f.1`, `5E001.a (for 5A001.f.1, ...)`: an entry, its paragraphs, and for what. */
function allDestinations({ allDestinationsEntries: all }: Chart, edition: string, place: Place): readonly RowRecord[] {
  if (all === undefined) return [];
  const rows = (entries: readonly string[], exceptions: string): readonly RowRecord[] =>
    entries.flatMap((printed) => {
      const [, item, rest = ""] = /^(\d[A-E]\d{3})(.*)$/.exec(printed) ?? [];
      const text = `A license is required for all destinations (${all.citation}). ${exceptions}`;
      return item === undefined
        ? []
        : [rowRecord("all_destinations", place, { edition, item, applies: rest.trim() || "entire entry", text })];
    });
  return [...rows(all.noLicenceExceptions, "No license exception."), ...rows(all.govOnly?.entries ?? [], all.govOnly?.condition ?? "")];
}

const groupRows = ({ groups }: z.infer<typeof countryGroups>, edition: string, place: Place): readonly RowRecord[] =>
  Object.entries(groups).flatMap(([group, members]) =>
    members.map((member) => rowRecord("economy_group", place, { edition, group, place: member, economy: findEconomy(member) })),
  );

const exceptionRows = ({ exceptions }: z.infer<typeof exceptionCatalogue>, edition: string, place: Place): readonly RowRecord[] =>
  exceptions.flatMap(({ symbols, title, section }) =>
    symbols.map((exception) => rowRecord("exception_title", place, { list: cclList, edition, exception, title, section })),
  );

const headCharacters = 1 << 14;
const mostBytes = 1 << 24;

/** Reads the rows of a file of one part. */
type Part = (file: string, head: Head, effects: Effects) => AsyncIterable<SourceRecord>;

const parts: readonly (readonly [citation: RegExp, part: Part])[] = [
  [
    /Part 774\b/,
    (file, { edition, citation }, effects) =>
      mapRecords(jsonRows(file, "entries", effects), (record) => entryRows(record, edition, citation)),
  ],
  [/Part 738\b/, whole(countryChart, chartRows)],
  [/Part 740\b.*Country Groups/, whole(countryGroups, groupRows)],
  [/Part 740\b.*License Exceptions/, whole(exceptionCatalogue, exceptionRows)],
];

/** The Commerce Control List, Country Chart, country groups and licence exceptions, each as JSON made from the eCFR (docs/data.md). */
export const ccl = partsSource<Head>({
  name: "ccl",
  needsWholeFiles: true,
  notice: "Parts 738, 740 and 774 of the Export Administration Regulations (eCFR): a work of the United States government.",
  fitting: /\.json(\.gz)?$/i,
  what: "part of the CCL",
  layoutOf: headOf,
  rows: (file, head, effects) => head.part(file, head, effects),
});

interface Head {
  readonly part: Part;
  readonly citation: string;
  readonly edition: string;
}

/** What a file holds and of what day it is; `null` where it is none of these. */
async function headOf(file: string): Promise<Head | null> {
  const text = await firstText(file, headCharacters);
  const [, citation = ""] = /"citation"\s*:\s*"([^"\n]{1,200})"/.exec(text) ?? [];
  const [, edition] = /"ecfrIssueDate"\s*:\s*"(\d{4}-\d\d-\d\d)"/.exec(text) ?? [];
  const part = parts.find(([shape]) => shape.test(citation))?.[1];
  return part === undefined || edition === undefined ? null : { part, citation, edition };
}

/** A part that is read at once, as its shape says. */
function whole<T>(shape: z.ZodType<T>, rowsOf: (value: T, edition: string, place: Place) => readonly RowRecord[]): Part {
  return async function* (file, { edition }) {
    if ((await fileSize(file)) > mostBytes) throw unreadable(file, `larger than ${mostBytes} bytes`);
    const text = await readFile(file, "utf8");
    let value: T;
    try {
      value = shape.parse(parseBoundedJson(text));
    } catch (thrown) {
      throw unreadable(file, thrown instanceof Error ? thrown.message.slice(0, 300) : String(thrown));
    }
    yield* rowsOf(value, edition, { file, line: 1 });
  };
}

const unreadable = (file: string, reason: string): LevermapError => new LevermapError("LM_FILE_UNREADABLE", `${file}: ${reason}`, { file });
