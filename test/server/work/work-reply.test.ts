import { afterEach, describe, expect, it } from "vitest";
import { LevermapError } from "../../../src/base/errors.ts";
import { createServer } from "../../../src/server/create-server.ts";
import type { ErrorBody } from "../../../src/server/errors.ts";
import { listen } from "../../../src/server/listen.ts";
import { Desk } from "../../../src/server/work/desk.ts";
import type { Runner } from "../../../src/server/work/runner.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => void (await Promise.all(closing.splice(0).map((close) => close()))));

async function serve(run: Runner["run"], report?: (thrown: unknown) => void): Promise<string> {
  const desk = new Desk({ runner: { run, close: async () => undefined }, limits: { slots: 2, mostWaiting: 10, mostOfClient: 10 } });
  const server = await createServer({ ask: fixtureAsk(), webDir: "nowhere", desk, report, longestAnswer: 100 });
  closing.push(() => server.close());
  return listen(server, { port: 0 });
}

const untilStopped: Runner["run"] = (_, { signal }) =>
  new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

const asEvents = { headers: { accept: "text/event-stream" } };

describe("a question that is worked on", () => {
  it("tells steps and answer as events to a client that asks for them", async () => {
    const address = await serve(async (_, { onStep }) => {
      onStep({ done: 1, total: 2, label: "draws" });
      return '{"finding":"one"}';
    });
    const response = await fetch(`${address}/api/leverage`, asEvents);
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      200,
      "text/event-stream; charset=utf-8",
      "no-store",
    ]);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    expect(await response.text()).toBe(
      'event: step\ndata: {"done":1,"total":2,"label":"draws"}\n\nevent: answer\ndata: {"finding":"one"}\n\n',
    );
  });

  it("tells a fault as an event, with a defect kept inside", async () => {
    const reported: unknown[] = [];
    let thrown: unknown = new LevermapError("LM_ECONOMY_UNKNOWN", "There is none.");
    const address = await serve(
      () => Promise.reject(thrown),
      (each) => reported.push(each),
    );
    const fault = async (on: string) =>
      /^event: fault\ndata: (.*)\n\n$/.exec(await (await fetch(`${address}/api/leverage?on=${on}`, asEvents)).text())?.[1];
    expect(JSON.parse((await fault("AA")) ?? "")).toMatchObject({ error: { code: "LM_ECONOMY_UNKNOWN", message: "There is none." } });
    expect(reported).toEqual([]);
    thrown = new Error("secret");
    // Of another question: that the first cannot be answered is known by now
    const inside = (await fault("BB")) ?? "";
    expect(JSON.parse(inside)).toMatchObject({ error: { code: "LM_INTERNAL" } });
    expect(inside).not.toContain("secret");
    expect(reported).toEqual([thrown]);
  });

  it("is stopped when its client says so, under the id it was sent with, and by nobody else's", async () => {
    const address = await serve(untilStopped);
    const id = "0123456789abcdef";
    const answer = fetch(`${address}/api/leverage`, { headers: { "x-request-id": id } });
    const stop = async (of: string) => (await fetch(`${address}/api/work/${of}/stop`, { method: "POST" })).json();
    await expect.poll(() => stop("fedcba9876543210")).toEqual({ stopped: false });
    await expect.poll(() => stop(id)).toEqual({ stopped: true });
    const response = await answer;
    expect([response.status, ((await response.json()) as ErrorBody).error.code]).toEqual([503, "LM_INTERRUPTED"]);
    expect(await stop(id)).toEqual({ stopped: false });
  });

  it("holds nobody up who asks for what takes a moment, and ends when the server closes", async () => {
    const address = await serve(untilStopped);
    const heavy = Array.from({ length: 8 }, (_, at) => fetch(`${address}/api/leverage?seed=${at + 1}`));
    await expect.poll(async () => (await fetch(`${address}/metrics`)).text()).toContain("levermap_waiting_questions 7");
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/api/technologies`)).status).toBe(200);
    await closing.pop()?.();
    expect((await Promise.all(heavy)).map(({ status }) => status)).toEqual(heavy.map(() => 503));
  });
});
