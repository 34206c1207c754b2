import type { ScreenQuestion } from "../screen/screen.ts";
import type { ScreenReport } from "../screen/screen-report.ts";
import type { DiffQuestion } from "./controls-diff.ts";
import type { ControlShown, ControlsDiff, ControlsList, Timeline, WatchReport } from "./controls-report.ts";
import type { TimelineQuestion } from "./controls-timeline.ts";
import type { ExposureQuestion } from "./exposure.ts";
import type { ExposureReport } from "./exposure-report.ts";
import type { ItemQuestion } from "./item.ts";
import type { ItemReport } from "./item-report.ts";
import type { WatchQuestion } from "./watch.ts";

/** The questions on lists, items and rules. */
export interface AskControls {
  /** Lays names beside the lists as they stood on the day. Throws LM_NO_LISTS, and LM_USAGE for a list that is not loaded. */
  screen(question: ScreenQuestion): Promise<ScreenReport>;
  /** What the control list says of an item, and whether it asks for a licence. Throws LM_ECONOMY_UNKNOWN, LM_USAGE. */
  item(question: ItemQuestion): Promise<ItemReport>;
  /** Which technologies a listed party or a rule touches, and who deals in them and near them. Throws LM_PARTY_UNKNOWN, and LM_USAGE for a depth that is none. */
  exposureToControls(question: ExposureQuestion): Promise<ExposureReport>;
  /** What is loaded of lists, control lists and rules, and how much of it is in force on the day. */
  controlsList(question: { readonly by?: "effective" | "publication" | undefined }): Promise<ControlsList>;
  /** One list, entry of a list or rule. Throws LM_CONTROL_UNKNOWN. */
  control(id: string): Promise<ControlShown>;
  /** Rules and notices in the order of their days. */
  timeline(question: TimelineQuestion): Promise<Timeline>;
  /** What differs between two days. Where lists are named throws LM_NO_LISTS, and LM_USAGE for one that is not loaded. */
  controlsDiff(question: DiffQuestion): Promise<ControlsDiff>;
  /** What differs between copies loaded one after another. Throws LM_LOAD_UNKNOWN, LM_USAGE. */
  watch(question: WatchQuestion): Promise<WatchReport>;
}
