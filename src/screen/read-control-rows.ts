import type { Row, TableName } from "../base/tables.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { ItemRows } from "./items/book.ts";
import { mergeRules, type Rule } from "./rules/merge.ts";

/** A table of the current loads, without the mark of its load. */
async function read<T extends TableName>(workspace: Workspace, table: T): Promise<readonly Row<T>[]> {
  return workspace.rows(table);
}

/** Every edition of the control lists, the Country Chart and the country groups that is loaded. */
export async function readItems(workspace: Workspace): Promise<ItemRows> {
  const [items, paragraphs, reasons, exceptions, chart, marks, footnotes, groups, allDestinations] = await Promise.all([
    read(workspace, "control_item"),
    read(workspace, "item_paragraph"),
    read(workspace, "item_reason"),
    read(workspace, "item_exception"),
    read(workspace, "chart_row"),
    read(workspace, "chart_mark"),
    read(workspace, "chart_footnote"),
    read(workspace, "economy_group"),
    read(workspace, "all_destinations"),
  ]);
  return { items, paragraphs, reasons, exceptions, chart, marks, footnotes, groups, allDestinations };
}

/** The rules that are loaded, one for each id. */
export const readRules = async (workspace: Workspace): Promise<readonly Rule[]> => mergeRules(await read(workspace, "control_rule"));
