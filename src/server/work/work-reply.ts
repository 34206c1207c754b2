import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { LevermapError } from "../../base/errors.ts";
import { jsonInEnglish } from "../../words/tell.ts";
import { faultBody, type Report } from "../errors.ts";
import { pageOfAnswer } from "../list-page.ts";
import type { Live } from "../live.ts";
import { faults } from "../route-schemas.ts";
import { moveOn } from "../serving.ts";
import { type AnswerBody, bodyInEnglish, takesPacked, unpacked } from "./answer-body.ts";
import type { Waiter } from "./desk.ts";
import { openEvents, wantsEvents } from "./events.ts";
import type { Lane } from "./fair-queue.ts";
import { type Asked, Moved } from "./runner.ts";

export const stopPath = "/api/work/:id/stop";

/** Gives what a question asks of the desk to the client of a request, as an answer or as events. */
export type WorkReply = (request: FastifyRequest, reply: FastifyReply, asked: Asked, lane: Lane) => Promise<unknown>;

/** The desk as requests meet it: they are told of steps, and may be stopped by their client, under their id or by its going. */
export function addWork(server: FastifyInstance, live: Live, report: Report): WorkReply {
  const stops = new Map<string, AbortController>();
  const keyOf = (client: string, id: string): string => JSON.stringify([client, id]);
  server.post<{ Params: { id: string } }>(
    stopPath,
    {
      config: { role: "analyst" },
      schema: {
        operationId: "stopWork",
        tags: ["workspace"],
        summary: "Stops the work on a question of yours: it is answered with LM_INTERRUPTED",
        params: z.object({
          id: z
            .string()
            .min(1)
            .max(64)
            .describe("the x-request-id that the question was sent with")
            .meta({ examples: ["9f86d081884c7d65"] }),
        }),
        response: { 200: z.object({ stopped: z.boolean() }), ...faults({ errors: [] }) },
      },
    },
    async ({ params, client }) => {
      const stop = stops.get(keyOf(client, params.id));
      stop?.abort(new LevermapError("LM_INTERRUPTED", "The client stopped the question."));
      return { stopped: stop !== undefined };
    },
  );
  return async (request, reply, asked, lane) => {
    const [client, stop] = [request.client, goneSignal(reply)];
    const key = keyOf(client, request.id);
    stops.set(key, stop);
    const { signal } = stop;
    const ask = async (onStep?: Waiter["onStep"]): Promise<AnswerBody> => {
      const once = () => request.serving.desk.ask(asked, lane, { client, signal, onStep, at: request.serving.at });
      try {
        return await once();
      } catch (thrown) {
        if (!(thrown instanceof Moved)) throw thrown;
        await moveOn(request, reply, live);
        return once();
      }
    };
    try {
      if (wantsEvents(request)) return await answerEvents(reply, report, ask);
      return sendBody(request, reply, await ask());
    } finally {
      if (stops.get(key) === stop) stops.delete(key);
    }
  };
}

async function answerEvents(
  reply: FastifyReply,
  report: Report,
  ask: (onStep: (step: object) => void) => Promise<AnswerBody>,
): Promise<FastifyReply> {
  const events = openEvents(reply);
  try {
    const whole = jsonInEnglish(unpacked(await ask((step) => events.tell("step", JSON.stringify(step)))));
    events.tell("answer", pageOfAnswer(reply.request, reply, () => whole) ?? whole);
  } catch (thrown) {
    events.tell("fault", JSON.stringify(faultBody(thrown, reply.request, report)));
  }
  events.end();
  return reply;
}

/** Sends an answer as it is kept, packed, to whoever takes that; where a page of it is asked for, that. */
export async function sendBody(request: FastifyRequest, reply: FastifyReply, said: AnswerBody): Promise<FastifyReply> {
  const body = await bodyInEnglish(said);
  reply.type("application/json; charset=utf-8");
  const page = pageOfAnswer(request, reply, () => unpacked(body));
  if (page !== null) return reply.send(page);
  if (typeof body === "string") return reply.send(body);
  reply.header("vary", "accept-encoding");
  return takesPacked(request.headers["accept-encoding"]) ? reply.header("content-encoding", "gzip").send(body) : reply.send(unpacked(body));
}

/** Ends the work for a client that has gone. */
export function goneSignal({ raw }: FastifyReply): AbortController {
  const gone = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) gone.abort(new LevermapError("LM_INTERRUPTED", "The client has gone."));
  });
  return gone;
}
