import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Effects, quietEffects } from "../../src/base/effects.ts";
import { auditTrail } from "../../src/library/audit-trail.ts";
import { open } from "../../src/library/open.ts";
import { forgetSearch, saveSearch } from "../../src/library/save-search.ts";
import { createServer } from "../../src/server/create-server.ts";
import type { Live } from "../../src/server/live.ts";
import { openServing } from "../../src/server/open-serving.ts";
import { digestOf, type User, usersOf } from "../../src/server/users.ts";
import { bundledCopy } from "../answers/bundled-workspace.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { nothingAhead } from "./served.ts";

const rate = { burst: 1000, perSecond: 1000 };
const headers = { authorization: "Bearer t" };
const by = (user: User | null): Effects => ({ ...quietEffects, actor: { user: user?.name ?? null, via: "HTTP API" } });

describe("searches kept over HTTP", () => {
  let dir = "";
  let live: Live;
  let server: FastifyInstance;
  beforeAll(async () => {
    dir = await bundledCopy();
    live = await openServing({ dir, asOf: null, workers: 1, open: () => open(dir), prepare: async () => undefined, workOut: nothingAhead });
    server = await createServer({
      live,
      webDir: "nowhere",
      rate,
      token: "t",
      users: usersOf([{ name: "anna", role: "analyst", token: digestOf("hers") }]),
      keeping: {
        keep: async (search, user) => (await saveSearch(dir, search, by(user))).documents.length,
        end: (name, user) => forgetSearch(dir, name, by(user)),
      },
    });
  });
  afterAll(async () => {
    await server.close();
    await live.close();
  });

  const post = async (url: string, payload: object, given: Record<string, string> = headers) => {
    const response = await server.inject({ method: "POST", url, payload, headers: given });
    return [response.statusCode, response.json()] as const;
  };
  const kept = async (): Promise<readonly [string, string][]> => {
    const response = await server.inject({ url: "/api/patents/saved", headers });
    return response.json().searches.map(({ name, query }: { name: string; query: string }) => [name, query]);
  };

  it("are told at once, found by their name, and end", async () => {
    const query = 'title:"layer transfer" office:US';
    const [status, answer] = await post("/api/patents/saved", { name: "transfer", query });
    expect([status, answer]).toEqual([200, { name: "transfer", documents: expect.any(Number) }]);
    expect(await kept()).toEqual([["transfer", query]]);
    const found = await server.inject({ url: "/api/patents/search?words=set:transfer", headers });
    expect(found.json().total).toBe(answer.documents);
    expect(answer.documents).toBeGreaterThan(0);
    expect(await post("/api/patents/saved/end", { name: "transfer" })).toEqual([200, { name: "transfer" }]);
    expect(await kept()).toEqual([]);
  });

  it("stand in the trail of writes under the name of who kept them", async () => {
    const hers = { authorization: "Bearer hers" };
    expect((await post("/api/patents/saved", { name: "hers", query: "title:bonding" }, hers))[0]).toBe(200);
    expect((await post("/api/patents/saved/end", { name: "hers" }))[0]).toBe(200);
    const { writes } = await auditTrail(dir, { last: 2 });
    expect(writes.map(({ what, user, via, state }) => [what, user, via, state])).toEqual([
      ["patents keep", "anna", "HTTP API", "done"],
      ["patents forget", "anybody", "HTTP API", "done"],
    ]);
  });

  it("are refused with why, and keep nothing", async () => {
    const codes = [
      await post("/api/patents/saved", { name: "two words", query: "wafer" }),
      await post("/api/patents/saved", { name: "bad", query: "wafer AND (" }),
      await post("/api/patents/saved", { name: "bad", query: "technology:nonsense" }),
      await post("/api/patents/saved", { name: "bad" }),
      await post("/api/patents/saved", { name: "bad", query: "x".repeat(20_000) }),
      await post("/api/patents/saved/end", { name: "nobody" }),
      await post("/api/patents/saved", { name: "bad", query: "wafer" }, {}),
      await post("/api/patents/saved", { name: "bad", query: "wafer" }, { authorization: "Bearer u" }),
    ].map(([status, { error }]) => [status, error.code]);
    expect(codes).toEqual([
      [400, "LM_USAGE"],
      [400, "LM_SEARCH_INVALID"],
      [404, "LM_TECHNOLOGY_UNKNOWN"],
      [400, "LM_SERVER_QUESTION"],
      [413, "LM_SERVER_TOO_LARGE"],
      [400, "LM_USAGE"],
      [401, "LM_SERVER_TOKEN_WRONG"],
      [401, "LM_SERVER_TOKEN_WRONG"],
    ]);
    expect(await kept()).toEqual([]);
  });

  it("need a server with a token, so that no page of another site and no other user of the machine writes", async () => {
    const keeping = { keep: () => Promise.reject(new Error("kept")), end: () => Promise.reject(new Error("ended")) };
    for (const options of [{ keeping }, { token: "t" }]) {
      const bare = await createServer({ ask: fixtureAsk(), webDir: "nowhere", rate, ...options });
      for (const url of ["/api/patents/saved", "/api/patents/saved/end"]) {
        const payload = { name: "x", ...(url.endsWith("end") ? {} : { query: "wafer" }) };
        const response = await bare.inject({ method: "POST", url, payload, headers });
        expect([url, response.statusCode, response.json().error.code]).toEqual([url, 403, "LM_SERVER_TOKEN_NEEDED"]);
      }
      await bare.close();
    }
  });
});
