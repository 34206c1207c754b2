import type { Middleware } from "openapi-fetch";

interface Kept {
  readonly tag: string;
  readonly body: string;
  readonly headers: Headers;
}

/**
 * Keeps answers that have an ETag, and asks whether they still hold: one that does is not sent again.
 * @param most answers that are kept; those that were not asked for longest go first
 */
export function keptAnswers(most: number): Middleware {
  const kept = new Map<string, Kept>();
  const asked = new WeakMap<Request, Kept>();
  return {
    onRequest({ request }) {
      const found = request.method === "GET" ? kept.get(request.url) : undefined;
      if (found === undefined) return undefined;
      request.headers.set("if-none-match", found.tag);
      asked.set(request, found);
      return request;
    },
    async onResponse({ request, response }) {
      const { method, url } = request;
      const tag = response.headers.get("etag");
      const held = response.status === 304 ? asked.get(request) : undefined;
      if (held === undefined && (method !== "GET" || response.status !== 200 || tag === null)) return undefined;
      const now = held ?? { tag: tag as string, body: await response.text(), headers: response.headers };
      kept.delete(url);
      kept.set(url, now);
      if (kept.size > most) kept.delete(kept.keys().next().value as string);
      return new Response(now.body, { headers: now.headers });
    },
  };
}
