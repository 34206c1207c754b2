import { join } from "node:path";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Levermap, open } from "../../src/library/open.ts";
import { createServer } from "../../src/server/create-server.ts";
import { bundledCopy } from "../answers/bundled-workspace.ts";
import { loadInventedControls } from "../answers/controls/controls-invented.ts";
import { isLong } from "../tiers.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { described } from "./described.ts";

const host = "127.0.0.1:4173";
const rate = { burst: 1000, perSecond: 1000 };
let map: Levermap;
let server: FastifyInstance;
const get = (url: string, from = server) => from.inject({ url, headers: { host } });

beforeAll(async () => {
  const dir = await bundledCopy();
  await loadInventedControls(dir, join(temporaryFolder(), "lists"));
  map = await open(dir, { asOf: "2026-11-20" });
  server = await createServer({ ask: map, webDir: "nowhere", rate });
});
afterAll(async () => {
  await server?.close();
  await map?.close();
});

const good: Readonly<Record<string, readonly string[]>> = {
  "/api/screen": ["name=Vest%20Ltd", "name=Nord%20Ltd&kind=organisation&economy=CN&list=us-entity-list&by=publication&threshold=0.5&top=2"],
  "/api/owners": ["party=Nord%20Ltd", "party=Nobody%20Anywhere"],
  "/api/item": ["query=3B001.a&to=CN", "query=wind%20mills&top=1"],
  "/api/controls": ["", "by=publication"],
  "/api/control": ["id=us-entity-list", "id=2020-28031", "id=85%20FR%2083416"],
  "/api/controls/timeline": ["", "issuer=NL&kind=item&from=2023-01-01&to=2024-12-31&all=true"],
  "/api/controls/diff": ["from=2020-12-01&to=2021-01-01", "from=2020-12-01&to=2021-01-01&list=us-entity-list&list=us-cmic&by=publication"],
  "/api/controls/exposure": ["target=smic", "target=2022-21658&depth=2"],
  "/api/controls/watch": [""],
};

