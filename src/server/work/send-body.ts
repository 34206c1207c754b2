import type { FastifyReply, FastifyRequest } from "fastify";
import { pageOfAnswer } from "../list-page.ts";
import { type AnswerBody, takesPacked, unpacked } from "./answer-body.ts";

/** Sends an answer as it is kept, packed, to whoever takes that; where a page of it is asked for, that. */
export function sendBody(request: FastifyRequest, reply: FastifyReply, body: AnswerBody): FastifyReply {
  reply.type("application/json; charset=utf-8");
  const page = pageOfAnswer(request, reply, () => unpacked(body));
  if (page !== null) return reply.send(page);
  if (typeof body === "string") return reply.send(body);
  reply.header("vary", "accept-encoding");
  return takesPacked(request.headers["accept-encoding"]) ? reply.header("content-encoding", "gzip").send(body) : reply.send(unpacked(body));
}
