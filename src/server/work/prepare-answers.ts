import { availableParallelism } from "node:os";
import type { Question } from "../../answers/shared/question.ts";
import { type QuestionName, questions } from "../../ask/questions.ts";
import { asLevermapError, type ErrorCode, LevermapError, unless } from "../../base/errors.ts";
import type { Levermap } from "../../library/open.ts";
import type { Json } from "../../workspace/kept-files.ts";
import { packed, unpacked } from "./answer-body.ts";
import type { AnswerFiles } from "./answer-files.ts";
import { answerKey, keepingOf } from "./answer-key.ts";
import { dayKey } from "./answer-name.ts";
import { AnswerProcesses } from "./answer-processes.ts";
import { type Asked, Moved, type Runner } from "./runner.ts";
import { type Asking, longest, usualQuestions } from "./usual-questions.ts";

/** Each needs 300 to 500 MB. */
const mostProcesses = 2;

export interface PrepareOptions {
  readonly map: Pick<Levermap, "dir" | "generation">;
  /** Where answers of its data are kept; `null`: nowhere, so that there is nothing to do. */
  readonly files: AnswerFiles | null;
  /** Day of all answers, `YYYY-MM-DD`; `null`: `today`. */
  readonly asOf: string | null;
  /** The day on which they will be asked for, `YYYY-MM-DD`. */
  readonly today: string;
  readonly signal: AbortSignal;
  /** Leaves for later what takes minutes. */
  readonly isQuick?: boolean | undefined;
  /** What else is to be there, as it was asked for of late. */
  readonly also?: readonly Asked[] | undefined;
  /** Works the answers out, and is closed at the end; default: processes of the lowest priority. */
  readonly runner?: Runner | undefined;
  /** Answers that are there, of all. */
  readonly onStep?: ((done: number, total: number) => void) | undefined;
}

/** How many answers were worked out, and how many were there before. */
export interface Prepared {
  readonly made: number;
  readonly there: number;
  /** Those that cannot be given, as the half-life of what nobody holds. */
  readonly faults: number;
}

/**
 * Works out what every visitor may ask for and keeps it in the workspace folder, in processes of the lowest priority. What is there already is left as it
 * is; ends early where the workspace is of another generation by now. Rejects with the reason of `signal`, and where they
 * cannot be kept, as on a full disk: LM_DISK_SPACE, LM_NO_PERMISSION.
 */
export async function prepareAnswers({
  map,
  files,
  asOf,
  today,
  signal,
  isQuick = false,
  also = [],
  runner,
  onStep,
}: PrepareOptions): Promise<Prepared> {
  const [day, now, told] = [dayKey(asOf, today), Date.parse(`${today}T12:00:00Z`), { made: 0, there: 0, faults: 0 }];
  if (files === null) return told;
  const done = await files.usual(null).read(["all", day]);
  if (done !== null && also.length === 0) return JSON.parse(done.toString("utf8"));
  const { dir, generation } = map;
  const working = runner ?? new AnswerProcesses({ dir, asOf, generation, isAhead: true });
  const answer = async (asked: Asked): Promise<Buffer> => packed(await working.run(asked, { now, signal, onStep: () => undefined }));
  const keep = async (name: QuestionName | null, key: Json, body: Buffer): Promise<void> => {
    const hindrance = await files.usual(name).write(key, body);
    if (hindrance !== null) throw asLevermapError(hindrance);
  };
  const known: Asking = async (name, input = {}) => {
    const kept = await files.usual(name).read(answerKey(day, { name, input }));
    return JSON.parse(unpacked(kept ?? (await answer({ name, input }))));
  };
  const prepare = async (asked: Asked): Promise<void> => {
    const key = answerKey(day, asked);
    // Whoever works out the others keeps them.
    const isFiled = keepingOf(asked) === "disk";
    if (isFiled && ((await files.usual(asked.name).has(key)) || (await files.asked(asked.name).has(key)))) {
      told.there++;
      return;
    }
    const body = await unless(
      refusalsOf(asked.name),
      () => answer(asked),
      () => null,
    );
    told[body === null ? "faults" : "made"]++;
    if (body !== null && isFiled) await keep(asked.name, key, body);
  };
  let [loops, isOver]: [readonly Promise<void>[], boolean] = [[], false];
  try {
    const all = [...(done === null ? await usualQuestions(known) : []), ...also.map((asked) => [asked])];
    const groups = isQuick ? all.map((group) => group.filter(({ name }) => !longest.has(name))) : all;
    const [waiting, total] = [groups.values(), groups.reduce((sum, group) => sum + group.length, 0)];
    const work = async (): Promise<void> => {
      for (const group of waiting)
        for (const asked of group) {
          if (isOver) return;
          await prepare(asked);
          onStep?.(told.made + told.there + told.faults, total);
        }
    };
    loops = Array.from({ length: Math.min(mostProcesses, availableParallelism()) }, work);
    await Promise.all(loops);
    const whole: Prepared = { made: 0, there: told.made + told.there, faults: told.faults };
    if (done === null && !isQuick) await keep(null, ["all", day], Buffer.from(JSON.stringify(whole)));
    return told;
  } catch (thrown) {
    if (thrown instanceof Moved) return told;
    throw thrown;
  } finally {
    isOver = true;
    await working.close();
    await Promise.allSettled(loops);
  }
}

/** Codes of what cannot be answered: asking again of the same data would change nothing. */
const refusalsOf = (name: QuestionName): readonly ErrorCode[] => ["LM_USAGE", ...(questions[name] as Question).errors];

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
