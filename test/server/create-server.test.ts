import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { createServer, type ServerOptions } from "../../src/server/create-server.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { render } from "./site/serve-site.ts";

const webDir = await mkdtemp(join(tmpdir(), "levermap-web-"));
const host = "127.0.0.1:4173";
const open: FastifyInstance[] = [];

async function serve(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const server = await createServer({ ask: fixtureAsk(), webDir, render, ...options });
  open.push(server);
  return server;
}

const ask = (server: FastifyInstance, url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { host, ...headers } });

beforeAll(async () => {
  await mkdir(join(webDir, "assets"));
  await writeFile(join(webDir, "manifest.json"), JSON.stringify({ "src/site/site.ts": { file: "assets/main-abc.js", css: [] } }));
  await writeFile(join(webDir, "assets", "main-abc.js"), "export {};");
});

afterAll(async () => {
  await Promise.all(open.map((server) => server.close()));
  await rm(webDir, { recursive: true });
});

describe("answers", () => {
  const good = [
    "/api/map",
    "/api/map?home=AA",
    "/api/chokepoints?home=UU&top=3&source=atlas",
    "/api/technologies",
    "/api/technologies/technology-7",
    "/api/technologies/technology-7?home=AA",
    "/api/half-life/technology-7?home=AA&draws=50&seed=3",
    "/api/technologies/technology-7/patents",
    "/api/technologies/technology-7/patents?jurisdiction=US&top=1&seed=US1000001",
    "/api/holders",
    "/api/holders?technology=technology-7&top=1",
    "/api/holder?name=Solo%20Works",
    "/api/portfolio?holder=Solo%20Works&technology=technology-7&jurisdiction=US&top=1",
    "/api/patent?number=US1000001",
    "/api/patents/search?words=invented&top=1&facets=true",
    "/api/patents/similar?like=invented&top=1",
    "/api/patents/saved",
    "/api/blocks?office=KR&technology=technology-7&top=1",
    "/api/status",
    "/api/changes?source=eto",
    "/api/leverage",
    "/api/leverage?from=AA&from=BB&on=CC&technologies=technology-7&horizon=24&outsiders=neutral&threshold=0.2&draws=10&seed=3",
    "/api/scenarios",
    "/api/simulate?id=invented&draws=10&seed=3",
    "/api/published?scenario=invented&draws=10&seed=3",
    "/api/published",
    "/api/plans",
    "/api/plan/invented?gap=0.01&seconds=30",
    "/api/plan/invented/outline",
  ];

  it.each(good)("%s", async (url) => {
    const response = await ask(await serve(), url);
    expect(response.statusCode, response.body).toBe(200);
    expect(response.headers["cache-control"]).toBe("no-store");
    expect(response.headers["content-type"]).toMatch(/^application\/json/);
  });

  it("passes the question on", async () => {
    const server = await serve();
    const report = (await ask(server, "/api/chokepoints?home=AA&top=3&source=atlas")).json();
    expect(report).toMatchObject({ home: "AA", source: "atlas" });
    expect(report.ranked).toHaveLength(3);
    expect((await ask(server, "/api/technologies/technology-7")).json().name).toBe("Technology 7");
  });

  it("passes a question on patents on", async () => {
    const server = await serve();
    const report = (await ask(server, "/api/technologies/technology-7/patents?jurisdiction=US&top=1")).json();
    expect([report.technology.id, report.jurisdiction, report.holders.length]).toEqual(["technology-7", "US", 1]);
    const holders = (await ask(server, "/api/holders?technology=technology-7&top=1")).json();
    expect([holders.technology.id, holders.holders.length]).toEqual(["technology-7", 1]);
    expect((await ask(server, "/api/holder?name=Solo%20Works")).json().holder).toBe("key:solo");
    const portfolio = (await ask(server, "/api/portfolio?holder=Solo%20Works&technology=technology-7&jurisdiction=US")).json();
    expect([portfolio.holder.holder, portfolio.technology.id, portfolio.office]).toEqual(["key:solo", "technology-7", "US"]);
  });

  it("gives the card of a technology without patents where they were not measured", async () => {
    const server = await serve({ ask: fixtureAsk({ measured: false }) });
    const card = (await ask(server, "/api/technologies/technology-7")).json();
    expect(card.patents).toBeNull();
    expect(card.patentsReason).toContain("levermap measure");
    for (const url of [
      "/api/technologies/technology-7/patents",
      "/api/holders",
      "/api/portfolio?holder=org-beta",
      "/api/patent?number=US1000001",
    ]) {
      const response = await ask(server, url);
      expect([response.statusCode, response.json().error.code], url).toEqual([409, "LM_NOT_MEASURED"]);
    }
  });
});

