import { afterEach, describe, expect, it } from "vitest";
import { LevermapError } from "../../../src/base/errors.ts";
import { unpacked } from "../../../src/server/work/answer-body.ts";
import { answerStore } from "../../../src/server/work/answer-store.ts";
import { Desk, type DeskOptions } from "../../../src/server/work/desk.ts";
import type { Asked, RunCall, Runner } from "../../../src/server/work/runner.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { filesIn } from "./files-in.ts";

interface Run {
  readonly asked: Asked;
  readonly call: RunCall;
  readonly answer: (text: string) => void;
  readonly fail: (thrown: unknown) => void;
}

/** A runner whose work ends when it is told to, or stopped. */
function heldRunner(): { readonly runner: Runner; readonly runs: Run[] } {
  const runs: Run[] = [];
  const run: Runner["run"] = (asked, call) =>
    new Promise((resolve, reject) => {
      call.signal.addEventListener("abort", () => reject(call.signal.reason));
      runs.push({ asked, call, answer: resolve, fail: reject });
    });
  return { runner: { run, close: async () => undefined }, runs };
}

const desks: Desk[] = [];
// A question that nobody ends runs into its limit minutes later, in the midst of another file's tests
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

function heldDesk(options: Partial<DeskOptions> = {}) {
  const { runner, runs } = heldRunner();
  const desk = new Desk({ runner, limits: { slots: 2, mostWaiting: 100, mostOfClient: 10 }, ...options });
  desks.push(desk);
  return { desk, runs };
}

/** Asks without waiting for the answer. */
const begin = (desk: Desk, asked: Asked): void => void desk.ask(asked, "heavy", there).catch(() => undefined);

const leverage = (on: string): Asked => ({ name: "leverage", input: { on } });
const there = { client: "a", signal: new AbortController().signal };
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("Desk", () => {
  it("works once for all who ask the same at the time, and tells each of the steps", async () => {
    const { desk, runs } = heldDesk();
    const told: string[] = [];
    const asking = ["a", "b", "c"].map((client) =>
      desk.ask(leverage("CN"), "heavy", { ...there, client, onStep: ({ done }) => told.push(`${client}${done}`) }),
    );
    await settle();
    expect(runs).toHaveLength(1);
    runs[0]!.call.onStep({ done: 7, total: 9, label: "draws" });
    expect(told).toEqual(["a7", "b7", "c7"]);
    runs[0]!.answer("{}");
    expect(await Promise.all(asking)).toEqual(["{}", "{}", "{}"]);
    begin(desk, leverage("CN"));
    await settle();
    expect(runs).toHaveLength(2);
  });

  it("knows what cannot be answered once it was asked for, and tries again what failed otherwise", async () => {
    const { desk, runs } = heldDesk();
    const ask = () => desk.ask(leverage("CN"), "heavy", there);
    const failing = async (thrown: Error): Promise<void> => {
      const asking = ask();
      await settle();
      runs.at(-1)!.fail(thrown);
      await expect(asking).rejects.toBe(thrown);
    };
    await failing(new LevermapError("LM_SERVER_BUDGET", "too long"));
    await failing(new Error("a defect"));
    const refusal = new LevermapError("LM_ECONOMY_UNKNOWN", "There is none.");
    await failing(refusal);
    expect(runs).toHaveLength(3);
    await expect(ask()).rejects.toBe(refusal);
    expect(runs).toHaveLength(3);
    begin(desk, leverage("US"));
    await settle();
    expect(runs).toHaveLength(4);
  });

  it("stops the work when the last who waits has gone, and begins anew for who comes then", async () => {
    const { desk, runs } = heldDesk();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = desk.ask(leverage("CN"), "heavy", { client: "a", signal: first.signal });
    const two = desk.ask(leverage("CN"), "heavy", { client: "b", signal: second.signal });
    await settle();
    first.abort(new Error("first gone"));
    await expect(one).rejects.toThrow("first gone");
    expect(runs[0]!.call.signal.aborted).toBe(false);
    second.abort(new Error("second gone"));
    begin(desk, leverage("CN"));
    await expect(two).rejects.toThrow("second gone");
    expect(runs[0]!.call.signal.aborted).toBe(true);
    await expect.poll(() => runs.length).toBe(2);
    expect([desk.running, desk.waiting]).toEqual([1, 0]);
  });

  it("gives a failure to all who waited, and keeps none that is no refusal", async () => {
    const { desk, runs } = heldDesk({ store: answerStore({ files: null }) });
    const asking = [desk.ask(leverage("CN"), "heavy", there), desk.ask(leverage("CN"), "heavy", { ...there, client: "b" })];
    await settle();
    runs[0]!.fail(new LevermapError("LM_DISK_SPACE", "There is none."));
    for (const each of await Promise.allSettled(asking)) expect(each).toMatchObject({ reason: { code: "LM_DISK_SPACE" } });
    begin(desk, leverage("CN"));
    await expect.poll(() => runs.length).toBe(2);
  });

  it("stops what has run too long, by a coded error", async () => {
    const { desk, runs } = heldDesk({ mostSeconds: 0.01 });
    await expect(desk.ask(leverage("CN"), "heavy", there)).rejects.toMatchObject({ code: "LM_SERVER_BUDGET" });
    expect(runs[0]!.call.signal.aborted).toBe(true);
    await expect.poll(() => desk.running).toBe(0);
  });

  it("stops all when it closes", async () => {
    const { desk } = heldDesk();
    const asking = ["CN", "KR", "JP"].map((on) => desk.ask(leverage(on), "heavy", there));
    await settle();
    expect([desk.running, desk.waiting]).toEqual([1, 2]);
    await desk.close();
    for (const each of await Promise.allSettled(asking)) expect(each).toMatchObject({ reason: { code: "LM_INTERRUPTED" } });
  });

  it("keeps answers by question and day, in memory and on disk, and takes them up again", async () => {
    const folder = temporaryFolder();
    let now = new Date("2026-11-28T23:59:00Z");
    const opened = () => heldDesk({ store: answerStore({ files: filesIn(folder) }), now: () => now });
    const first = opened();
    const answer = first.desk.ask(leverage("CN"), "heavy", there);
    await expect.poll(() => first.runs.length).toBe(1);
    first.runs[0]!.answer('{"a":1}');
    expect(await answer).toBe('{"a":1}');
    for (const { desk, runs } of [first, opened()]) {
      const before = runs.length;
      expect(unpacked(await desk.ask(leverage("CN"), "heavy", there))).toBe('{"a":1}');
      expect(runs).toHaveLength(before);
    }
    now = new Date("2026-11-29T00:00:01Z");
    const next = opened();
    begin(next.desk, leverage("CN"));
    await expect.poll(() => next.runs.length).toBe(1);
    expect(next.runs[0]!.call.now).toBe(now.getTime());
  });
});
