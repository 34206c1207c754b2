import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isAnswer } from "./is-answer.ts";
import type { Live, Serving } from "./live.ts";
import { onPastDay } from "./past-day.ts";

/** Names the generation that an answer is of. */
export const generationHeader = "x-levermap-generation";

declare module "fastify" {
  interface FastifyRequest {
    /** What the request is answered from, from beginning to end. */
    serving: Serving;
  }
}

/** Gives each request a generation, which it gives back when it is over. */
export function addServing(server: FastifyInstance, live: Live, longestAnswer: number): void {
  server.decorateRequest("serving", null as unknown as Serving);
  server.addHook("onRequest", async (request, reply) => {
    take(request, reply, live);
  });
  server.addHook("preClose", async () => {
    await live.idle(longestAnswer);
    await live.close();
  });
}

function take(request: FastifyRequest, reply: FastifyReply, live: Live): void {
  const { serving, giveBack } = live.take();
  request.serving = serving;
  reply.raw.once("close", giveBack).once("finish", giveBack);
  if (serving.generation !== null && isAnswer(request) && !reply.raw.headersSent) reply.header(generationHeader, serving.generation);
}

/** Looks for another generation, from which the request is answered then, on the same day. */
export async function moveOn(request: FastifyRequest, reply: FastifyReply, live: Live): Promise<void> {
  const { at } = request.serving;
  await live.look();
  take(request, reply, live);
  if (at !== undefined) request.serving = onPastDay(request.serving, at.toISOString().slice(0, 10));
}