describe("questions it cannot answer", () => {
  const bad: [string, number, string][] = [
    ["/api/map?home=ZZ", 404, "LM_ECONOMY_UNKNOWN"],
    ["/api/half-life/technology-7?draws=5001", 400, "LM_SERVER_QUESTION"],
    ["/api/half-life/technology-7?draws=1", 400, "LM_SERVER_QUESTION"],
    ["/api/plan/none", 404, "LM_PLAN_UNKNOWN"],
    ["/api/plan/none/outline", 404, "LM_PLAN_UNKNOWN"],
    ["/api/plan/invented?seconds=601", 400, "LM_SERVER_QUESTION"],
    ["/api/plan/invented?draws=2", 400, "LM_SERVER_QUESTION"],
    ["/api/half-life/none", 404, "LM_TECHNOLOGY_UNKNOWN"],
    ["/api/half-life?source=none", 400, "LM_USAGE"],
    ["/api/technologies/none", 404, "LM_TECHNOLOGY_UNKNOWN"],
    ["/api/technologies/none/patents", 404, "LM_TECHNOLOGY_UNKNOWN"],
    ["/api/technologies/technology-7/patents?seed=US7", 400, "LM_USAGE"],
    ["/api/technologies/technology-7/patents?top=0", 400, "LM_SERVER_QUESTION"],
    ["/api/technologies/technology-7/patents?office=US", 400, "LM_SERVER_QUESTION"],
    ["/api/holders?technology=none", 404, "LM_TECHNOLOGY_UNKNOWN"],
    ["/api/holder?name=none", 404, "LM_HOLDER_UNKNOWN"],
    ["/api/portfolio?holder=none", 404, "LM_HOLDER_UNKNOWN"],
    ["/api/portfolio", 400, "LM_SERVER_QUESTION"],
    ["/api/portfolio?holder=org-beta&top=0", 400, "LM_SERVER_QUESTION"],
    ["/api/holder", 400, "LM_SERVER_QUESTION"],
    ["/api/leverage?draws=201", 400, "LM_SERVER_QUESTION"],
    ["/api/leverage?horizon=0", 400, "LM_SERVER_QUESTION"],
    [`/api/leverage?${Array.from({ length: 9 }, (_, i) => `from=A${i}`).join("&")}`, 400, "LM_SERVER_QUESTION"],
    ["/api/patent?number=US7", 404, "LM_PATENT_UNKNOWN"],
    ["/api/changes?source=none", 404, "LM_SOURCE_UNKNOWN"],
    ["/api/changes?source=", 400, "LM_SERVER_QUESTION"],
    ["/api/map?home=", 400, "LM_SERVER_QUESTION"],
    ["/api/map?home=AA&home=BB", 400, "LM_SERVER_QUESTION"],
    ["/api/map?hone=AA", 400, "LM_SERVER_QUESTION"],
    ["/api/status?x=1", 400, "LM_SERVER_QUESTION"],
    ["/api/chokepoints?top=0", 400, "LM_SERVER_QUESTION"],
    ["/api/chokepoints?top=two", 400, "LM_SERVER_QUESTION"],
    ["/api/chokepoints?top=1.5", 400, "LM_SERVER_QUESTION"],
    ["/api/nothing", 404, "LM_SERVER_NOT_FOUND"],
    ["/api/technologies/%", 400, "LM_SERVER_QUESTION"],
    ["/assets/../package.json", 404, "LM_SERVER_NOT_FOUND"],
    ["/%2e%2e/package.json", 404, "LM_SERVER_NOT_FOUND"],
  ];

  it.each(bad)("%s is %i %s", async (url, status, code) => {
    const response = await ask(await serve(), url);
    expect([response.statusCode, response.json().error.code]).toEqual([status, code]);
    expect(Object.keys(response.json())).toEqual(["error"]);
    expect(Object.keys(response.json().error).sort()).toEqual(["code", "message", "next"]);
  });

  it("names the key it does not know", async () => {
    expect((await ask(await serve(), "/api/map?hone=AA")).json().error.message).toContain("hone");
  });

  it.each([
    ["an unknown fault", new Error("secret /home/me"), "LM_INTERNAL"],
    ["a damaged workspace", new LevermapError("LM_WORKSPACE_DAMAGED", "secret page 7"), "LM_WORKSPACE_DAMAGED"],
  ])("keeps %s inside and reports it", async (_, fault, code) => {
    const reported: unknown[] = [];
    const failing: Ask = { ...fixtureAsk(), status: async () => Promise.reject(fault) };
    const response = await ask(await serve({ ask: failing, report: (thrown) => reported.push(thrown) }), "/api/status");
    expect(response.statusCode).toBe(500);
    expect(response.json().error.code).toBe(code);
    expect(response.body).not.toContain("secret");
    expect(reported).toEqual([fault]);
  });

  it("is a fault of ours when an answer does not fit its schema", async () => {
    const wrong = { ...fixtureAsk(), status: async () => ({ workspace: 7 }) } as unknown as Ask;
    const response = await ask(await serve({ ask: wrong }), "/api/status");
    expect([response.statusCode, response.json().error.code]).toEqual([500, "LM_INTERNAL"]);
  });

  it("tells a busy workspace from a bad question", async () => {
    const busy: Ask = { ...fixtureAsk(), map: async () => Promise.reject(new LevermapError("LM_WORKSPACE_BUSY", "busy")) };
    expect((await ask(await serve({ ask: busy }), "/api/map")).statusCode).toBe(503);
  });
});

