import { setImmediate } from "node:timers/promises";

/** Work that may be interrupted wherever it yields. */
export type Turns<T> = Generator<void, T>;

/** Milliseconds of work after which others have a turn. */
const longestTurn = 10;

/** Units of work after which others may have a turn. */
const unitsOfTurn = 50;

/** Each of a list, with a turn for others every now and then. */
export function* eachInTurns<T>(list: Iterable<T>, work: (item: T, at: number) => void): Turns<void> {
  let at = 0;
  for (const item of list) {
    work(item, at);
    if (++at % unitsOfTurn === 0) yield;
  }
}

/** What is made of each of a list, in the same place. */
export function* mapInTurns<T, U>(list: Iterable<T>, make: (item: T) => U): Turns<U[]> {
  const all: U[] = [];
  yield* eachInTurns(list, (item) => void all.push(make(item)));
  return all;
}

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
