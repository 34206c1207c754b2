import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { FastifyInstance } from "fastify";

const types: Readonly<Record<string, string>> = { ".js": "application/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };

/** Serves the files of a folder that the build has packed by brotli: as they are to who takes that, unpacked to all others. */
export function addPackedFiles(server: FastifyInstance, folder: string, cacheControl: string): void {
  const packed = existsSync(folder) ? readdirSync(folder).filter((name) => extname(name) === ".br") : [];
  for (const file of packed) {
    const name = basename(file, ".br");
    const type = types[extname(name)] ?? "application/octet-stream";
    const bytes = readFileSync(join(folder, file));
    server.get(`/${basename(folder)}/${name}`, { schema: { hide: true } }, async ({ headers }, reply) => {
      reply.type(type).header("cache-control", cacheControl).header("vary", "accept-encoding").serializer(String);
      const takes = /(?:^|[\s,])br(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(headers["accept-encoding"]?.toString() ?? "");
      return takes ? reply.header("content-encoding", "br").send(bytes) : reply.send(brotliDecompressSync(bytes));
    });
  }
}
