import type { Answer } from "../answers/ask/ask.ts";
import type { QuestionName } from "../answers/ask/questions.ts";
import type { Page } from "./context.ts";

type Text<N extends QuestionName> = (answer: Answer<N>, page: Page, details: boolean) => string;

/** How the answer to each question is laid out for people, read when it is needed. */
export const texts: { readonly [N in QuestionName]?: () => Promise<Text<N>> } = {
  status: async () => (await import("./text/status.ts")).statusText,
  changes: async () => (await import("./text/changes.ts")).changesText,
  technologies: async () => (await import("./text/technologies.ts")).technologiesText,
  technology: async () => (await import("./text/technology.ts")).technologyText,
  plans: async () => (await import("./text/plan-outline.ts")).planListText,
  planOutline: async () => (await import("./text/plan-outline.ts")).planOutlineText,
  plan: async () => (await import("./text/plan.ts")).planText,
  planExplain: async () => (await import("./text/plan-explain.ts")).planExplainText,
  planCompare: async () => (await import("./text/plan-compare.ts")).planCompareText,
  planBacktest: async () => (await import("./text/plan-backtest.ts")).planBacktestText,
  screen: async () => (await import("./text/screen.ts")).screenText,
  item: async () => (await import("./text/item.ts")).itemText,
  controlsList: async () => (await import("./text/controls-list.ts")).controlsListText,
  control: async () => (await import("./text/control-shown.ts")).controlShownText,
  timeline: async () => (await import("./text/timeline.ts")).timelineText,
  controlsDiff: async () => (await import("./text/controls-diff.ts")).controlsDiffText,
  exposureToControls: async () => (await import("./text/exposure.ts")).exposureText,
  watch: async () => (await import("./text/watch.ts")).watchText,
};
