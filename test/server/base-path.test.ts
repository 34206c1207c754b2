import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { readBasePath, withoutBasePath } from "../../src/server/base-path.ts";
import { createServer, type ServerOptions } from "../../src/server/create-server.ts";
import { digestOf, usersOf } from "../../src/server/users.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { render } from "./site/serve-site.ts";

const webDir = join(temporaryFolder(), "web");
mkdirSync(join(webDir, "assets"), { recursive: true });
writeFileSync(join(webDir, "manifest.json"), JSON.stringify({ "src/site/site.ts": { file: "assets/a.js", css: [] } }));
writeFileSync(join(webDir, "assets", "a.js"), "its code");

const servers: FastifyInstance[] = [];
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))));

async function serve(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const server = await createServer({ ask: fixtureAsk(), webDir, render, basePath: "/maps/levermap", ...options });
  servers.push(server);
  return server;
}

const host = "127.0.0.1";

describe("a path before all routes", () => {
  it.each([
    "/maps/levermap/map",
    "/maps/levermap/map?home=AA",
    "/maps/levermap/assets/a.js",
    "/maps/levermap/api/technologies",
    "/maps/levermap/api/openapi.json",
    "/maps/levermap/healthz",
    "/maps/levermap/metrics",
    "/map",
    "/assets/a.js",
    "/api/technologies",
    "/healthz",
  ])("%s is answered as without it", async (url) => {
    const [server, plain] = [await serve(), await serve({ basePath: "" })];
    const [found, wanted] = await Promise.all([
      server.inject({ url, headers: { host } }),
      plain.inject({ url: url.replace("/maps/levermap", ""), headers: { host } }),
    ]);
    expect([found.statusCode, found.headers["content-type"]]).toEqual([200, wanted.headers["content-type"]]);
    if (!/openapi|metrics/.test(url)) expect(found.body.replaceAll("/maps/levermap", "")).toBe(wanted.body);
  });

  it("is told in the description, and asked for without its last stroke leads to the page", async () => {
    const server = await serve();
    const described = JSON.parse((await server.inject({ url: "/maps/levermap/api/openapi.json", headers: { host } })).body);
    expect(described.servers).toEqual([{ url: "/maps/levermap" }]);
    const { statusCode, headers } = await server.inject({ url: "/maps/levermap?home=AA&x=//evil.example", headers: { host } });
    expect([statusCode, headers.location]).toEqual([308, "/maps/levermap/?home=AA&x=//evil.example"]);
  });

  it.each([
    "/maps",
    "/maps/levermap2/api/technologies",
    "/levermap/api/technologies",
    "/maps/levermap//api/technologies",
    "/maps/levermap/maps/levermap/",
  ])("%s is nothing", async (url) => {
    expect((await (await serve()).inject({ url, headers: { host } })).statusCode).toBe(404);
  });

  it("opens no door: host, token, role and method are asked for behind it too", async () => {
    const users = usersOf([{ name: "anna", role: "reader", token: digestOf("hers") }]);
    const server = await serve({ users });
    const get = async (url: string, headers: Record<string, string> = {}) =>
      (await server.inject({ url: `/maps/levermap${url}`, headers: { host, ...headers } })).statusCode;
    const hers = { authorization: "Bearer hers" };
    expect(await get("/api/technologies")).toBe(401);
    expect(await get("/%61pi/technologies")).toBe(401);
    expect(await get("/api/technologies", hers)).toBe(200);
    expect(await get("/metrics", hers)).toBe(403);
    expect(await get("/catalog", hers)).toBe(403);
    expect(await get("/", { host: "evil.example" })).toBe(403);
    expect(await get("", { host: "evil.example" })).toBe(403);
    expect((await server.inject({ method: "POST", url: "/maps/levermap", headers: { host } })).statusCode).toBe(405);
  });

  it.each([
    ["levermap", "/levermap"],
    ["/levermap/", "/levermap"],
    ["/", ""],
    ["", ""],
    ["/a.b/c-d", "/a.b/c-d"],
  ])("may be given as %s", (given, read) => expect(readBasePath(given)).toBe(read));

  it.each(["/api", "/assets/x", "/a b", "/../x", "/a//b", "https://example.org/x", "/ü", `/${"a".repeat(80)}`])("is not %s", (given) =>
    expect(() => readBasePath(given)).toThrow("A base path"),
  );

  it("is taken away once, to the letter", () => {
    const left = withoutBasePath("/a.b");
    expect(["/a.b/x?y=/a.b/", "/aXb/x", "/a.b", "/a.b?x", "/a.bc"].map((url) => left({ url }))).toEqual([
      "/x?y=/a.b/",
      "/aXb/x",
      "/",
      "/?x",
      "/a.bc",
    ]);
  });
});
