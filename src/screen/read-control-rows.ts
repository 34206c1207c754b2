import type { Row, TableName } from "../base/tables.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { ItemRows } from "./items/book.ts";
import { mergeRules } from "./rules/merge.ts";
import { createTimeline, type RuleTimeline } from "./rules/timeline.ts";

/** Reads a table: of the current loads, or of one. */
type ReadTable = <T extends TableName>(table: T) => Promise<readonly Row<T>[]>;

/** The control lists, the Country Chart and the country groups, of every edition that is read. */
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

/** The rules that are loaded, one for each id. */
export const readTimeline = async (workspace: Workspace): Promise<RuleTimeline> =>
  createTimeline(mergeRules(await workspace.rows("control_rule")));
