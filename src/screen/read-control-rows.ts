import type { Workspace } from "../workspace/workspace.ts";
import type { ItemRows } from "./items/book.ts";
import { mergeRules } from "./rules/merge.ts";
import { createTimeline, type RuleTimeline } from "./rules/timeline.ts";

/** Every edition of the control lists, the Country Chart and the country groups that is loaded. */
export async function readItems(workspace: Workspace): Promise<ItemRows> {
  const [items, paragraphs, reasons, exceptions, chart, marks, footnotes, groups, allDestinations] = await Promise.all([
    workspace.rows("control_item"),
    workspace.rows("item_paragraph"),
    workspace.rows("item_reason"),
    workspace.rows("item_exception"),
    workspace.rows("chart_row"),
    workspace.rows("chart_mark"),
    workspace.rows("chart_footnote"),
    workspace.rows("economy_group"),
    workspace.rows("all_destinations"),
  ]);
  return { items, paragraphs, reasons, exceptions, chart, marks, footnotes, groups, allDestinations };
}

/** The rules that are loaded, one for each id. */
export const readTimeline = async (workspace: Workspace): Promise<RuleTimeline> =>
  createTimeline(mergeRules(await workspace.rows("control_rule")));
