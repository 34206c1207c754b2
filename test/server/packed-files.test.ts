import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import fastify from "fastify";
import { afterAll, expect, it } from "vitest";
import { addPackedFiles } from "../../src/server/packed-files.ts";

const folder = mkdtempSync(join(tmpdir(), "levermap-packed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("sends packed files as they are to who takes them, and unpacked to others", async () => {
  const packed = brotliCompressSync("const a = 1;");
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "a.js.br"), packed);
  const server = fastify();
  addPackedFiles(server, join(folder, "assets"), "immutable");
  const ask = (accepted: string) => server.inject({ url: "/assets/a.js", headers: { "accept-encoding": accepted } });
  for (const accepted of ["gzip, deflate, br", "br;q=0.5"]) {
    const { rawPayload, headers } = await ask(accepted);
    expect(rawPayload.equals(packed)).toBe(true);
    expect(headers).toMatchObject({ "content-encoding": "br", "content-type": "application/javascript; charset=utf-8" });
  }
  for (const accepted of ["gzip", "gzip, br;q=0", ""]) {
    const { body, headers } = await ask(accepted);
    expect(body).toBe("const a = 1;");
    expect(headers).toMatchObject({ "cache-control": "immutable", vary: "accept-encoding" });
    expect(headers["content-encoding"]).toBeUndefined();
  }
});
