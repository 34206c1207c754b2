import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const year = 31_536_000;

/** Serves the built web page. Files under `assets/` carry a hash in their names and never change. */
export function addPages(server: FastifyInstance, webDir: string): void {
  if (!existsSync(join(webDir, "index.html"))) return;
  server.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    cacheControl: false,
    dotfiles: "ignore",
    setHeaders: (response, path) => {
      const hashed = path.slice(webDir.length).split(/[\\/]/).includes("assets");
      response.setHeader("cache-control", hashed ? `public, max-age=${year}, immutable` : "no-cache");
    },
  });
}
