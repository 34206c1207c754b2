import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { keptWith } from "../base/collections.ts";
import { dayOf } from "../base/days.ts";
import { LevermapError } from "../base/errors.ts";
import { isAnswer } from "./errors.ts";
import type { Live, Serving } from "./live.ts";

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

/** Days that one generation is asked of at a time; those asked of before are made anew. */
const mostDays = 50;

const byDay = keptWith((_: Serving) => new Map<string, Serving>());

/** The same data as it was answered from on a day that is past, `YYYY-MM-DD`: what the map knew by then, and none of what it has learnt of later days. */
export function onPastDay(serving: Serving, day: string): Serving {
  const days = byDay(serving);
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= mostDays) days.delete(days.keys().next().value as string);
  const made = { ...serving, at: new Date(`${day}T12:00:00Z`) };
  days.set(day, made);
  return made;
}

/** The field of a day in the query of every question that has none of its own. */
export const dayFields = {
  asOf: z.string().max(10).optional().describe("a day that is past, YYYY-MM-DD: what was known by then (today)"),
};

/** What a question asked of a day is answered from. @param today `YYYY-MM-DD` @param fixed the only day that is served; absent: any up to today. Throws LM_USAGE. */
export function servingOn(serving: Serving, asked: string | undefined, today: string, fixed: string | undefined): Serving {
  if (asked === undefined || asked === today) return serving;
  if (dayOf(asked) === null) throw new LevermapError("LM_USAGE", `A day is written as ${today}, not "${asked}".`, { asOf: asked });
  if (asked > today) throw new LevermapError("LM_USAGE", `${asked} is to come: this service answers as of ${today}.`, { asOf: asked });
  if (fixed !== undefined) throw new LevermapError("LM_USAGE", `This service answers as of ${fixed} alone.`, { asOf: asked });
  return onPastDay(serving, asked);
}
