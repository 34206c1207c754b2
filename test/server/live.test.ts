import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { open } from "../../src/library/open.ts";
import { createServer } from "../../src/server/create-server.ts";
import { listen } from "../../src/server/listen.ts";
import { Live, type Serving } from "../../src/server/live.ts";
import { openServing } from "../../src/server/open-serving.ts";
import { generationHeader } from "../../src/server/serving.ts";
import { Desk } from "../../src/server/work/desk.ts";
import { Moved, type Runner } from "../../src/server/work/runner.ts";
import { loadInventedControls } from "../answers/controls/controls-invented.ts";
import { smallCopy } from "../answers/small-workspace.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { nothingAhead } from "./served.ts";

const servers: FastifyInstance[] = [];
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))));

interface Fake extends Serving {
  closed: boolean;
}

/** A generation whose questions take as long as `run` does. */
function serving(generation: string, run: Runner["run"]): Fake {
  const runner = { run, close: async () => undefined };
  const desk = new Desk({ runner, limits: { slots: 2, mostWaiting: 10, mostOfClient: 10 } });
  return {
    ask: fixtureAsk(),
    desk,
    generation,
    closed: false,
    async close() {
      this.closed = true;
      await desk.close();
    },
  };
}

const told = (generation: string): string => JSON.stringify({ generation });

