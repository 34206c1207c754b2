import type { FastifyInstance, FastifyRequest } from "fastify";
import { LevermapError } from "../base/errors.ts";
import { type Access, carriesToken, knownHost } from "./access.ts";
import { sendError } from "./errors.ts";
import { securityHeaders } from "./headers.ts";
import type { RateGate } from "./rate.ts";

/** Bytes of body a request may bring: every route is a GET, so hardly any. */
export const bodyLimit = 1024;

const underApi = /^\/api(?:[/?#]|$)/;

/** By the route that will answer, not by the address alone: `/%61pi/map` is answered as `/api/map`. */
const isApi = (request: FastifyRequest): boolean => underApi.test(request.routeOptions.url ?? request.url) || underApi.test(request.url);

/** Turns away, before any work is done, whoever may not ask. */
export function addGuard(server: FastifyInstance, access: Access, gate: RateGate): void {
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    if (isApi(request)) reply.header("cache-control", "no-store");
    if (!knownHost(request.headers.host, access.names)) {
      return sendError(reply, new LevermapError("LM_SERVER_HOST_REFUSED", "This server does not go by the name the request was sent to."));
    }
    const wait = gate.wait(request.ip);
    if (wait > 0) {
      reply.header("retry-after", Math.ceil(wait));
      return sendError(reply, new LevermapError("LM_SERVER_TOO_MANY", "Too many requests from this address."));
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      reply.header("allow", "GET, HEAD");
      return sendError(reply, new LevermapError("LM_SERVER_METHOD", `This server answers GET only, not ${request.method}.`));
    }
    if (Number(request.headers["content-length"] ?? 0) > bodyLimit || request.headers["transfer-encoding"] !== undefined) {
      return sendError(reply, new LevermapError("LM_SERVER_TOO_LARGE", `A request may bring at most ${bodyLimit} bytes.`));
    }
    if (access.token !== null && isApi(request) && !carriesToken(request.headers.authorization, access.token)) {
      reply.header("www-authenticate", "Bearer");
      return sendError(reply, new LevermapError("LM_SERVER_TOKEN_WRONG", "The request carries no token, or another one."));
    }
    return undefined;
  });
}
