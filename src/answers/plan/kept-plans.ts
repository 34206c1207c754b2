import type { KeptAnswers } from "../../workspace/kept-answers.ts";
import type { Json } from "../../workspace/kept-files.ts";

/** An answer that rests on a plan, with the seconds that the search for it was given. */
interface Kept<T> {
  readonly seconds: number;
  readonly answer: T;
}

/** What tells an answer on a plan from others, and when one that is kept may stand for it. */
export interface KeptPlan<T> {
  /** Where answers are kept; `null`: nowhere. */
  readonly kept: KeptAnswers | null;
  /** Everything that decides the answer but the seconds. */
  readonly key: Json;
  /** The longest search. */
  readonly seconds: number;
  /** Whether time was up before the plan was near enough to the best. */
  readonly isStopped: (answer: T) => boolean;
}

/**
 * An answer on a plan, kept or worked out and then kept. One for which time was up stands only for those who give no more time; another takes its place.
 */
export async function keptOrSolved<T>({ kept, key, seconds, isStopped }: KeptPlan<T>, solve: () => Promise<T>): Promise<T> {
  const found = ((await kept?.read(key)) ?? null) as Kept<T> | null;
  if (found !== null && (found.seconds >= seconds || !isStopped(found.answer))) return found.answer;
  const answer = await solve();
  await kept?.write(key, { seconds, answer });
  return answer;
}

/** A question as the key of its answer: its fields in alphabetical order, without the seconds of the search and what is not given. */
export const questionKey = (question: object): string =>
  JSON.stringify(
    Object.entries(question)
      .filter(([field, value]) => value !== undefined && field !== "seconds")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
