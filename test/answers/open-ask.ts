import { inEnglish } from "../../src/ask/in-english.ts";
import { openAsk as openMessages } from "../../src/ask/open-ask.ts";

/** Answers from a workspace in English. */
export const openAsk = (...asked: Parameters<typeof openMessages>): ReturnType<typeof openMessages> => inEnglish(openMessages(...asked));