describe("a server whose workspace is written meanwhile", () => {
  it("answers a request from the generation it began with, later ones from the next, and closes the one before after its last", async () => {
    let finish = (): void => undefined;
    const first = serving("1-aaaa", () => new Promise((resolve) => (finish = () => resolve(told("1-aaaa")))));
    const second = serving("2-bbbb", async () => told("2-bbbb"));
    let waiting: Serving | null = null;
    const live = new Live(first, { next: async () => waiting });
    const server = await createServer({ live, webDir: "nowhere" });
    servers.push(server);
    const address = await listen(server, { port: 0 });
    const slow = fetch(`${address}/api/leverage`);
    await expect.poll(() => first.desk.running).toBe(1);
    waiting = second;
    await live.look();
    waiting = null;
    const later = await fetch(`${address}/api/leverage`);
    expect([later.headers.get(generationHeader), await later.text()]).toEqual(["2-bbbb", told("2-bbbb")]);
    expect(first.closed).toBe(false);
    finish();
    const earlier = await slow;
    expect([earlier.headers.get(generationHeader), await earlier.text()]).toEqual(["1-aaaa", told("1-aaaa")]);
    await expect.poll(() => first.closed).toBe(true);
    expect(second.closed).toBe(false);
  });

  it("asks the next generation where the one before is there no more for a process", async () => {
    const first = serving("1-aaaa", () => Promise.reject(new Moved()));
    const second = serving("2-bbbb", async () => told("2-bbbb"));
    const found: Serving[] = [second];
    const server = await createServer({ live: new Live(first, { next: async () => found.pop() ?? null }), webDir: "nowhere" });
    servers.push(server);
    const address = await listen(server, { port: 0 });
    const answered = await fetch(`${address}/api/leverage`);
    expect([answered.headers.get(generationHeader), await answered.text()]).toEqual(["2-bbbb", told("2-bbbb")]);
  });

  it("waits for the next generation no longer than it is told to", async () => {
    const live = new Live(
      serving("1-aaaa", async () => told("1-aaaa")),
      { next: (signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(null))) },
    );
    await live.lookFor(5);
    expect(live.take().serving.generation).toBe("1-aaaa");
    await live.close();
  });

  it("lets answers under way come to their end before it closes what they are of", async () => {
    let finish = (): void => undefined;
    const only = serving("1-aaaa", () => new Promise((resolve) => (finish = () => resolve(told("1-aaaa")))));
    const server = await createServer({ live: new Live(only), webDir: "nowhere" });
    const address = await listen(server, { port: 0 });
    const slow = fetch(`${address}/api/leverage`);
    await expect.poll(() => only.desk.running).toBe(1);
    const closed = server.close();
    await setTimeout(50);
    expect(only.closed).toBe(false);
    finish();
    expect(await (await slow).text()).toBe(told("1-aaaa"));
    await closed;
    expect(only.closed).toBe(true);
  });

  it("goes on with what it has where the next cannot be opened", async () => {
    const failed: unknown[] = [];
    const live = new Live(
      serving("1-aaaa", async () => told("1-aaaa")),
      { next: () => Promise.reject(new Error("no")), failed: (thrown) => failed.push(thrown) },
    );
    const server = await createServer({ live, webDir: "nowhere" });
    servers.push(server);
    await live.look();
    expect((await server.inject({ url: "/api/leverage", headers: { host: "127.0.0.1" } })).headers[generationHeader]).toBe("1-aaaa");
    expect(failed).toHaveLength(1);
  });

  it("lets clients keep an answer, and ask whether it still holds, but for names and customers", async () => {
    let day = "2026-11-28";
    let asked = 0;
    const first = serving("1-aaaa", async () => {
      asked++;
      return told("1-aaaa");
    });
    const found: Serving[] = [];
    const live = new Live(first, { next: async () => found.pop() ?? null });
    const server = await createServer({ live, webDir: "nowhere", day: () => day });
    servers.push(server);
    const get = (url: string, tag?: unknown) =>
      server.inject({ url, headers: { host: "127.0.0.1", ...(tag !== undefined && { "if-none-match": `"other", ${tag}` }) } });
    const { etag, "cache-control": control } = (await get("/api/leverage")).headers;
    expect([etag, control]).toEqual([expect.stringMatching(/^W\/"[\w-]{22}"$/), "private, no-cache"]);
    const again = await get("/api/leverage", etag);
    expect([again.statusCode, again.body, again.headers.etag, asked]).toEqual([304, "", etag, 1]);
    expect((await get("/api/leverage?draws=5", etag)).statusCode).toBe(200);
    day = "2026-11-29";
    expect((await get("/api/leverage", etag)).statusCode).toBe(200);
    day = "2026-11-28";
    found.push(serving("2-bbbb", async () => told("2-bbbb")));
    await live.look();
    expect((await get("/api/leverage", etag)).body).toBe(told("2-bbbb"));
    const past = await createServer({
      live: new Live(serving("1-aaaa", async () => told("1-aaaa"))),
      webDir: "nowhere",
      asOf: "2025-01-01",
      day: () => day,
    });
    servers.push(past);
    expect((await past.inject({ url: "/api/leverage", headers: { host: "127.0.0.1" } })).headers.etag).not.toBe(etag);
    for (const url of ["/api/screen?name=x", "/healthz", "/api/nothing"]) expect((await get(url)).headers.etag).toBeUndefined();
    expect((await get("/api/screen?name=x")).headers["cache-control"]).toBe("no-store");
  });

  it("has lists loaded while people ask: every answer is of one generation, and the last of them is of the newest", async () => {
    const dir = await smallCopy();
    const live = await openServing({ dir, asOf: null, open: () => open(dir), prepare: async () => undefined, workOut: nothingAhead });
    const server = await createServer({ live, webDir: "nowhere", rate: { burst: 1e6, perSecond: 1e6 } });
    servers.push(server);
    const address = await listen(server, { port: 0 });
    const seen = new Map<string, Set<number>>();
    const statuses = new Set<number>();
    let loading = true;
    const ask = async (): Promise<void> => {
      const response = await fetch(`${address}/api/status`);
      const { loads } = (await response.json()) as { loads: readonly unknown[] };
      const generation = response.headers.get(generationHeader)!;
      seen.set(generation, (seen.get(generation) ?? new Set()).add(loads.length));
      statuses.add(response.status);
    };
    const asking = (async () => {
      while (loading) {
        await Promise.all([ask(), ask(), ask()]);
        await setTimeout(50);
      }
    })();
    await loadInventedControls(dir, join(temporaryFolder(), "lists"));
    loading = false;
    await asking;
    await live.look();
    await ask();
    expect([...statuses]).toEqual([200]);
    expect([...seen.values()].every((counts) => counts.size === 1)).toBe(true);
    expect(seen.size).toBeGreaterThan(1);
    const map = await open(dir);
    expect([...seen.keys()].at(-1)).toBe(map.generation);
    map.close();
  });
});
