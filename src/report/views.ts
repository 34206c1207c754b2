import type { Answer } from "../answers/ask/ask.ts";
import type { QuestionName } from "../answers/ask/questions.ts";
import type { View } from "./view.ts";

/** How the answer to each question is shown, read when it is needed. */
export const views: { readonly [N in QuestionName]?: () => Promise<(answer: Answer<N>) => View> } = {
  technologyPatents: async () => (await import("./patents/technology-patents.ts")).technologyPatentsView,
  searchPatents: async () => (await import("./patents/search-patents.ts")).patentSearchView,
  patent: async () => (await import("./patents/patent.ts")).patentView,
  holders: async () => (await import("./patents/holders.ts")).holderListView,
  holder: async () => (await import("./patents/holder.ts")).holderView,
  portfolio: async () => (await import("./patents/portfolio.ts")).portfolioView,
  blocks: async () => (await import("./patents/blocks.ts")).blocksView,
};
