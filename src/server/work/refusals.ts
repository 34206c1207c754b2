import type { Question } from "../../answers/shared/question.ts";
import { type QuestionName, questions } from "../../ask/questions.ts";
import { type ErrorCode, LevermapError } from "../../base/errors.ts";
import { keepingOf } from "./answer-key.ts";
import type { Asked } from "./runner.ts";

/** Codes of what cannot be answered: asking again of the same data would change nothing. */
export const refusalsOf = (name: QuestionName): readonly ErrorCode[] => ["LM_USAGE", ...(questions[name] as Question).errors];

/** Each is a short text. */
const most = 2000;

/** What cannot be answered of one generation, as the half-life of what nobody holds: known once it was asked for, it takes no process again. */
export class Refusals {
  readonly #known = new Map<string, LevermapError>();

  /** `null`: none is known. */
  get(key: string): LevermapError | null {
    return this.#known.get(key) ?? null;
  }

  /** Keeps what was thrown where it is one, of a question whose answer would be kept too. */
  keep(key: string, asked: Asked, thrown: unknown): void {
    const isRefusal = thrown instanceof LevermapError && refusalsOf(asked.name).includes(thrown.code);
    if (!isRefusal || keepingOf(asked) !== "disk") return;
    this.#known.set(key, thrown);
    if (this.#known.size > most) this.#known.delete(this.#known.keys().next().value as string);
  }
}
