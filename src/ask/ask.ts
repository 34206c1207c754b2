import type { AnswersTo, AnswerTo, Asks } from "../answers/shared/asking.ts";
import type { QuestionName, questions } from "./questions.ts";

export type Answer<N extends QuestionName> = AnswerTo<(typeof questions)[N]>;

/**
 * The questions that server, command line, page and library put to one workspace. Each throws a `LevermapError`: LM_USAGE for a question that
 * is not in its form, LM_INTERRUPTED when it was stopped, and the codes of its declaration.
 */
export type Ask = Asks<typeof questions>;

/** The functions behind the questions of some names, which take what has been checked. */
export type Answers<N extends QuestionName = QuestionName> = AnswersTo<Pick<typeof questions, N>>;