describe("questions on lists, items and rules", () => {
  it("are answered as they are described", async () => {
    const description = (await get("/api/openapi.json")).json();
    for (const [path, queries] of Object.entries(good)) {
      const check = described(description.paths[path].get.responses["200"].content["application/json"].schema, description);
      for (const query of queries) {
        const response = await get(`${path}?${query}`);
        expect([path, query, response.statusCode, response.statusCode === 200 ? "" : response.body]).toEqual([path, query, 200, ""]);
        expect(check.safeParse(response.json()).error, path).toBeUndefined();
        expect(response.headers["cache-control"]).toBe("no-store");
      }
    }
  });

  it("pass on what was asked", async () => {
    const screened = (await get("/api/screen?name=Nord%20Ltd&list=us-entity-list&top=1&threshold=0.4")).json();
    expect(screened.results[0].hits.map(({ list }: { list: string }) => list)).toEqual(["us-entity-list"]);
    expect(screened.thresholds).toEqual({ organisation: 0.4, person: 0.4 });
    for (const economy of ["cn", "CN", "China"]) {
      const [result] = (await get(`/api/screen?name=Nord%20Ltd&economy=${economy}`)).json().results;
      expect([economy, result.economy, result.hits[0].place]).toEqual([economy, "CN", "same"]);
    }
    expect(screened.lists.map(({ list }: { list: string }) => list)).toEqual(["us-entity-list"]);
    const item = (await get("/api/item?query=3B001.a&to=CN")).json();
    expect(JSON.stringify(item)).toContain("NS");
    const dutch = (await get("/api/controls/timeline?issuer=NL")).json();
    expect(dutch.rules.map(({ issuer }: { issuer: string }) => issuer)).toContain("NL");
    expect(new Set(dutch.rules.map(({ issuer }: { issuer: string }) => issuer)).size).toBe(1);
    const exposed = (await get("/api/controls/exposure?target=2022-21658")).json();
    expect([exposed.kind, exposed.touched.length > 0]).toEqual(["rule", true]);
  });

  const bad: [string, number, string][] = [
    ["/api/screen", 400, "LM_SERVER_QUESTION"],
    ["/api/screen?name=", 400, "LM_SERVER_QUESTION"],
    ["/api/screen?name=Nord&list=nowhere", 400, "LM_USAGE"],
    ["/api/screen?name=Nord&kind=ship", 400, "LM_SERVER_QUESTION"],
    ["/api/screen?name=Nord&threshold=2", 400, "LM_SERVER_QUESTION"],
    ["/api/screen?name=Nord&name=Vest", 400, "LM_SERVER_QUESTION"],
    ["/api/owners", 400, "LM_SERVER_QUESTION"],
    ["/api/owners?party=.", 400, "LM_USAGE"],
    ["/search/default", 400, "LM_SERVER_QUESTION"],
    ["/search/nowhere?q=Nord", 400, "LM_USAGE"],
    ["/search/default?q=Nord&limit=501", 400, "LM_SERVER_QUESTION"],
    ["/search/default?q=.", 400, "LM_USAGE"],
    ["/entities/nothing", 404, "LM_PARTY_UNKNOWN"],
    ["/entities/2020-28031", 404, "LM_PARTY_UNKNOWN"],
    ["/api/item?query=3B001&to=XX", 404, "LM_ECONOMY_UNKNOWN"],
    ["/api/item", 400, "LM_SERVER_QUESTION"],
    ["/api/control?id=nothing", 404, "LM_CONTROL_UNKNOWN"],
    ["/api/controls/timeline?from=2023-02-30", 400, "LM_SERVER_QUESTION"],
    ["/api/controls/timeline?from=yesterday", 400, "LM_SERVER_QUESTION"],
    ["/api/controls/diff?from=2020-01-01", 400, "LM_SERVER_QUESTION"],
    ["/api/controls/exposure?target=nobody%20at%20all", 404, "LM_PARTY_UNKNOWN"],
    ["/api/controls/exposure?target=smic&depth=99", 400, "LM_SERVER_QUESTION"],
    ["/api/controls/watch?from=none&to=none", 404, "LM_LOAD_UNKNOWN"],
    ["/api/controls?x=1", 400, "LM_SERVER_QUESTION"],
  ];
  it.each(bad)("%s is %i %s", async (url, status, code) => {
    const response = await get(url);
    expect([response.statusCode, response.json().error.code]).toEqual([status, code]);
  });

  it("screens loaded entries in the shape of the OpenSanctions API too", async () => {
    const response = await server.inject({
      method: "POST",
      url: "/match/us_entity_list",
      headers: { host, "content-type": "application/json" },
      payload: JSON.stringify({ queries: { q: { schema: "Company", properties: { name: ["Nord Ltd"], country: ["cn"] } } } }),
    });
    expect(response.statusCode, response.body).toBe(200);
    expect(response.json().responses.q.results[0]).toMatchObject({ caption: "Nord Ltd", datasets: ["us-entity-list"], match: true });
  });

  it("are searched and fetched in that shape, as they are described", async () => {
    const description = (await get("/api/openapi.json")).json();
    const checked = async (path: string, url: string) => {
      const response = await get(url);
      expect(response.statusCode, response.body).toBe(200);
      const { schema } = description.paths[path].get.responses["200"].content["application/json"];
      expect(described(schema, description).safeParse(response.json()).error, path).toBeUndefined();
      return response.json();
    };
    const found = await checked("/search/{dataset}", "/search/default?q=Nord%20Ltd&countries=cn&fuzzy=true");
    expect(found.results[0]).toMatchObject({ caption: "Nord Ltd", datasets: ["us-entity-list"] });
    expect(found.levermap.ignored).toEqual(["fuzzy"]);
    expect(found.facets.datasets.values[0]).toMatchObject({ name: "us-entity-list" });
    expect((await checked("/search/{dataset}", "/search/default?q=Nord%20Ltd&countries=br")).results).toEqual([]);
    const [first, second] = (await checked("/search/{dataset}", "/search/default?q=Nord%20Ltd&limit=2")).results;
    expect((await checked("/search/{dataset}", "/search/default?q=Nord%20Ltd&limit=1&offset=1")).results).toEqual([second]);
    const entity = await checked("/entities/{id}", `/entities/${encodeURIComponent(first.id)}?nested=true`);
    expect([entity.id, entity.caption, entity.datasets]).toEqual([first.id, first.caption, first.datasets]);
    expect(first.id).toContain("/");
    const unescaped = await get(`/entities/${first.id}`);
    expect([unescaped.statusCode, unescaped.json()]).toEqual([200, entity]);
    expect((await checked("/catalog", "/catalog")).datasets[0].children).toContain("us-entity-list");
    expect(await checked("/readyz", "/readyz")).toEqual({ status: "ok" });
  });

  it("never fail inside, whatever is asked", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
      fc.constantFrom("Nord Ltd", "../x", "%", "=1+1", "'; DROP TABLE load;--"),
    );
    await fc.assert(
      fc.asyncProperty(text, async (asked) => {
        const word = encodeURIComponent(asked);
        for (const url of [
          `/search/default?q=${word}`,
          `/search/${word}?q=Nord`,
          `/entities/${word}`,
          `/api/owners?party=${word}`,
          `/api/item?query=${word}&to=CN`,
        ]) {
          const { statusCode } = await get(url);
          expect([url, statusCode < 500]).toEqual([url, true]);
        }
      }),
      { numRuns: isLong ? 40 : 15 },
    );
  });

  it("need the token there too, but for the question whether the server is up; and each search counts as a name", async () => {
    const closed = await createServer({ ask: map, webDir: "nowhere", rate, token: "t", nameRate: { burst: 2, perSecond: 0.001 } });
    for (const url of [
      "/search/default?q=Nord",
      "/%73earch/default?q=Nord",
      "/entities/x",
      "/catalog",
      "/algorithms",
      "/api/owners?party=Nord",
    ])
      expect([url, (await get(url, closed)).statusCode]).toEqual([url, 401]);
    expect((await get("/healthz", closed)).json()).toEqual({ status: "ok" });
    expect((await get("/search/default?q=Nord", closed)).statusCode).toBe(429);
    await closed.close();
  });

  it("says that no list is loaded", async () => {
    const bare = await createServer({ ask: fixtureAsk(), webDir: "nowhere", rate });
    const response = await get("/api/screen?name=Nord", bare);
    expect([response.statusCode, response.json().error.code]).toEqual([409, "LM_NO_LISTS"]);
    expect((await get("/healthz", bare)).statusCode).toBe(200);
    await bare.close();
  });
});
