import type { DataKind } from "../../workspace/data-kinds.ts";
import type { Json } from "../../workspace/kept-files.ts";

/** Folders of kept answers in that of a workspace: what was asked for, and what every visitor asks for. */
export const answerFolders = { asked: "answers", usual: "answers/usual" } as const;

/** Files that stay: of usual answers those of today and of tomorrow, on two states of the data. */
export const mostAnswers = { usual: 8000, asked: 1000 };

/** What decides kept answers beside question and day: the code, and the data that the question reads. */
export const versionOf = (build: string, reads: readonly DataKind[], state: readonly string[]): Json => [build, reads.join(), ...state];

/** A checked question on a day as its answer is kept, in whatever order its fields stand. */
export function keyOf(day: string, name: string, input: object): string {
  const fields = Object.entries(input).filter(([, value]) => value !== undefined);
  return JSON.stringify([day, name, Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)))]);
}

/**
 * What tells the day of an answer from others.
 * @param asOf the day asked for, `YYYY-MM-DD`; `null`: none was, so that it is today
 * @param today `YYYY-MM-DD`; where a day to come is asked for, the answer names both
 */
export const dayKey = (asOf: string | null, today: string): string =>
  asOf === null ? today : asOf > today ? `as of ${asOf}, on ${today}` : `as of ${asOf}`;
