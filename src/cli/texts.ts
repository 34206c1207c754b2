import type { Answer } from "../answers/ask/ask.ts";
import type { QuestionName } from "../answers/ask/questions.ts";
import type { Page } from "./context.ts";

type Text<N extends QuestionName> = (answer: Answer<N>, page: Page, details: boolean) => string;

/** How the answer to each question is laid out for people, read when it is needed. */
export const texts: { readonly [N in QuestionName]?: () => Promise<Text<N>> } = {
  chokepoints: async () => (await import("./text/chokepoints.ts")).chokepointsText,
};
