import type { Workspace } from "../workspace/workspace.ts";
import type { AskControls } from "./ask-controls.ts";
import { controlData } from "./control-data.ts";
import { answerItem } from "./item.ts";
import { answerScreen } from "./screen.ts";

/** Answers on lists, items and rules from one open workspace; `day` is that on which they are read. */
export function openControls(workspace: Workspace, day: string): AskControls {
  const data = controlData(workspace);
  return {
    screen: (question) => answerScreen(data, question, day),
    item: (question) => answerItem(data, question, day),
  };
}
