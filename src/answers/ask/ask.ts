import type { z } from "zod";
import type { QuestionName, questions } from "./questions.ts";

/** What goes with one call. */
export interface Call {
  /** Ends the work too, beside the signal that the workspace was opened with. */
  readonly signal?: AbortSignal | undefined;
}

type Input<N extends QuestionName> = z.input<(typeof questions)[N]["input"]>;

export type Answer<N extends QuestionName> = z.output<(typeof questions)[N]["answer"]>;

/** A function of the library; the question may be left out where nothing in it is required. */
type Asking<N extends QuestionName> =
  Record<never, never> extends Input<N>
    ? (question?: Input<N>, call?: Call) => Promise<Answer<N>>
    : (question: Input<N>, call?: Call) => Promise<Answer<N>>;

/**
 * The questions that server, command line, page and library put to one workspace. Each throws a `LevermapError`: LM_USAGE for a question that
 * is not in its form, LM_INTERRUPTED when it was stopped, and the codes of its declaration.
 */
export type Ask = { readonly [N in QuestionName]: Asking<N> };

/** The functions behind the questions of some names, which take what has been checked. */
export type Answers<N extends QuestionName = QuestionName> = {
  readonly [M in N]: (question: z.output<(typeof questions)[M]["input"]>, call: Call) => Promise<Answer<M>>;
};
