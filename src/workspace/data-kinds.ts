import { listTables } from "../base/list-tables.ts";
import { type TableName, tableNames } from "../base/tables.ts";
import { dataVersion, type LoadStatus } from "./status.ts";

/**
 * What a question may rest on: facts of supply, trade and firms (`map`), rules of control, lists of parties with their owners and records, entries of
 * control lists, and patents with what stands beside them.
 */
export const dataKinds = ["map", "rules", "lists", "items", "patents"] as const;
export type DataKind = (typeof dataKinds)[number];

const ofItems: ReadonlySet<TableName> = new Set([
  "control_item",
  "item_paragraph",
  "item_reason",
  "item_exception",
  "exception_title",
  "chart_row",
  "chart_mark",
  "chart_footnote",
  "all_destinations",
  "economy_group",
]);

/** Beside those that are called after patents. */
const ofPatents: ReadonlySet<TableName> = new Set([
  "holder_join",
  "literature_citation",
  "prior_art_block",
  "exclusion_case",
  "exclusion_patent",
  "base_rate",
  "class_title",
]);

/** `patent_count` holds published counts, which are facts of the map. */
const isOfPatents = (table: TableName): boolean => ofPatents.has(table) || (/^patent(_|$)/.test(table) && table !== "patent_count");

/** What the rows of a table are. */
export function kindOf(table: TableName): DataKind {
  if (table === "control_rule") return "rules";
  if (ofItems.has(table)) return "items";
  if (Object.hasOwn(listTables, table)) return "lists";
  return isOfPatents(table) ? "patents" : "map";
}

/** What a load has rows of. One without any may stand for any, as a newer copy that has emptied a list does. */
export function kindsOf({ tables }: Pick<LoadStatus, "tables">): ReadonlySet<DataKind> {
  const held = tableNames.filter((table) => tables[table] !== undefined);
  return new Set(held.length === 0 ? dataKinds : held.map(kindOf));
}

/** Whether an answer that reads these kinds may rest on a load. */
export function restsOn(reads: readonly DataKind[], load: Pick<LoadStatus, "tables">): boolean {
  const kinds = kindsOf(load);
  return reads.some((kind) => kinds.has(kind));
}

/** What is told of the data without opening the database. */
export interface KeptState {
  readonly loads: readonly LoadStatus[];
  /** The measures of patents, and what they rest on. */
  readonly measured: readonly string[];
}

/** What tells the data of these kinds from others. */
export const stateOn = ({ loads, measured }: KeptState, reads: readonly DataKind[]): readonly string[] => [
  ...dataVersion(loads.filter((load) => restsOn(reads, load))),
  ...(reads.includes("patents") ? measured : []),
];
