import type { Answer } from "../answers/ask/ask.ts";
import type { QuestionName } from "../answers/ask/questions.ts";
import type { View } from "./view.ts";

/** How the answer to each question is shown, read when it is needed. */
export const views: { readonly [N in QuestionName]?: () => Promise<(answer: Answer<N>) => View> } = {
  plans: async () => (await import("./plan/plan-outline.ts")).planListView,
  planOutline: async () => (await import("./plan/plan-outline.ts")).planOutlineView,
  plan: async () => (await import("./plan/plan.ts")).planView,
  planExplain: async () => (await import("./plan/plan-explain.ts")).planExplainView,
  planCompare: async () => (await import("./plan/plan-compare.ts")).planCompareView,
  planBacktest: async () => (await import("./plan/plan-backtest.ts")).planBacktestView,
};
