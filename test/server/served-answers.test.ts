import { gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { createServer } from "../../src/server/create-server.ts";
import { Live, type Serving } from "../../src/server/live.ts";
import { generationHeader } from "../../src/server/serving.ts";
import { packed } from "../../src/server/work/answer-body.ts";
import { answerStore } from "../../src/server/work/answer-store.ts";
import { Desk } from "../../src/server/work/desk.ts";
import type { Runner } from "../../src/server/work/runner.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { filesIn } from "./work/files-in.ts";

const servers: FastifyInstance[] = [];
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))));

let now = new Date("2026-11-28T23:59:00Z");

/** A generation whose answers tell generation, day and how many were worked out before; they are kept in `folder` by the state of its data. */
function serving(folder: string, generation: string, state = generation): Serving & { readonly worked: () => number } {
  let worked = 0;
  const run: Runner["run"] = async (_, { now: at }) =>
    packed(JSON.stringify({ generation, day: new Date(at).toISOString().slice(0, 10), worked: worked++, filler: "x".repeat(5000) }));
  const desk = new Desk({
    runner: { run, close: async () => undefined },
    limits: { slots: 2, mostWaiting: 10, mostOfClient: 10 },
    store: answerStore({ files: filesIn(folder, state) }),
    now: () => now,
  });
  return { ask: fixtureAsk(), desk, generation, worked: () => worked, close: () => desk.close() };
}

async function serve(live: Live) {
  const server = await createServer({ live, webDir: "nowhere", day: () => now.toISOString().slice(0, 10) });
  servers.push(server);
  return (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers: { host: "127.0.0.1", ...headers } });
}

describe("answers that are kept", () => {
  it("are never those of another generation or another day, also from a process that was just started", async () => {
    const folder = temporaryFolder();
    const [first, second] = [serving(folder, "1-aaaa"), serving(folder, "2-bbbb")];
    const next: Serving[] = [];
    const live = new Live(first, { next: async () => next.pop() ?? null });
    const get = await serve(live);
    const ask = async (path = "/api/facts") => {
      const { headers, body } = await get(path);
      const { generation, day, worked } = JSON.parse(body);
      return [headers[generationHeader], generation, day, worked];
    };
    expect(await ask()).toEqual(["1-aaaa", "1-aaaa", "2026-11-28", 0]);
    expect(await ask()).toEqual(["1-aaaa", "1-aaaa", "2026-11-28", 0]);
    now = new Date("2026-11-29T00:00:01Z");
    expect(await ask()).toEqual(["1-aaaa", "1-aaaa", "2026-11-29", 1]);
    next.push(second);
    await live.look();
    expect(await ask()).toEqual(["2-bbbb", "2-bbbb", "2026-11-29", 0]);
    const restarted = serving(folder, "2-bbbb");
    const after = JSON.parse((await (await serve(new Live(restarted)))("/api/facts")).body);
    expect([after.day, after.worked, restarted.worked()]).toEqual(["2026-11-29", 0, 0]);
    now = new Date("2026-11-28T23:59:00Z");
  });

  it("stay from one generation to the next where the data are the same, as after a decision", async () => {
    const folder = temporaryFolder();
    const [first, second] = [serving(folder, "1-aaaa", "loads"), serving(folder, "2-bbbb", "loads")];
    await (await serve(new Live(first)))("/api/facts");
    const { headers } = await (await serve(new Live(second)))("/api/facts");
    expect([headers[generationHeader], first.worked(), second.worked()]).toEqual(["2-bbbb", 1, 0]);
  });

  it("are sent packed to whoever takes that, and as text to others", async () => {
    const get = await serve(new Live(serving(temporaryFolder(), "1-aaaa")));
    const plain = await get("/api/facts");
    expect([plain.headers["content-encoding"], plain.headers["content-type"], plain.headers.vary]).toEqual([
      undefined,
      "application/json; charset=utf-8",
      "accept-encoding",
    ]);
    const small = await get("/api/facts", { "accept-encoding": "br, gzip" });
    expect(small.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(small.rawPayload).toString("utf8")).toBe(plain.body);
    expect((await get("/api/facts", { "if-none-match": String(small.headers.etag) })).statusCode).toBe(304);
  });

  it("are worked out once for all who ask for what takes a moment at the same time", async () => {
    const of = serving(temporaryFolder(), "1-aaaa");
    let asked = 0;
    const technologies: typeof of.ask.technologies = (...given) => {
      asked++;
      return of.ask.technologies(...given);
    };
    const ask = { ...of.ask, technologies };
    const get = await serve(new Live({ ...of, ask }));
    const bodies = await Promise.all([1, 2, 3].map(async () => (await get("/api/technologies")).body));
    expect(new Set(bodies).size).toBe(1);
    expect((await get("/api/technologies")).body).toBe(bodies[0]);
    expect(asked).toBe(1);
    now = new Date("2026-11-29T00:00:01Z");
    await get("/api/technologies");
    expect(asked).toBe(2);
    now = new Date("2026-11-28T23:59:00Z");
  });
});
