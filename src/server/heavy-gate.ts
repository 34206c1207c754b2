import type { FastifyReply } from "fastify";
import { LevermapError } from "../base/errors.ts";
import { sendError } from "./errors.ts";
import { tooFast } from "./guard.ts";

/** Heavy questions that are answered at the same time: each keeps a processor busy. */
const mostAtOnce = 2;

/** Works for a client as long as it is there, for so many at a time; others are asked to come again after `seconds`. */
export type HeavyGate = <T>(reply: FastifyReply, seconds: number, work: (signal: AbortSignal) => Promise<T>) => Promise<T | undefined>;

export function createHeavyGate(): HeavyGate {
  let running = 0;
  return async (reply, seconds, work) => {
    const busy = running >= mostAtOnce ? tooFast(reply, seconds, "This server solves two plans at a time, and both are under way.") : null;
    if (busy !== null) {
      sendError(reply, busy);
      return undefined;
    }
    running += 1;
    try {
      return await work(goneSignal(reply));
    } finally {
      running -= 1;
    }
  };
}

/** Ends the work for a client that has gone. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) gone.abort(new LevermapError("LM_INTERRUPTED", "The client has gone."));
  });
  return gone.signal;
}
