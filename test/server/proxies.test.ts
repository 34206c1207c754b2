import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { createServer, type ServerOptions } from "../../src/server/create-server.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";

const open: FastifyInstance[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((server) => server.close()))));

/** Statuses of requests, each from one client behind the proxy at 127.0.0.1, where one may ask twice. */
async function statuses(options: Partial<ServerOptions>, clients: readonly string[], host = "127.0.0.1"): Promise<readonly number[]> {
  const server = await createServer({ ask: fixtureAsk(), webDir: "nowhere", rate: { burst: 2, perSecond: 0.001 }, ...options });
  open.push(server);
  const found: number[] = [];
  for (const client of clients)
    found.push((await server.inject({ url: "/api/technologies", headers: { host, "x-forwarded-for": client } })).statusCode);
  return found;
}

describe("a server behind a proxy", () => {
  it("counts each client of a proxy that it trusts for itself", async () => {
    const clients = ["10.1.1.1", "10.1.1.1", "10.1.1.1", "10.1.1.2"];
    expect(await statuses({ proxies: ["127.0.0.0/8"] }, clients)).toEqual([200, 200, 429, 200]);
  });

  it("believes nobody else who says for whom they ask", async () => {
    const clients = ["10.1.1.1", "10.1.1.2", "10.1.1.3"];
    expect(await statuses({}, clients)).toEqual([200, 200, 429]);
    expect(await statuses({ proxies: ["192.0.2.1"] }, clients)).toEqual([200, 200, 429]);
  });

  it("takes the last address that no trusted proxy gave, whatever a client put before it", async () => {
    const clients = ["10.9.9.1, 10.1.1.1", "10.9.9.2, 10.1.1.1", "10.9.9.3, 10.1.1.1"];
    expect(await statuses({ proxies: ["127.0.0.1"] }, clients)).toEqual([200, 200, 429]);
  });

  it("goes by its public name beside its own", async () => {
    expect(await statuses({ names: ["map.example.org"] }, ["10.1.1.1"], "map.example.org")).toEqual([200]);
    expect(await statuses({}, ["10.1.1.1"], "map.example.org")).toEqual([403]);
  });
});
