import type { Workspace } from "../../workspace/workspace.ts";
import type { ControlData } from "../screen/control-data.ts";
import { answerScreen } from "../screen/screen.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { AskControls } from "./ask-controls.ts";
import { answerDiff } from "./controls-diff.ts";
import { answerControlsList } from "./controls-list.ts";
import { answerControl } from "./controls-show.ts";
import { answerTimeline } from "./controls-timeline.ts";
import { answerExposure } from "./exposure.ts";
import { answerItem } from "./item.ts";
import { answerWatch } from "./watch.ts";

/** Answers on lists, items and rules from one open workspace; `day` is that on which they are read where a question names no other, `data` what is read of it, `model` the map of that day. */
export function openControls(workspace: Workspace, data: ControlData, day: string, model: () => Promise<ReadModel>): AskControls {
  return {
    screen: (question) => answerScreen(data, question, question.asOf ?? day),
    item: (question) => answerItem(data, question, question.asOf ?? day),
    controlsList: (question) => answerControlsList(data, question, day),
    control: (id) => answerControl(model, data, id, day),
    timeline: (question) => answerTimeline(data, question, day),
    controlsDiff: (question) => answerDiff(data, question),
    watch: (question) => answerWatch(workspace, question),
    exposureToControls: async (question) => answerExposure(await model(), data, question),
  };
}
