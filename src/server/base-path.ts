import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { LevermapError } from "../base/errors.ts";

const form = /^(?:\/[A-Za-z0-9][A-Za-z0-9._~-]{0,63}){1,8}$/;

/** First parts of the routes of a server, which a path before them must not be taken for. */
const ofRoutes: ReadonlySet<string> = new Set(
  [
    "api match search entities catalog algorithms metrics healthz readyz assets mark.svg",
    "map session economy technology organisation scenarios scenario published leverage clout plans plan patents patent holder controls control item screen backtests data",
  ].flatMap((names) => names.split(" ")),
);

/** A path before all routes as it is used, such as `/levermap`; empty: there is none. Throws LM_USAGE. */
export function readBasePath(given: string): string {
  const path = `/${given.replace(/^\/+|\/+$/g, "")}`;
  if (path === "/") return "";
  if (form.test(path) && !ofRoutes.has(path.split("/")[1]!)) return path;
  throw new LevermapError("LM_USAGE", `A base path is such as /levermap, and begins with no route of the server itself; not "${given}".`, {
    given,
  });
}

/** The address of a request without the path before it; what a proxy has taken away already stays as it is. */
export function withoutBasePath(base: string): (request: Pick<IncomingMessage, "url">) => string {
  const below = new RegExp(`^${base.replaceAll(".", "\\.")}(?=[/?#]|$)`);
  return ({ url = "/" }) => {
    if (base === "" || !below.test(url)) return url;
    const left = url.replace(below, "");
    return left.startsWith("/") ? left : `/${left}`;
  };
}

/** Sends whoever leaves the last stroke out to the page, whose own addresses are relative to it. */
export function addBasePath(server: FastifyInstance, base: string): void {
  if (base === "") return;
  server.addHook("onRequest", async ({ originalUrl, method }, reply) => {
    const [path, query] = originalUrl.split("?", 2);
    if (path !== base || (method !== "GET" && method !== "HEAD")) return undefined;
    return reply.redirect(`${base}/${query === undefined ? "" : `?${query}`}`, 308);
  });
}
