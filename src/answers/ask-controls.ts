import type { ItemQuestion } from "./item.ts";
import type { ItemReport } from "./item-report.ts";
import type { ScreenQuestion } from "./screen.ts";
import type { ScreenReport } from "./screen-report.ts";

/** The questions on lists, items and rules. */
export interface AskControls {
  /** Lays names beside the lists as they stood on the day. Throws LM_NO_LISTS, and LM_USAGE for a list that is not loaded. */
  screen(question: ScreenQuestion): Promise<ScreenReport>;
  /** What the control list says of an item, and whether it asks for a licence. Throws LM_ECONOMY_UNKNOWN, LM_USAGE. */
  item(question: ItemQuestion): Promise<ItemReport>;
}
