import { join } from "node:path";
import type { ItemRows } from "../../../src/screen/items/book.ts";
import { ccl } from "../../../src/sources/controls/ccl.ts";
import { readAll } from "../../sources/support.ts";

/**
 * An invented control list with its chart, groups and exceptions, in the layout and the wording of the real ones: mills (`3B085`) in the
 * place of tools, chimes (`3A085`) of processors, scales (`3B087`) and toy mills (`3B985`) of what refers to a section or bears AT alone.
 */
export const inventedCcl = join(import.meta.dirname, "../../fixtures/controls/ccl");

/** The rows of a control list as the licence question takes them. */
export async function itemRows(path: string): Promise<ItemRows> {
  const { of } = await readAll(ccl, [path]);
  return {
    items: of("control_item"),
    paragraphs: of("item_paragraph"),
    reasons: of("item_reason"),
    exceptions: of("item_exception"),
    chart: of("chart_row"),
    marks: of("chart_mark"),
    footnotes: of("chart_footnote"),
    groups: of("economy_group"),
    allDestinations: of("all_destinations"),
  };
}
