import type { Question } from "../../answers/shared/question.ts";
import { questions } from "../../ask/questions.ts";
import { keepingOf } from "./answer-key.ts";
import type { AnswerMemory } from "./answer-memory.ts";
import type { Asked } from "./runner.ts";

/** Each may take a second or two of a processor, and the new data wait for them. */
const most = 300;

/** What visitors asked of late that takes seconds, the latest first: they ask it again, of new data too. */
export const askedOfLate = (memory: AnswerMemory): readonly Asked[] =>
  memory
    .asked()
    .filter((asked) => (questions[asked.name] as Question).cost === "seconds" && keepingOf(asked) === "disk")
    .slice(0, most);
