import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, ServerProblem } from "../../src/client/connect.ts";

interface Paths {
  "/api/technologies/{id}": {
    get: {
      parameters: { path: { id: string }; query?: { draws?: number; names?: string[] } };
      responses: { 200: { content: { "application/json": { asked: string; times: number } } } };
    };
  };
}

/** A server that tells what it was asked, and how often it had to say all of it. */
let server: Server;
let address: string;
let times = 0;
const seen: { url: string; accept: string; authorization: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer(({ url = "", headers }, reply) => {
    const { accept = "", authorization, "if-none-match": known } = headers;
    seen.push({ url, accept, authorization });
    if (url.includes("busy")) {
      reply.writeHead(429, { "content-type": "application/problem+json", "retry-after": "7" });
      return reply.end(JSON.stringify({ error: { code: "LM_SERVER_TOO_MANY", message: "Too many.", next: "Wait." } }));
    }
    if (url.includes("gateway")) return reply.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
    if (known === `"${url}"`) return reply.writeHead(304, { etag: known }).end();
    return reply
      .writeHead(200, { "content-type": "application/json", ...(!url.includes("untagged") && { etag: `"${url}"` }) })
      .end(JSON.stringify({ asked: url, times: ++times }));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => server.close());

const of = (id: string) => ({ params: { path: { id } } });

describe("connect", () => {
  it("asks by path and fields, with its token, below a base path", async () => {
    const client = connect<Paths>({ address: `${address}/base/`, token: "s3cret" });
    const { asked } = await client.get("/api/technologies/{id}", {
      params: { path: { id: "a/b" }, query: { draws: 5, names: ["x", "y z"] } },
    });
    expect(asked).toBe("/base/api/technologies/a%2Fb?draws=5&names=x&names=y%20z");
    expect(seen.at(-1)).toEqual({ url: asked, accept: "application/json, application/problem+json", authorization: "Bearer s3cret" });
  });

  it("takes what it has where the server says that it holds", async () => {
    const client = connect<Paths>({ address });
    const first = await client.get("/api/technologies/{id}", of("kept"));
    const before = seen.length;
    expect(await client.get("/api/technologies/{id}", of("kept"))).toEqual(first);
    expect(seen.length, "it was asked for").toBe(before + 1);
    const again = await connect<Paths>({ address }).get("/api/technologies/{id}", of("kept"));
    expect(again.times, "another client knows nothing of it").toBe(first.times + 1);
  });

  it("keeps no more than it may, and nothing without a tag", async () => {
    const client = connect<Paths>({ address, keep: 1 });
    const first = await client.get("/api/technologies/{id}", of("one"));
    await client.get("/api/technologies/{id}", of("two"));
    expect((await client.get("/api/technologies/{id}", of("one"))).times).toBe(first.times + 2);
    const untagged = await client.get("/api/technologies/{id}", of("untagged"));
    expect((await client.get("/api/technologies/{id}", of("untagged"))).times).toBe(untagged.times + 1);
    const none = connect<Paths>({ address, keep: 0 });
    const one = await none.get("/api/technologies/{id}", of("one"));
    expect((await none.get("/api/technologies/{id}", of("one"))).times).toBe(one.times + 1);
  });

  it("throws what a server says, and what a proxy says in its place", async () => {
    const client = connect<Paths>({ address });
    const busy = await client.get("/api/technologies/{id}", of("busy")).catch((thrown: unknown) => thrown);
    expect(busy).toBeInstanceOf(ServerProblem);
    expect(busy).toMatchObject({ status: 429, code: "LM_SERVER_TOO_MANY", message: "Too many.", next: "Wait.", retryAfter: 7 });
    const gateway = await client.get("/api/technologies/{id}", of("gateway")).catch((thrown: unknown) => thrown);
    expect(gateway).toMatchObject({
      status: 502,
      code: null,
      next: null,
      retryAfter: null,
      message: "The server answered with status 502.",
    });
  });
});
