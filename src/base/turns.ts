import { setImmediate } from "node:timers/promises";

/** Work that may be interrupted wherever it yields. */
export type Turns<T> = Generator<void, T>;

/** Milliseconds of work after which others have a turn. */
const longestTurn = 10;

/** Does work in one go. */
export function atOnce<T>(work: Turns<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as T;
  }
}

/** Does work in turns with all else that the process has to do. */
export async function inTurns<T>(work: Turns<T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as T;
    if (performance.now() - begun < longestTurn) continue;
    await setImmediate();
    begun = performance.now();
  }
}
