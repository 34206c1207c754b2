import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../src/library/open.ts";
import { createServer } from "../../src/server/create-server.ts";
import { openBundled } from "../answers/bundled-workspace.ts";
import { described } from "./described.ts";

let map: Levermap;
let server: FastifyInstance;
const get = (url: string) => server.inject({ url, headers: { host: "127.0.0.1:4173" } });

beforeAll(async () => {
  map = await openBundled();
  server = await createServer({ ask: map, webDir: "nowhere", rate: { burst: 1000, perSecond: 1000 } });
});
afterAll(async () => {
  await server?.close();
  map?.close();
});

const good: Readonly<Record<string, readonly string[]>> = {
  "/api/economies/{economy}": ["/api/economies/DE", "/api/economies/EU", "/api/economies/Vietnam"],
  "/api/organisations/{organisation}": ["/api/organisations/tokyo-electron", "/api/organisations/SMIC"],
  "/api/technologies/{id}/history": ["/api/technologies/nand/history"],
  "/api/facts": ["/api/facts"],
  "/api/gaps": ["/api/gaps?top=5"],
};

describe("questions on facts, economies and organisations", () => {
  it("are answered as they are described", async () => {
    const description = (await get("/api/openapi.json")).json();
    for (const [path, urls] of Object.entries(good)) {
      const check = described(description.paths[path].get.responses["200"].content["application/json"].schema, description);
      for (const url of urls) {
        const response = await get(url);
        expect([url, response.statusCode, response.statusCode === 200 ? "" : response.body]).toEqual([url, 200, ""]);
        expect(check.safeParse(response.json()).error, url).toBeUndefined();
      }
    }
  });

  it("say what was meant where a name is none", async () => {
    for (const url of ["/api/economies/Germny", "/api/organisations/tokyo-elektron"]) {
      const { statusCode, body } = await get(url);
      expect([url, statusCode]).toEqual([url, 404]);
      expect(body).toMatch(/[Dd]id you mean/);
    }
  });
});
