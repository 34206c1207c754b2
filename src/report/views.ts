import type { Answer } from "../answers/ask/ask.ts";
import type { QuestionName } from "../answers/ask/questions.ts";
import type { View } from "./view.ts";

/** How the answer to each question is shown, read when it is needed. */
export const views: { readonly [N in QuestionName]?: () => Promise<(answer: Answer<N>) => View> } = {
  chokepoints: async () => (await import("./supply/chokepoints.ts")).chokepointsView,
  scenarios: async () => (await import("./scenario/scenario-list.ts")).scenariosView,
  scenarioPlan: async () => (await import("./scenario/scenario-plan.ts")).scenarioPlanView,
  simulate: async () => (await import("./scenario/simulate.ts")).simulateView,
  compare: async () => (await import("./scenario/compare.ts")).compareView,
  published: async () => (await import("./scenario/published.ts")).publishedView,
  leverage: async () => (await import("./leverage/leverage.ts")).leverageView,
  halfLife: async () => (await import("./leverage/half-life.ts")).halfLifeView,
  halfLifeScore: async () => (await import("./leverage/half-life-score.ts")).halfLifeScoreView,
  backtest: async () => (await import("./leverage/backtest.ts")).backtestView,
  technologyPatents: async () => (await import("./patents/technology-patents.ts")).technologyPatentsView,
  searchPatents: async () => (await import("./patents/search-patents.ts")).patentSearchView,
  patent: async () => (await import("./patents/patent.ts")).patentView,
  holders: async () => (await import("./patents/holders.ts")).holderListView,
  holder: async () => (await import("./patents/holder.ts")).holderView,
  portfolio: async () => (await import("./patents/portfolio.ts")).portfolioView,
  blocks: async () => (await import("./patents/blocks.ts")).blocksView,
};
