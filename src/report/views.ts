import type { Answer } from "../answers/ask/ask.ts";
import type { QuestionName } from "../answers/ask/questions.ts";
import type { View } from "./view.ts";

/** How the answer to each question is shown, read when it is needed. */
export const views: { readonly [N in QuestionName]?: () => Promise<(answer: Answer<N>) => View> } = {
  status: async () => (await import("./workspace/status.ts")).statusView,
  changes: async () => (await import("./supply/changes.ts")).changesView,
  technologies: async () => (await import("./card/technologies.ts")).technologiesView,
  technology: async () => (await import("./card/technology.ts")).technologyView,
  screen: async () => (await import("./screen/screen.ts")).screenView,
  item: async () => (await import("./controls/item.ts")).itemView,
  controlsList: async () => (await import("./controls/controls-list.ts")).controlsListView,
  control: async () => (await import("./controls/control.ts")).controlView,
  timeline: async () => (await import("./controls/timeline.ts")).timelineView,
  controlsDiff: async () => (await import("./controls/controls-diff.ts")).controlsDiffView,
  exposureToControls: async () => (await import("./controls/exposure.ts")).exposureView,
  watch: async () => (await import("./controls/watch.ts")).watchView,
};
