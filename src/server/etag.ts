import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { buildId } from "../base/build-id.ts";
import { isAnswer } from "./is-answer.ts";
import { wantsEvents } from "./work/events.ts";

/** Answers on names and customers are kept by nobody. */
const privateTags: ReadonlySet<string> = new Set(["screening"]);

/**
 * Lets clients keep answers and ask whether they still hold: an answer is decided by question, generation, days and build.
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
  const text = JSON.stringify([buildId ?? "", serving.generation, days, url]);
  return `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
}

/** Whether one of the tags that a client has is the one of now; weak tags are compared without their mark. */
function holds(given: string | undefined, tag: string): boolean {
  const plain = (each: string): string => each.trim().replace(/^W\//, "");
  return given?.split(",").some((each) => plain(each) === plain(tag)) ?? false;
}
