import type { FastifyReply, FastifyRequest } from "fastify";
import { type AnswerBody, takesPacked, unpacked } from "./answer-body.ts";

/** Sends an answer as it is kept, packed, to whoever takes that. */
export function sendBody(request: FastifyRequest, reply: FastifyReply, body: AnswerBody): FastifyReply {
  reply.type("application/json; charset=utf-8");
  if (typeof body === "string") return reply.send(body);
  reply.header("vary", "accept-encoding");
  return takesPacked(request.headers["accept-encoding"]) ? reply.header("content-encoding", "gzip").send(body) : reply.send(unpacked(body));
}
