import type { FastifyReply } from "fastify";
import { LevermapError } from "../base/errors.ts";

/** Ends the work for a client that has gone. */
export function goneSignal({ raw }: FastifyReply): AbortController {
  const gone = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) gone.abort(new LevermapError("LM_INTERRUPTED", "The client has gone."));
  });
  return gone;
}
