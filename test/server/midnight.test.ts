import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { type Levermap, open } from "../../src/library/open.ts";
import { createServer } from "../../src/server/create-server.ts";
import { inventedControls } from "../answers/controls/controls-invented.ts";

const headers = { host: "127.0.0.1:4173" };
/** "Nord Ltd" is listed from 2020-12-18 on. */
const [dayBefore, listed] = ["2020-12-17", "2020-12-18"];
let now = new Date(`${dayBefore}T23:59:58Z`);
let dir = "";
const effects = { ...quietEffects, clock: { now: () => now } };
const servers: { readonly map: Levermap; readonly server: FastifyInstance }[] = [];

async function serve(asOf?: string): Promise<(url: string) => Promise<ReturnType<typeof JSON.parse>>> {
  const map = await open(dir, { asOf, effects });
  const server = await createServer({ ask: map, webDir: "nowhere" });
  servers.push({ map, server });
  return async (url) => (await server.inject({ url, headers })).json();
}

beforeAll(async () => {
  dir = await inventedControls();
});
afterAll(async () => {
  for (const { map, server } of servers) {
    await server.close();
    map.close();
  }
});

const standing = ({ results }: { results: readonly { hits: readonly unknown[]; notInForce: readonly unknown[] }[] }) => [
  results[0]?.hits.length,
  results[0]?.notInForce.length,
];

describe("a server that runs over midnight", () => {
  it("answers as of the new day at the next request, on lists and map alike", async () => {
    now = new Date(`${dayBefore}T23:59:58Z`);
    const get = await serve();
    const name = "/api/screen?name=Nord%20Ltd&list=us-entity-list";
    const before = await get(name);
    expect([before.asOf, ...standing(before)]).toEqual([dayBefore, 0, 1]);
    expect((await get("/api/map")).asOf).toBe(dayBefore);
    expect((await get("/api/chokepoints?top=1")).asOf).toBe(dayBefore);

    now = new Date(`${listed}T00:00:01Z`);
    const after = await get(name);
    expect([after.asOf, ...standing(after)]).toEqual([listed, 1, 0]);
    expect((await get("/api/map")).asOf).toBe(listed);
    expect((await get("/api/chokepoints?top=1")).asOf).toBe(listed);
    expect((await get("/api/controls")).asOf).toBe(listed);
    expect(servers.at(-1)?.map.asOf).toBe(listed);
  });

  it("stays on the day that it was told, whatever the clock says", async () => {
    now = new Date(`${dayBefore}T23:59:58Z`);
    const get = await serve(dayBefore);
    now = new Date("2021-03-01T00:00:00Z");
    const answer = await get("/api/screen?name=Nord%20Ltd&list=us-entity-list");
    expect([answer.asOf, ...standing(answer)]).toEqual([dayBefore, 0, 1]);
    expect((await get("/api/map")).asOf).toBe(dayBefore);
  });

  it("no longer says of a day that has come that nothing is known after it", async () => {
    now = new Date("2026-11-25T12:00:00Z");
    const get = await serve("2026-11-26");
    const limits = async (): Promise<readonly string[]> => (await get("/api/map")).evidence.limits;
    expect((await limits()).join(" ")).toContain("2026-11-26 is to come");
    now = new Date("2026-11-26T00:00:00Z");
    expect((await limits()).join(" ")).not.toContain("is to come");
  });

  it("answers a question on the day on which it was put, from its first row to its last", async () => {
    now = new Date(`${dayBefore}T23:59:59Z`);
    await serve();
    const { map } = servers.at(-1)!;
    const asked = [map.map(), map.chokepoints({ top: 1 }), map.screen({ queries: [{ name: "Nord Ltd" }] })] as const;
    now = new Date(`${listed}T00:00:00Z`);
    for (const answer of await Promise.all(asked)) expect(answer.asOf).toBe(dayBefore);
    expect((await map.map()).asOf).toBe(listed);
  });
});
