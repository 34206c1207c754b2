import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer } from "../../src/server/create-server.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
const objects = (depth: number): string => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
/** Beside the outermost object. */
const routes = [
  ["/api/plan", (inner: string) => `{"title":${inner}}`],
  ["/match/default", (inner: string) => `{"queries":{},"x":${inner}}`],
] as const;

const reported: unknown[] = [];
let server: FastifyInstance;
beforeAll(async () => {
  server = await createServer({ ask: fixtureAsk(), webDir: "nowhere", report: (thrown) => reported.push(thrown) });
});
afterAll(() => server.close());

async function post(url: string, payload: string, type = "application/json") {
  const response = await server.inject({ method: "POST", url, payload, headers: { host: "127.0.0.1:4173", "content-type": type } });
  return { status: response.statusCode, error: response.json().error as { code: string; message: string } | undefined };
}

describe.each(routes)("a body of %s", (url, around) => {
  it.each([
    ["lists", nested(32)],
    ["lists that do not fit into calls", nested(30_000)],
    ["objects", objects(32)],
    ["what is never closed", "[".repeat(60_000)],
  ])("that is nested too deep is refused before it is read: %s", async (_, inner) => {
    const { status, error } = await post(url, around(inner));
    expect([status, error?.code, error?.message]).toEqual([400, "LM_SERVER_QUESTION", "The body is nested more than 32 deep."]);
    expect(reported).toEqual([]);
  });

  it("as deep as it may be, or with brackets in its texts, is read", async () => {
    for (const inner of [nested(31), JSON.stringify(nested(10_000)), JSON.stringify(`\\"${nested(99)}`)])
      expect((await post(url, around(inner))).error?.message ?? "").not.toContain("deep.");
  });

  it("is bounded whatever it is called", async () => {
    expect((await post(url, around(nested(30_000)), "application/json; charset=utf-8")).status).toBe(400);
    expect((await post(url, around(nested(30_000)), "text/yaml")).status).toBe(400);
    const long = await post(url, around(JSON.stringify("x".repeat(300_000))));
    expect([long.status, long.error?.code]).toEqual([413, "LM_SERVER_TOO_LARGE"]);
  });

  it("that is no JSON, empty, or would change what objects are is refused as before", async () => {
    for (const body of ["", "{", "[1,]", '{"__proto__":{"a":1}}', '{"constructor":{"prototype":1}}']) {
      const { status, error } = await post(url, body);
      expect([body, status, error?.code]).toEqual([body, 400, "LM_SERVER_QUESTION"]);
    }
    expect(reported).toEqual([]);
  });
});
