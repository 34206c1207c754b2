import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** What is told of a request when it is over. No address, no question and nobody's name: those asked for stand in addresses and bodies. */
export interface AccessLine {
  /** When it was over, ISO 8601. */
  readonly time: string;
  readonly id: string;
  readonly method: string;
  /** As it is declared, such as `/api/technologies/:id`; `null`: there is none for it. */
  readonly route: string | null;
  /** `null`: the client went before the answer was whole. */
  readonly status: number | null;
  readonly milliseconds: number;
}

/** Takes a line of each request. */
export type Tell = (line: AccessLine) => void;

/** Ids as proxies give them: hexadecimal, so that no name passes for one. */
const passedOn = /^[\da-f-]{8,64}$/;

/** The id that a proxy gave a request, else a new one. */
export function requestId({ headers }: Pick<IncomingMessage, "headers">): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && passedOn.test(given) ? given : randomUUID();
}

/** Tells of a request once it is over, and gives its answer its id. */
export function watchRequest(request: FastifyRequest, reply: FastifyReply, tell: Tell): void {
  reply.header("x-request-id", request.id);
  const { raw } = reply;
  const begun = performance.now();
  raw.once("close", () =>
    tell({
      time: new Date().toISOString(),
      id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: raw.writableFinished ? raw.statusCode : null,
      milliseconds: Math.round((performance.now() - begun) * 10) / 10,
    }),
  );
}

/** Watches every request, also those that are turned away: to be added before the guard. */
export function addAccessLog(server: FastifyInstance, tell: Tell): void {
  server.addHook("onRequest", async (request, reply) => watchRequest(request, reply, tell));
}
