import type { z } from "zod";
import type { Question } from "./question.ts";

/** What goes with one call. */
export interface Call {
  /** Ends the work too, beside the signal that the workspace was opened with. */
  readonly signal?: AbortSignal | undefined;
}

type Asked = Pick<Question, "input" | "answer">;
type Questions = Readonly<Record<string, Asked>>;

export type AnswerTo<Q extends Asked> = z.output<Q["answer"]>;

/** A function of the library; the question may be left out where nothing in it is required. */
type Asking<Q extends Asked> =
  Record<never, never> extends z.input<Q["input"]>
    ? (question?: z.input<Q["input"]>, call?: Call) => Promise<AnswerTo<Q>>
    : (question: z.input<Q["input"]>, call?: Call) => Promise<AnswerTo<Q>>;

/** The functions of the library for declared questions. */
export type Asks<Q extends Questions> = { readonly [N in keyof Q]: Asking<Q[N]> };

/** The functions behind declared questions, which take what has been checked. */
export type AnswersTo<Q extends Questions> = {
  readonly [N in keyof Q]: (question: z.output<Q[N]["input"]>, call: Call) => Promise<AnswerTo<Q[N]>>;
};
