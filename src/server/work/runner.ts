import { serializerCompiler } from "fastify-type-provider-zod";
import type { Call } from "../../answers/shared/asking.ts";
import type { Question } from "../../answers/shared/question.ts";
import type { Ask } from "../../ask/ask.ts";
import { type QuestionName, questions } from "../../ask/questions.ts";
import type { AnswerBody } from "./answer-body.ts";

/** A question as the library takes it. */
export interface Asked {
  readonly name: QuestionName;
  readonly input: unknown;
}

/** How far work is; `total` is 0 while unknown. */
export interface Step {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

export interface RunCall {
  /** Milliseconds since 1970: the question is answered as of that moment. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onStep: (step: Step) => void;
}

/** What is asked of one generation of a workspace was about to be answered from another. */
export class Moved extends Error {
  constructor() {
    super("The workspace is of another generation by now.");
  }
}

/** Answers questions one by one. `run` is over only when nothing of the work is left, also where it was stopped. */
export interface Runner {
  /** The answer as JSON. Throws the errors of the question, the reason of the signal, and `Moved`. */
  run(asked: Asked, call: RunCall): Promise<AnswerBody>;
  close(): Promise<void>;
}

/** An answer as JSON in the form its question declares. */
export function answerText(name: QuestionName, answer: unknown): string {
  const declaration: Question = questions[name];
  return serializerCompiler({ schema: declaration.answer, method: "GET", url: name })(answer);
}

/** Answers in this process, as tests and small servers do; it is told nothing of progress. */
export const inProcess = (ask: Ask): Runner => ({
  async run({ name, input }, { signal }) {
    const answering = ask[name] as (asked: unknown, call: Call) => Promise<unknown>;
    return answerText(name, await answering(input, { signal }));
  },
  close: async () => undefined,
});
