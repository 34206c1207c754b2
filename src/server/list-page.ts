import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { plainField } from "../answers/shared/read-words.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Lists of the answer that may be asked for page by page. */
    lists?: readonly string[];
  }
}

type Fields = Readonly<Record<string, unknown>>;

const usualLimit = 100;

/** The same two for every list; without both an answer is as long as it ever was. */
export const pageFields = {
  offset: z.number().int().min(0).max(1_000_000).optional().describe("how many of the list are left out before the page (0)"),
  limit: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe(
      `the most of the list, which the header Link leads on from: rel="next", "prev" (${usualLimit} with offset; without both the whole answer)`,
    ),
};

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** `null`: no page is asked for. */
function pageOf({ offset, limit }: Fields): Page | null {
  if (offset === undefined && limit === undefined) return null;
  return { offset: (offset as number | undefined) ?? 0, limit: (limit as number | undefined) ?? usualLimit };
}

/** How many are asked for in one go, so that pages near one another come from one answer. */
const steps = [100, 1000, 10_000];

/**
 * The question behind a page: all of it, or of a list that is told from the top on (`top` of `fields`) so much that the page and whether there is a next are in it.
 * A `top` of one's own stands: its pages end there.
 */
export function wholeOf(query: Fields, fields: Readonly<Record<string, z.ZodType>>): Fields {
  const { offset: _, limit: __, ...rest } = query;
  const page = pageOf(query);
  if (page === null || fields.top === undefined || rest.top !== undefined) return rest;
  const { maxValue } = plainField(fields.top) as z.ZodNumber;
  const most = maxValue ?? (steps.at(-1) as number);
  return { ...rest, top: Math.min(most, steps.find((step) => step > page.offset + page.limit) ?? most) };
}

/** The page of an answer (JSON) that a request asks for, with headers that lead to the others; where it asks for none, the answer as it is. */
export function pageOfAnswer({ query, routeOptions, url }: FastifyRequest, reply: FastifyReply, read: () => string): string | null {
  const { lists } = routeOptions.config;
  const page = lists === undefined ? null : pageOf(query as Fields);
  if (lists === undefined || page === null) return null;
  const answer = JSON.parse(read()) as Record<string, unknown>;
  const found = lists.flatMap((name) => (Array.isArray(answer[name]) ? [[name, answer[name] as readonly unknown[]] as const] : []));
  const { offset, limit } = page;
  for (const [name, list] of found) answer[name] = list.slice(offset, offset + limit);
  const longest = Math.max(0, ...found.map(([, list]) => list.length));
  const links = [
    ...(offset + limit < longest ? [link(url, { offset: offset + limit, limit }, "next")] : []),
    ...(offset > 0 ? [link(url, { offset: Math.max(0, offset - limit), limit }, "prev")] : []),
  ];
  if (links.length > 0) reply.header("link", links.join(", "));
  return JSON.stringify(answer);
}

/** Relative to what was asked, so that it holds behind a proxy too. */
function link(url: string, { offset, limit }: Page, rel: "next" | "prev"): string {
  const words = new URLSearchParams(url.split("?", 2)[1] ?? "");
  words.set("offset", String(offset));
  words.set("limit", String(limit));
  return `<?${words}>; rel="${rel}"`;
}
