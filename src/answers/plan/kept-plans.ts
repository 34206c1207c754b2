import type { KeptAnswers } from "../../workspace/kept-answers.ts";
import type { Json } from "../../workspace/kept-files.ts";

/** What tells an answer on a plan from others, and when one that is kept may stand for it. */
export interface KeptPlan<T> {
  /** Where answers are kept; `null`: nowhere. */
  readonly kept: KeptAnswers | null;
  /** Everything that decides the answer but the time that is given for it. */
  readonly key: Json;
  /** Whether the time that was given was up before the answer was whole. */
  readonly isCut: (answer: T) => boolean;
}

/** An answer on a plan, kept or worked out and then kept. One that time cut short is not kept. */
export async function keptOrSolved<T>({ kept, key, isCut }: KeptPlan<T>, solve: () => Promise<T>): Promise<T> {
  const found = (await kept?.read(key)) ?? null;
  if (found !== null) return found as T;
  const answer = await solve();
  if (!isCut(answer)) await kept?.write(key, answer as Json);
  return answer;
}

/** A question as the key of its answer: its fields in alphabetical order, without the time that is given and what is not. */
export const questionKey = (question: object): string =>
  JSON.stringify(
    Object.entries(question)
      .filter(([field, value]) => value !== undefined && field !== "seconds")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
