import type { FastifyRequest } from "fastify";

const underAnswers = /^\/(?:(?:search|match|entities)\/|(?:api|catalog|algorithms|metrics)(?:[/?#]|$))/;

/** By the route that will answer, not by the address alone: `/%61pi/map` is answered as `/api/map`. */
export const isAnswer = (request: FastifyRequest): boolean =>
  underAnswers.test(request.routeOptions.url ?? request.url) || underAnswers.test(request.url);

/** Whether a page is asked for, as browsers do, not an answer or a file. */
export const wantsPage = (request: FastifyRequest): boolean => (request.headers.accept ?? "").includes("text/html") && !isAnswer(request);