describe("who may ask", () => {
  it.each(["localhost", "localhost:4173", "127.0.0.1:4173", "[::1]:4173", "192.168.0.7:80", "LOCALHOST:1"])("host %s", async (name) => {
    expect((await ask(await serve(), "/api/status", { host: name })).statusCode).toBe(200);
  });

  it.each(["evil.example", "evil.example:4173", "localhost.evil.example", "127.0.0.1.evil.example", "localhost@evil", "a b"])(
    "not host '%s'",
    async (name) => {
      const response = await ask(await serve(), "/api/status", { host: name });
      expect([response.statusCode, response.json().error.code]).toEqual([403, "LM_SERVER_HOST_REFUSED"]);
    },
  );

  it("goes by further names when told so", async () => {
    expect((await ask(await serve({ names: ["map.example"] }), "/api/status", { host: "map.example" })).statusCode).toBe(200);
  });

  it("asks for the token on every /api address, known or not, and for pages", async () => {
    const server = await serve({ token: "s3cret-token" });
    for (const url of ["/api/map", "/api/openapi.json", "/api/nothing", "/api", "/api?x"]) {
      expect((await ask(server, url)).statusCode, url).toBe(401);
      expect((await ask(server, url, { authorization: "Bearer s3cret-tokem" })).statusCode, url).toBe(401);
      expect((await ask(server, url, { authorization: "s3cret-token" })).statusCode, url).toBe(401);
    }
    expect((await ask(server, "/api/map", { authorization: "Bearer s3cret-token" })).statusCode).toBe(200);
    expect((await ask(server, "/map")).statusCode).toBe(401);
  });

  it("does not let an escaped address around the token", async () => {
    const server = await serve({ token: "s3cret-token" });
    for (const url of ["/%61pi/map", "//api/map", "/API/map", "/api%2fmap", "/x/../api/map"]) {
      const response = await ask(server, url);
      expect([401, 404], url).toContain(response.statusCode);
    }
    expect((await ask(server, "/%61pi/map", { authorization: "Bearer s3cret-token" })).headers["cache-control"]).toBe("no-store");
  });
});

describe("limits", () => {
  it("answers GET and HEAD only", async () => {
    const server = await serve();
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] as const) {
      const response = await server.inject({ method, url: "/api/map", headers: { host } });
      expect([method, response.statusCode, response.headers.allow]).toEqual([method, 405, "GET, HEAD"]);
    }
    expect((await server.inject({ method: "HEAD", url: "/api/status", headers: { host } })).statusCode).toBe(200);
  });

  it("refuses more than 1 KB of body", async () => {
    const server = await serve();
    const send = (size: number) => server.inject({ method: "GET", url: "/api/status", headers: { host, "content-length": String(size) } });
    expect((await send(1025)).statusCode).toBe(413);
    expect((await send(0)).statusCode).toBe(200);
  });

  it("refuses a body of unknown length where no body is asked for, and takes one where it is", async () => {
    const server = await serve();
    const streamed = { host, "transfer-encoding": "chunked", "content-type": "application/json" };
    const questions = ["/api/status", "/", "/api/nothing"];
    for (const url of questions) {
      const response = await server.inject({ method: "GET", url, headers: streamed });
      expect([url, response.statusCode, response.json().error.code]).toEqual([url, 413, "LM_SERVER_TOO_LARGE"]);
    }
    const asked = await server.inject({ method: "POST", url: "/match/default", headers: streamed, payload: "{}" });
    expect(asked.statusCode).toBe(400);
  });

  it("lets a burst pass, then says when to come back", async () => {
    const server = await serve({ rate: { burst: 3, perSecond: 0.001 } });
    const codes: number[] = [];
    for (let count = 0; count < 4; count++) codes.push((await ask(server, "/api/status")).statusCode);
    expect(codes).toEqual([200, 200, 200, 429]);
    const refused = await ask(server, "/api/status");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  });
});

describe("pages", () => {
  it("serves the page with a strict policy", async () => {
    const old = await ask(await serve(), "/?home=AA");
    expect([old.statusCode, old.headers.location]).toEqual([308, "map?home=AA"]);
    const response = await ask(await serve(), "/map?home=AA");
    expect(response.body).toContain("<title>What could be withheld from Aland? – Levermap</title>");
    expect(response.headers["cache-control"]).toBe("no-store");
    const policy = String(response.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(response.headers["x-content-type-options"]).toBe("nosniff");
    expect(response.headers["referrer-policy"]).toBe("no-referrer");
  });

  it("lets hashed files be kept", async () => {
    expect((await ask(await serve(), "/assets/main-abc.js")).headers["cache-control"]).toContain("immutable");
  });

  it("answers /api without a built page", async () => {
    const server = await serve({ webDir: join(webDir, "absent") });
    expect((await ask(server, "/")).statusCode).toBe(404);
    expect((await ask(server, "/api/status")).statusCode).toBe(200);
  });

  it("sends the headers with errors too", async () => {
    const response = await ask(await serve(), "/api/nothing", { host: "evil.example" });
    expect(response.headers["content-security-policy"]).toContain("default-src 'none'");
  });
});
