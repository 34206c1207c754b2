import { setImmediate } from "node:timers/promises";
import { FairQueue } from "../work/fair-queue.ts";

/** Does what keeps this process from all else for a while: for one at a time, in turn by client. Throws LM_SERVER_TOO_MANY. */
export type InTurn = <T>(client: string, draw: () => T | Promise<T>) => Promise<T>;

/** Assumed: who shows links asks for a card or two at once. */
const limits = { slots: 1, mostWaiting: 40, mostOfClient: 6 } as const;

/** Cards and reports take some tenths of a second each, between which others are answered. */
export function drawingTurns(): InTurn {
  const queue = new FairQueue(limits);
  const { signal } = new AbortController();
  return async (client, draw) => {
    const leave = await queue.enter(new Set([client]), "seconds", signal);
    try {
      await setImmediate();
      return await draw();
    } finally {
      leave();
    }
  };
}
