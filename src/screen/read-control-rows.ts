import type { Row, TableName } from "../base/tables.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { ItemRows } from "./items/book.ts";
import { mergeRules } from "./rules/merge.ts";
import { createTimeline, type RuleTimeline } from "./rules/timeline.ts";

/** Reads a table, from current loads or from one. */
type ReadTable = <T extends TableName>(table: T) => Promise<readonly Row<T>[]>;

/** Control lists, Country Chart and country groups of every edition. */
export async function readItems(read: ReadTable): Promise<ItemRows> {
  const [items, paragraphs, reasons, exceptions, chart, marks, footnotes, groups, allDestinations] = await Promise.all([
    read("control_item"),
    read("item_paragraph"),
    read("item_reason"),
    read("item_exception"),
    read("chart_row"),
    read("chart_mark"),
    read("chart_footnote"),
    read("economy_group"),
    read("all_destinations"),
  ]);
  return { items, paragraphs, reasons, exceptions, chart, marks, footnotes, groups, allDestinations };
}

/** Loaded rules, one per id. */
export const readTimeline = async (workspace: Workspace): Promise<RuleTimeline> =>
  createTimeline(mergeRules(await workspace.rows("control_rule")));
