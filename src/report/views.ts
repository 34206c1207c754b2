import type { Answer } from "../answers/ask/ask.ts";
import type { QuestionName } from "../answers/ask/questions.ts";
import type { View } from "./view.ts";

/** How the answer to each question is shown, read when it is needed. */
export const views: { readonly [N in QuestionName]?: () => Promise<(answer: Answer<N>) => View> } = {};
