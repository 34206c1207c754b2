import { LevermapError } from "./errors.ts";

/** Time that somebody gives for an answer. Without one the answer is the same on any machine. */
export interface TimeLimit {
  /** As it was given; `null`: none was. */
  readonly seconds: number | null;
  /** Seconds that are left, by the clock; infinite where no limit was given. */
  left(): number;
  /** Whether it is over; once it is, it stays so. */
  isUp(): boolean;
}

/** A limit that begins now. */
export function createTimeLimit(seconds: number | undefined): TimeLimit {
  if (seconds === undefined) return noTimeLimit;
  if (!(seconds > 0)) throw new LevermapError("LM_USAGE", `${seconds} seconds are not enough to answer in: give more than 0.`);
  const end = performance.now() + seconds * 1000;
  const left = (): number => Math.max(0, (end - performance.now()) / 1000);
  return { seconds, left, isUp: () => left() === 0 };
}

export const noTimeLimit: TimeLimit = { seconds: null, left: () => Number.POSITIVE_INFINITY, isUp: () => false };
