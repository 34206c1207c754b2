import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseBoundedYaml } from "../../base/bounded-yaml.ts";
import { maybeText, needText } from "../format/cells.ts";
import type { CsvRow } from "../format/csv-rows.ts";
import { isObject, type JsonObject, type JsonRecord, jsonText } from "../format/json-record.ts";
import { firstJson, jsonRows } from "../format/json-rows.ts";
import { fileSize } from "../format/list-files.ts";
import { partsSource, tableLayout, tableRows } from "../format/parts-source.ts";
import {
  fail,
  mapRecords,
  type Place,
  type RowRecord,
  rowRecord,
  rowsOrReject,
  type SourceRecord,
  type Stream,
} from "../format/records.ts";
import { listDate } from "./list-dates.ts";

const columns = ["document_number", "publication_date", "fr_citation", "type", "title"];
const mostBytes = 1 << 20;

type Layout = "act" | "records" | "table";

/** Rules and notices: a table of Federal Register documents, its records as JSON lines, and acts as YAML, one a file (docs/data.md). */
export const rules = partsSource<Layout>({
  name: "rules",
  needsWholeFiles: true,
  notice: "Documents of the Federal Register and acts on export control: cite the document that each row names.",
  fitting: /\.(csv|tsv|jsonl|ndjson|ya?ml)(\.gz)?$/i,
  what: "timeline of rules",
  layoutOf,
  rows: (file, layout, effects) => {
    if (layout === "act") return actRecords(file);
    return layout === "table" ? tableRows(file, { columns }, tableRow, effects) : mapRecords(jsonRows(file, null, effects), documentRow);
  },
});

async function layoutOf(file: string): Promise<Layout | null> {
  if (/\.ya?ml$/i.test(file)) return (await actOf(file)) === null ? null : "act";
  if (!/\.(jsonl|ndjson)(\.gz)?$/i.test(file)) return (await tableLayout(file, [{ columns }])) && "table";
  const first = await firstJson(file, null);
  return first !== null && ["document_number", "published", "title"].every((name) => name in first.value) ? "records" : null;
}

/** A document stands once for each event that it belongs to; the repeats say nothing new. */
const tableRow = (row: CsvRow): readonly RowRecord[] => {
  const title = needText(row, "title");
  return [
    rowRecord("control_rule", row, {
      id: needText(row, "document_number"),
      issuer: "US",
      kind: ruleKind(title),
      type: maybeText(row, "type"),
      title,
      citation: maybeText(row, "fr_citation"),
      published: listDate(row.text("publication_date"), "ymd", "publication_date"),
      origin: "federal-register-table",
      url: maybeText(row, "url"),
    }),
  ];
};

const documentRow = (record: JsonRecord): readonly RowRecord[] => {
  const text = (name: string): string => jsonText(record.value[name]);
  const title = text("title") || fail("title is empty");
  return [
    rowRecord("control_rule", record, {
      id: text("document_number") || fail("document_number is empty"),
      issuer: "US",
      kind: ruleKind(title),
      title,
      published: listDate(text("published"), "ymd", "published"),
      origin: "federal-register-records",
      url: text("url") || null,
    }),
  ];
};

/** What an act file holds; `null` where it is no act. */
async function actOf(file: string): Promise<JsonObject | null> {
  if ((await fileSize(file)) > mostBytes) return null;
  try {
    const value: unknown = parseBoundedYaml(await readFile(file, "utf8"));
    return isObject(value) && "issued_by_state_id" in value && "action_type" in value ? value : null;
  } catch {
    return null;
  }
}

async function* actRecords(file: string): Stream<SourceRecord> {
  const act = (await actOf(file)) ?? {};
  const place = { file, line: 1 };
  yield* rowsOrReject(
    place,
    () => [actRow(act, place)],
    () => JSON.stringify(act),
  );
}

/** The day of an act is the day from which its author dates it: that of effect, or of the announcement, if they differ. */
function actRow(act: JsonObject, place: Place): RowRecord {
  const url = jsonText(act.official_url);
  const issuer = jsonText(act.issued_by_state_id).toUpperCase();
  if (!/^[A-Z]{2}$/.test(issuer)) fail("issued_by_state_id is not a known economy");
  const native = jsonText(act.id) || basename(place.file);
  return rowRecord("control_rule", place, {
    id: documentNumber(url) ?? native,
    issuer,
    type: jsonText(act.action_type) || null,
    title: native.replace(/^.*\d{4}-\d\d-\d\d_/, "").replaceAll("-", " "),
    published: publishedIn(url),
    effective: listDate(act.date instanceof Date ? act.date.toISOString().slice(0, 10) : jsonText(act.date), "ymd", "date"),
    origin: "act",
    url: url || null,
    note: "day of the act as its author dates it: of effect or of announcement",
  });
}

/** What a rule does, by the words of its title; a title may tell of several, and most tell of none. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/\bsuspension\b|\btemporary general licen[cs]e\b.*\bextension\b/i, "suspension"],
  [/\bentity list\b|\bdenied persons\b|\bdenial order\b|\bunverified list\b|\bmilitary end.user\b.*\blist\b/i, "listed-party"],
  [/\bdirect product\b/i, "direct-product"],
  [/\bend.use\b|\bend.user controls\b|\bvalidated end.user\b/i, "end-use"],
  [
    /\bcommerce control list\b|\bcontrols? (?:on|of|for)\b.*\b(?:computing|semiconductor|technolog|items|commodit)|\bexport controls:|\bcontrols: .*\b(?:items|computing)|\bECCN\b|\bexport control classification\b/i,
    "item",
  ],
  [/\btariffs?\b|\bsection (?:232|301)\b|\bduties\b/i, "tariff"],
];

/** Joined by `;`, in a fixed order; `null` where the title tells of none. */
export const ruleKind = (title: string): string | null =>
  kinds
    .filter(([words]) => words.test(title))
    .map(([, kind]) => kind)
    .join(";") || null;

/** The number of a document of the Federal Register in its address. */
export const documentNumber = (url: string): string | null =>
  /federalregister\.gov\/(?:d|documents\/\d{4}\/\d\d\/\d\d)\/((?:[A-Z]\d-)?\d{2,4}-\d{4,5})/.exec(url)?.[1] ?? null;

/** The day of publication in such an address. */
export function publishedIn(url: string): string | null {
  const [, year, month, day] = /federalregister\.gov\/documents\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(url) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
