import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { createServer, type ServerOptions } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { heldPlan } from "./held-plan.ts";

const open: FastifyInstance[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((server) => server.close()))));

async function serve(options: Partial<ServerOptions> = {}): Promise<string> {
  const server = await createServer({ ask: fixtureAsk(), webDir: "nowhere", ...options });
  open.push(server);
  return listen(server, { port: 0 });
}

const get = async (address: string, path: string): Promise<string> => (await fetch(`${address}${path}`)).text();

/** The figure of one line; `null`: there is none. */
async function figure(address: string, line: string): Promise<number | null> {
  const found = (await get(address, "/metrics")).split("\n").find((each) => each.startsWith(`${line} `));
  return found === undefined ? null : Number(found.slice(line.length));
}

const requests = (route: string, status: string): string => `levermap_requests_total{method="GET",route="${route}",status="${status}"}`;

describe("/metrics", () => {
  it("counts requests by declared route and status, with how long they took", async () => {
    const address = await serve();
    for (const path of ["/api/technologies/technology-7", "/api/technologies/technology-8", "/api/technologies/nowhere", "/Zarathustra"])
      await get(address, path);
    await expect.poll(() => figure(address, requests("none", "404"))).toBe(1);
    expect(await figure(address, requests("/api/technologies/:id", "200"))).toBe(2);
    expect(await figure(address, requests("/api/technologies/:id", "404"))).toBe(1);
    expect(await figure(address, 'levermap_request_seconds_count{route="/api/technologies/:id"}')).toBe(3);
    expect(await figure(address, 'levermap_request_seconds_bucket{le="+Inf",route="/api/technologies/:id"}')).toBe(3);
    expect(await figure(address, 'levermap_request_seconds_sum{route="/api/technologies/:id"}')).toBeGreaterThan(0);
    expect(await figure(address, "levermap_resident_bytes")).toBeGreaterThan(1e7);
    expect(await figure(address, "levermap_heap_bytes")).toBeGreaterThan(1e6);
    const response = await fetch(`${address}/metrics`);
    expect([response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      expect.stringContaining("version=0.0.4"),
      "no-store",
    ]);
    expect(await response.text()).not.toMatch(/zarathustra|technology-7/i);
  });

  it("tells of heavy questions under way, and of clients that went", async () => {
    const { plan, started } = heldPlan();
    const address = await serve({ ask: { ...fixtureAsk(), plan } });
    expect(await figure(address, "levermap_heavy_questions")).toBe(0);
    const client = new AbortController();
    const answer = fetch(`${address}/api/plan/invented`, { signal: client.signal }).catch((thrown: unknown) => thrown);
    await started;
    expect(await figure(address, "levermap_heavy_questions")).toBe(1);
    client.abort();
    await answer;
    await expect.poll(() => figure(address, requests("/api/plan/:id", "gone"))).toBe(1);
    await expect.poll(() => figure(address, "levermap_heavy_questions")).toBe(0);
  });

  it("needs the token where there is one, and is of one server", async () => {
    const token = "t".repeat(32);
    const [closed, other] = [await serve({ token }), await serve()];
    expect((await fetch(`${closed}/metrics`)).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    const own = await (await fetch(`${closed}/metrics`, { headers })).text();
    expect(own).toContain(`${requests("/metrics", "401")} 1`);
    expect(await figure(other, requests("/metrics", "401"))).toBeNull();
  });
});
