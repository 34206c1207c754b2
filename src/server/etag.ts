import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Question } from "../answers/shared/question.ts";
import { type QuestionName, questions } from "../ask/questions.ts";
import { buildId } from "../base/build-id.ts";
import type { Json } from "../workspace/kept-files.ts";
import { isAnswer } from "./errors.ts";
import { restsOnKept } from "./work/answer-key.ts";
import { wantsEvents } from "./work/events.ts";

/** Answers on names and customers are kept by nobody. */
const privateTags: ReadonlySet<string> = new Set(["screening"]);

declare module "fastify" {
  interface FastifyContextConfig {
    /** The question that the route answers; absent: it may rest on all there is. */
    question?: QuestionName;
  }
}

/**
 * Lets clients keep answers and ask whether they still hold: an answer is decided by question, build, the kinds of data that the question reads, and days where it depends on
 * them. Of what people keep, and of routes without a question, the generation stands for the data.
 * @param days that answers are as of, and of now
 */
export function addEtags(server: FastifyInstance, days: () => readonly string[]): void {
  server.addHook("preHandler", async (request, reply) => {
    const tag = tagOf(request, days());
    if (tag === null) return undefined;
    if (!holds(request.headers["if-none-match"], tag)) return undefined;
    return reply.headers({ etag: tag, "cache-control": kept }).code(304).send();
  });
  server.addHook("onSend", async (request, reply) => {
    // By now it may have been answered from another generation than it began with
    const tag = reply.statusCode === 200 ? tagOf(request, days()) : null;
    if (tag !== null) reply.headers({ etag: tag, "cache-control": kept });
  });
}

/** In the client alone, and asked again each time. */
const kept = "private, no-cache";

/** `null`: not to be kept. */
function tagOf(request: FastifyRequest, days: readonly string[]): string | null {
  const { method, url, serving, routeOptions } = request;
  if ((method !== "GET" && method !== "HEAD") || serving.generation === null) return null;
  // What administrators ask is of the server or its folder, of which the generation tells nothing
  if (routeOptions.config.role === "administrator" || routeOptions.config.isOfServer) return null;
  const { tags = [] } = (routeOptions.schema ?? {}) as { readonly tags?: readonly string[] };
  if (!isAnswer(request) || tags.length === 0 || tags.some((tag) => privateTags.has(tag)) || wantsEvents(request)) return null;
  const text = JSON.stringify([buildId ?? "", ...restsOn(request, days), url]);
  return `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
}

/** What decides the answer to a request beside its address. */
function restsOn({ serving, query, routeOptions }: FastifyRequest, days: readonly string[]): readonly Json[] {
  const { question } = routeOptions.config;
  if (question === undefined) return [serving.generation, days];
  const declaration: Question = questions[question];
  const state = restsOnKept({ name: question, input: query }) ? null : serving.stateOf?.(question);
  return [state ?? serving.generation, isOfDay(declaration) ? days : []];
}

/** Back-tests are as of days of their own, of facts that are known on the present one. */
export const isOfDay = ({ dated, cost }: Pick<Question, "dated" | "cost">): boolean => dated || cost === "heavy";

/** Whether one of the tags that a client has is the one of now; weak tags are compared without their mark. */
function holds(given: string | undefined, tag: string): boolean {
  const plain = (each: string): string => each.trim().replace(/^W\//, "");
  return given?.split(",").some((each) => plain(each) === plain(tag)) ?? false;
}
