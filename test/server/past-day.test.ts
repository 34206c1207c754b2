import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { type Levermap, open } from "../../src/library/open.ts";
import { createServer } from "../../src/server/create-server.ts";
import { openDesk } from "../../src/server/open-serving.ts";
import { answerStore } from "../../src/server/work/answer-store.ts";
import { inventedControls } from "../answers/controls/controls-invented.ts";

const headers = { host: "127.0.0.1:4173" };
/** "Nord Ltd" is listed from 2020-12-18 on. */
const [dayBefore, today] = ["2020-12-17", "2026-12-02"];
const closing: (() => Promise<unknown>)[] = [];
let dir = "";

interface Asked {
  readonly status: number;
  readonly body: ReturnType<typeof JSON.parse>;
}

/** Asks a server on a day, whose workers are processes of their own. */
async function serve(day: string, asOf?: string): Promise<(url: string) => Promise<Asked>> {
  const effects = { ...quietEffects, clock: { now: () => new Date(`${day}T08:00:00Z`) } };
  const map: Levermap = await open(dir, { asOf, effects });
  const desk = openDesk({ map, held: null, store: answerStore({ files: null }), asOf: asOf ?? null, workers: 1 });
  const server: FastifyInstance = await createServer({ ask: map, desk, webDir: "nowhere", asOf, day: () => day });
  closing.push(async () => {
    await server.close();
    map.close();
  });
  return async (url) => {
    const { statusCode, json } = await server.inject({ url, headers });
    return { status: statusCode, body: json() };
  };
}

beforeAll(async () => {
  dir = await inventedControls();
});
afterAll(async () => {
  for (const close of closing) await close();
});

describe("a question as of a day that is past", () => {
  it("is answered as it was on that day, on lists, rules and map alike", async () => {
    const now = await serve(today);
    const then = await open(dir, { effects: { ...quietEffects, clock: { now: () => new Date(`${dayBefore}T23:00:00Z`) } } });
    closing.push(async () => then.close());
    const nord = { queries: [{ name: "Nord Ltd" }], lists: ["us-entity-list"] };
    for (const [url, asked] of [
      ["/api/screen?name=Nord%20Ltd&list=us-entity-list", () => then.screen(nord)],
      ["/api/map", () => then.map({})],
      ["/api/technologies/oven", () => then.technology({ technology: "oven" })],
      ["/api/controls", () => then.controlsList({})],
    ] as const) {
      const { status, body } = await now(`${url}${url.includes("?") ? "&" : "?"}asOf=${dayBefore}`);
      expect([url, status]).toEqual([url, 200]);
      expect(body).toEqual(JSON.parse(JSON.stringify(await asked())));
      expect(body).not.toEqual((await now(url)).body);
    }
  });

  it("is as of today where today is asked for", async () => {
    const now = await serve(today);
    expect(await now(`/api/controls?asOf=${today}`)).toEqual(await now("/api/controls"));
  });

  it("is refused where it is no day, one to come, or another than the only one that is served", async () => {
    const [now, fixed] = [await serve(today), await serve(today, dayBefore)];
    for (const [ask, day, words] of [
      [now, "2026-02-30", "A day is written as"],
      [now, "2026-12-03", "is to come"],
      [fixed, "2020-12-16", "as of 2020-12-17 alone"],
    ] as const) {
      const { status, body } = await ask(`/api/controls?asOf=${day}`);
      expect([status, body.error.code, body.error.message]).toEqual([400, "LM_USAGE", expect.stringContaining(words)]);
    }
  });
});
