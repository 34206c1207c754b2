import type { Command } from "commander";
import type { QuestionName } from "../answers/ask/questions.ts";
import type { CommandOf, Question } from "../answers/shared/question.ts";
import type { Levermap } from "../library/open.ts";
import type { CommonOptions, Context } from "./context.ts";
import type { Field } from "./field-option.ts";

/** A question with the command that asks it. */
export interface Asked {
  readonly name: QuestionName;
  readonly declaration: Question;
  readonly command: CommandOf;
  /** What the command offers of its fields. */
  readonly fields: readonly Field[];
}

export type Options = CommonOptions & Readonly<Record<string, unknown>>;

/** What a command does beside asking its questions. */
export interface Extras {
  /** Adds options and commands of its own. */
  readonly add: (command: Command, signal: AbortSignal) => void;
  /** Names of its own options, as commander gives them. */
  readonly own: readonly string[];
  /** Does something else where its options say so; `null`: the question is asked. */
  readonly instead?: (words: readonly string[], options: Options, signal: AbortSignal) => Promise<void> | null;
  /** Works on the answer before it is printed. */
  readonly after?: (answer: never, options: Options, map: Levermap, context: Context) => unknown;
}
