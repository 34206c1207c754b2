import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import type { AccessLine } from "../../src/server/access-log.ts";
import { createServer, type ServerOptions } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { heldPlan } from "./held-plan.ts";

const open: FastifyInstance[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((server) => server.close()))));

async function serve(options: Partial<ServerOptions> = {}) {
  const lines: AccessLine[] = [];
  const server = await createServer({ ask: fixtureAsk(), webDir: "nowhere", tell: (line) => lines.push(line), ...options });
  open.push(server);
  return { address: await listen(server, { port: 0 }), lines };
}

const told = (lines: readonly AccessLine[]) => lines.map(({ method, route, status }) => [method, route, status]);

describe("the access log", () => {
  it("has a line of every request, by its declared route, also of those that are turned away", async () => {
    const { address, lines } = await serve({ token: "t".repeat(32) });
    const headers = { authorization: `Bearer ${"t".repeat(32)}` };
    for (const [path, given] of [
      ["/api/technologies/technology-7", headers],
      ["/api/technologies/nowhere", headers],
      ["/api/chokepoints?top=none", headers],
      ["/api/status", {}],
      ["/healthz", {}],
      ["/none", headers],
      ["/api/%zz", headers],
    ] as const)
      await (await fetch(`${address}${path}`, { headers: given })).text();
    await expect.poll(() => lines.length).toBe(7);
    expect(told(lines)).toEqual([
      ["GET", "/api/technologies/:id", 200],
      ["GET", "/api/technologies/:id", 404],
      ["GET", "/api/chokepoints", 400],
      ["GET", "/api/status", 401],
      ["GET", "/healthz", 200],
      ["GET", null, 404],
      ["GET", null, 400],
    ]);
    for (const { time } of lines) expect(time).toBe(new Date(time).toISOString());
  });

  it("holds no name, note, number or address that was asked for", async () => {
    const { address, lines } = await serve();
    const secret = "Zarathustra";
    for (const path of [`/api/holder?name=${secret}`, `/entities/${secret}`, `/${secret}`, `/api/patents/search?words=${secret}`])
      await (await fetch(`${address}${path}`, { headers: { "x-request-id": secret, "user-agent": secret, cookie: secret } })).text();
    const body = JSON.stringify({ queries: { [secret]: { schema: "Person", properties: { name: [secret] } } } });
    await (await fetch(`${address}/match/${secret}`, { method: "POST", body, headers: { "content-type": "application/json" } })).text();
    await expect.poll(() => lines.length).toBe(5);
    expect(JSON.stringify(lines)).not.toMatch(/zarathustra|127\.0\.0\.1/i);
    expect(Object.keys(lines[0]!)).toEqual(["time", "id", "method", "route", "status", "milliseconds"]);
  });

  it("names each request by the id that its answer bears: the proxy's, or a new one", async () => {
    const { address, lines } = await serve();
    const ids = await Promise.all(
      [
        {},
        {},
        { "x-request-id": "0af7651916cd43dd8448eb211c80319c" },
        { "x-request-id": '"}\\n{' },
        { "x-request-id": "a".repeat(65) },
      ].map(async (headers: Record<string, string>) => (await fetch(`${address}/healthz`, { headers })).headers.get("x-request-id")),
    );
    await expect.poll(() => lines.length).toBe(5);
    expect(new Set(lines.map(({ id }) => id))).toEqual(new Set(ids));
    expect(new Set(ids).size).toBe(5);
    expect(ids[2]).toBe("0af7651916cd43dd8448eb211c80319c");
    for (const id of ids) expect(id).toMatch(/^[\da-f-]{8,64}$/);
  });

  it("tells how long a request took", async () => {
    const known = fixtureAsk();
    const status: Ask["status"] = async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return known.status();
    };
    const { address, lines } = await serve({ ask: { ...known, status } });
    await (await fetch(`${address}/api/status`)).text();
    await expect.poll(() => lines.length).toBe(1);
    // A timer may end a little early, never much.
    expect(lines[0]!.milliseconds).toBeGreaterThan(50);
  });

  it("says of a client that went before the answer that there was none", async () => {
    const { plan, started } = heldPlan();
    const { address, lines } = await serve({ ask: { ...fixtureAsk(), plan } });
    const client = new AbortController();
    const answer = fetch(`${address}/api/plan/invented`, { signal: client.signal }).catch((thrown: unknown) => thrown);
    await started;
    client.abort();
    await answer;
    await expect.poll(() => lines.length).toBe(1);
    expect(told(lines)).toEqual([["GET", "/api/plan/:id", null]]);
  });
});
