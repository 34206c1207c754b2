import type { Call } from "../answers/shared/asking.ts";
import { toldInEnglish } from "../words/tell.ts";
import type { Ask } from "./ask.ts";
import { type QuestionName, questions } from "./questions.ts";

/** Questions whose answers say messages, answered in English. */
export function inEnglish(ask: Ask): Ask {
  const told = (Object.keys(questions) as QuestionName[]).map((name) => {
    const answering = ask[name] as (question: unknown, call?: Call) => Promise<unknown>;
    return [name, async (question?: unknown, call?: Call) => toldInEnglish(await answering(question, call))] as const;
  });
  return Object.fromEntries(told) as unknown as Ask;
}
