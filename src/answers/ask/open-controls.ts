import type { Workspace } from "../../workspace/workspace.ts";
import { answerDiff } from "../controls/controls-diff.ts";
import { answerControlsList } from "../controls/controls-list.ts";
import { answerControl } from "../controls/controls-show.ts";
import { answerTimeline } from "../controls/controls-timeline.ts";
import { answerExposure } from "../controls/exposure.ts";
import { answerItem } from "../controls/item.ts";
import { answerWatch } from "../controls/watch.ts";
import { watchedSearches } from "../patents/search/saved-searches.ts";
import type { ControlData } from "../screen/control-data.ts";
import { answerOwners, type Screen } from "../screen/owners.ts";
import { answerScreen } from "../screen/screen.ts";
import { withOwners } from "../screen/screen-owners.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Answers } from "./ask.ts";

type ControlQuestions =
  | "screen"
  | "owners"
  | "item"
  | "controlsList"
  | "control"
  | "timeline"
  | "controlsDiff"
  | "watch"
  | "exposureToControls";

/** Answers on lists, items and rules from one open workspace; `day` is that on which they are read where a question names no other, `data` what is read of it, `model` the map of that day. */
export function openControls(
  workspace: Workspace,
  data: ControlData,
  day: string,
  model: () => Promise<ReadModel>,
): Answers<ControlQuestions> {
  const names: Screen = (question) => answerScreen(data, question, question.asOf ?? day);
  return {
    screen: async (question) => withOwners(data, names, await names(question)),
    owners: (question) => answerOwners(data, names, question, question.asOf ?? day),
    item: (question) => answerItem(data, question, question.asOf ?? day),
    controlsList: (question) => answerControlsList(data, question, day),
    control: ({ id }) => answerControl(model, data, id, day),
    timeline: (question) => answerTimeline(data, question, day),
    controlsDiff: (question) => answerDiff(data, question),
    watch: (question) => answerWatch(workspace, question, () => watchedSearches(workspace, model)),
    exposureToControls: async (question) => answerExposure(await model(), data, question),
  };
}
