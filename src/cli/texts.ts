import type { Answer } from "../answers/ask/ask.ts";
import type { QuestionName } from "../answers/ask/questions.ts";
import type { Page } from "./context.ts";

type Text<N extends QuestionName> = (answer: Answer<N>, page: Page, details: boolean) => string;

/** How the answer to each question is laid out for people, read when it is needed. */
export const texts: { readonly [N in QuestionName]?: () => Promise<Text<N>> } = {
  chokepoints: async () => (await import("./text/chokepoints.ts")).chokepointsText,
  leverage: async () => (await import("./text/leverage.ts")).leverageText,
  scenarios: async () => (await import("./text/scenario-plan.ts")).scenarioListText,
  scenarioPlan: async () => (await import("./text/scenario-plan.ts")).scenarioPlanText,
  simulate: async () => (await import("./text/simulate.ts")).simulateText,
  compare: async () => (await import("./text/compare.ts")).compareText,
  published: async () => (await import("./text/published.ts")).publishedText,
  halfLife: async () => (await import("./text/half-life.ts")).halfLifeText,
  halfLifeScore: async () => (await import("./text/half-life-score.ts")).halfLifeScoreText,
  backtest: async () => (await import("./text/backtest.ts")).backtestText,
  plans: async () => (await import("./text/plan-outline.ts")).planListText,
  planOutline: async () => (await import("./text/plan-outline.ts")).planOutlineText,
  plan: async () => (await import("./text/plan.ts")).planText,
  planExplain: async () => (await import("./text/plan-explain.ts")).planExplainText,
  planCompare: async () => (await import("./text/plan-compare.ts")).planCompareText,
  planBacktest: async () => (await import("./text/plan-backtest.ts")).planBacktestText,
  technologyPatents: async () => (await import("./text/technology-patents.ts")).technologyPatentsText,
  searchPatents: async () => (await import("./text/patent-search.ts")).patentSearchText,
  patent: async () => (await import("./text/patent.ts")).patentText,
  holders: async () => (await import("./text/holders.ts")).holderListText,
  holder: async () => (await import("./text/holder.ts")).holderText,
  portfolio: async () => (await import("./text/portfolio.ts")).portfolioText,
  blocks: async () => (await import("./text/blocks.ts")).blocksText,
};
