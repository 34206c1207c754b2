import { tmpdir } from "node:os";
import type { FastifyInstance } from "fastify";
import { afterAll, describe, expect, it } from "vitest";
import { readPlanText } from "../../src/answers/plan/plan-file.ts";
import { createServer, type ServerOptions } from "../../src/server/create-server.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { described } from "./described.ts";

const open: FastifyInstance[] = [];
afterAll(() => Promise.all(open.map((server) => server.close())));

async function serve(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const server = await createServer({ ask: fixtureAsk(), webDir: tmpdir(), ...options });
  open.push(server);
  return server;
}

const ask = (server: FastifyInstance, url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { host: "127.0.0.1:4173", ...headers } });

describe("description", () => {
  it("describes every question, and the answers fit it", async () => {
    const server = await serve();
    const description = (await ask(server, "/api/openapi.json")).json();
    expect(description.openapi).toMatch(/^3\.1/);
    expect(Object.keys(description.paths).sort()).toEqual([
      "/algorithms",
      "/api/audit",
      "/api/backtest",
      "/api/blocks",
      "/api/cases",
      "/api/cases/changes",
      "/api/cases/customers/{customer}",
      "/api/cases/decisions",
      "/api/cases/runs",
      "/api/changes",
      "/api/chokepoints",
      "/api/control",
      "/api/controls",
      "/api/controls/diff",
      "/api/controls/exposure",
      "/api/controls/timeline",
      "/api/controls/watch",
      "/api/decisions",
      "/api/dossier",
      "/api/economies/{economy}",
      "/api/facts",
      "/api/find",
      "/api/gaps",
      "/api/half-life",
      "/api/half-life/{technology}",
      "/api/holder",
      "/api/holders",
      "/api/item",
      "/api/jobs",
      "/api/jobs/loads",
      "/api/jobs/measures",
      "/api/jobs/purges",
      "/api/jobs/{id}",
      "/api/jobs/{id}/stop",
      "/api/leverage",
      "/api/map",
      "/api/organisations/{organisation}",
      "/api/owners",
      "/api/patent",
      "/api/patents/saved",
      "/api/patents/saved/end",
      "/api/patents/search",
      "/api/patents/similar",
      "/api/plan",
      "/api/plan/{id}",
      "/api/plan/{id}/explain",
      "/api/plan/{id}/outline",
      "/api/plan/{id}/variants",
      "/api/plans",
      "/api/plans/compare",
      "/api/portfolio",
      "/api/published",
      "/api/scenarios",
      "/api/screen",
      "/api/simulate",
      "/api/status",
      "/api/technologies",
      "/api/technologies/{id}",
      "/api/technologies/{id}/history",
      "/api/technologies/{id}/patents",
      "/api/work/{id}/stop",
      "/catalog",
      "/entities/{id}",
      "/healthz",
      "/match/{dataset}",
      "/readyz",
      "/search/{dataset}",
    ]);
    const urls: Record<string, string> = {
      "/api/changes": "/api/changes?source=eto",
      "/api/find": "/api/find?query=invented",
      "/api/half-life": "/api/half-life?source=eto&draws=50",
      "/api/half-life/{technology}": "/api/half-life/technology-7",
      "/api/holder": "/api/holder?name=org-beta",
      "/api/patent": "/api/patent?number=US1000001",
      "/api/patents/search": "/api/patents/search?words=invented",
      "/api/patents/similar": "/api/patents/similar?like=invented",
      "/api/plan/{id}": "/api/plan/invented",
      "/api/plan/{id}/outline": "/api/plan/invented/outline",
      "/api/plan/{id}/variants": "/api/plan/invented-lab/variants",
      "/api/portfolio": "/api/portfolio?holder=org-beta",
      "/api/simulate": "/api/simulate?id=invented",
      "/api/technologies/{id}/patents": "/api/technologies/technology-7/patents",
      "/api/technologies/{id}": "/api/technologies/technology-7",
    };
    const {
      "/match/{dataset}": match,
      "/api/plan": ownPlan,
      "/api/work/{id}/stop": stop,
      "/api/patents/saved/end": end,
      "/api/jobs/loads": postLoad,
      "/api/jobs/measures": postMeasure,
      "/api/jobs/{id}/stop": stopJob,
      "/api/decisions": decideName,
      "/api/cases/decisions": decideCase,
      ...questions
    } = description.paths;
    for (const each of [match, ownPlan, stop, end, postLoad, postMeasure, stopJob, decideName, decideCase])
      expect(Object.keys(each)).toEqual(["post"]);
    expect(Object.keys(postLoad.post.requestBody.content)).toEqual(["application/octet-stream"]);
    expect(match.post.requestBody.content["application/json"].schema.required).toEqual(["queries"]);
    for (const [path, entry] of Object.entries<{ get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }>(
      questions,
    )) {
      // Those on the folder, lists, items, rules, facts, profiles and dossiers are asked of a workspace that has some.
      if (
        /^\/(?:search|entities|catalog|readyz)|^\/api\/(?:audit|jobs|screen|cases|owners|item|controls?|dossier|facts|gaps|economies|organisations)(?:\/|$)|\/history$/.test(
          path,
        )
      )
        continue;
      // The invented plan has nothing to explain or compare.
      if (/explain|compare/.test(path)) continue;
      const schema = entry.get.responses["200"]?.content["application/json"]?.schema;
      const answer = (await ask(server, urls[path] ?? path)).json();
      const check = described(schema ?? {}, description);
      expect(check.safeParse(answer).error, path).toBeUndefined();
      expect(check.safeParse({}).success, path).toBe(false);
    }
  });

  it("has an example of every field and body that is needed, which fits", async () => {
    const description = (await ask(await serve(), "/api/openapi.json")).json();
    interface Exampled {
      readonly example?: unknown;
      readonly schema: { readonly example?: unknown; readonly pattern?: string };
    }
    interface Operation {
      readonly parameters?: readonly (Exampled & { readonly name: string; readonly required?: boolean })[];
      readonly requestBody?: { readonly content: Readonly<Record<string, Exampled>> };
    }
    const operations = Object.entries<Record<string, Operation>>(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
    );
    for (const [route, { parameters = [], requestBody }] of operations) {
      for (const { name, required = false, example, schema } of parameters) {
        if (required) expect(example, `${route} ${name}`).toBeDefined();
        if (example === undefined) continue;
        // Zod reads the patterns of JSON Schema without the letters of Unicode
        const { pattern = "", ...plain } = schema;
        expect(described(plain, description).safeParse(example).error, `${route} ${name}`).toBeUndefined();
        expect(String(example), `${route} ${name}`).toMatch(new RegExp(pattern, "u"));
      }
      for (const [kind, { schema, example = schema.example }] of Object.entries(requestBody?.content ?? {})) {
        if (kind !== "application/json") continue;
        expect(example, route).toBeDefined();
        expect(described(schema, description).safeParse(example).error, route).toBeUndefined();
      }
    }
    expect(() =>
      readPlanText("example", JSON.stringify(description.paths["/api/plan"].post.requestBody.content["application/json"].example)),
    ).not.toThrow();
  });

  it("says that a token is needed", async () => {
    const server = await serve({ token: "t" });
    const description = (await ask(server, "/api/openapi.json", { authorization: "Bearer t" })).json();
    expect(description.security).toEqual([{ token: [] }]);
  });
});
