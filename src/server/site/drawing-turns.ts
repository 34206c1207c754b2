import { setImmediate } from "node:timers/promises";
import { FairQueue, type QueueLimits } from "../work/fair-queue.ts";

/** Who asks, and until when. */
export interface Visitor {
  readonly client: string;
  /** The visitor has gone. */
  readonly signal: AbortSignal;
}

/** Does what keeps this process from all else for a while: for one at a time, in turn by client. Throws LM_SERVER_TOO_MANY, and the reason of the signal. */
export type InTurn = <T>(visitor: Visitor, draw: () => T | Promise<T>) => Promise<T>;

/** How many wait, of one client and of all. */
export type WaitingLimits = Pick<QueueLimits, "mostWaiting" | "mostOfClient">;

/** Assumed: a page asks for a dozen answers, and who shows links asks for some pages at once. */
const ofPages: WaitingLimits = { mostWaiting: 1000, mostOfClient: 240 };

/** Pages take some hundredths of a second, between which others are answered. */
export function drawingTurns(limits: WaitingLimits = ofPages): InTurn {
  const queue = new FairQueue({ slots: 1, ...limits });
  return async ({ client, signal }, draw) => {
    const leave = await queue.enter(new Set([client]), "seconds", signal);
    try {
      await setImmediate();
      return await draw();
    } finally {
      leave();
    }
  };
}

/** Waits for a turn that lasts until the one who waits does so anew for something else. */
export const takeTurn = (inTurn: InTurn, visitor: Visitor): Promise<void> =>
  new Promise((resolve, reject) => {
    const untilNext = (): Promise<void> => {
      resolve();
      return setImmediate();
    };
    inTurn(visitor, untilNext).catch(reject);
  });
