import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { LevermapError } from "../../../src/base/errors.ts";
import { unpacked } from "../../../src/server/work/answer-body.ts";
import { AnswerProcesses } from "../../../src/server/work/answer-processes.ts";
import type { ProcessLimits } from "../../../src/server/work/processes.ts";
import type { RunCall, Step } from "../../../src/server/work/runner.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { smallCopy } from "../../answers/small-workspace.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const now = Date.parse("2026-11-25T12:00:00Z");
const open: AnswerProcesses[] = [];
let small: string;
beforeAll(async () => {
  small = await smallCopy();
});
afterEach(async () => void (await Promise.all(open.splice(0).map((each) => each.close()))));

async function started(limits: Partial<ProcessLimits> = {}, dir = small): Promise<AnswerProcesses> {
  const processes = new AnswerProcesses({ dir, asOf: null, generation: null }, limits);
  open.push(processes);
  return processes;
}

const call = (given: Partial<RunCall> = {}): RunCall => ({ now, signal: new AbortController().signal, onStep: () => undefined, ...given });

/** Takes a minute or more where nobody stops it. */
const long = { name: "leverage", input: { on: "XA", draws: 20_000 } } as const;

describe("processes that answer", () => {
  it("answer as of the day of the question, and tell coded errors as they are", async () => {
    const processes = await started();
    const map = async (at: string) =>
      JSON.parse(unpacked(await processes.run({ name: "map", input: {} }, call({ now: Date.parse(at) })))).asOf;
    expect(await map("2026-11-25T23:59:59Z")).toBe("2026-11-25");
    expect(await map("2026-11-26T00:00:00Z")).toBe("2026-11-26");
    await expect(processes.run({ name: "map", input: { home: "ZZ" } }, call())).rejects.toMatchObject({ code: "LM_ECONOMY_UNKNOWN" });
    await expect(processes.run({ name: "map", input: { house: "KR" } }, call())).rejects.toMatchObject({ code: "LM_USAGE" });
    expect(processes.count).toBe(1);
  });

  it("tell steps, end when they are stopped, and are free for the next question", async () => {
    const processes = await started();
    const stop = new AbortController();
    const steps: Step[] = [];
    const onStep = (step: Step): void => {
      steps.push(step);
      if (steps.length === 2) stop.abort(new LevermapError("LM_INTERRUPTED", "gone"));
    };
    await expect(processes.run(long, call({ signal: stop.signal, onStep }))).rejects.toMatchObject({
      code: "LM_INTERRUPTED",
      message: "gone",
    });
    expect(steps[0]).toMatchObject({ total: 20_000, label: expect.stringMatching(/^draws/) });
    expect(JSON.parse(unpacked(await processes.run({ name: "facts", input: {} }, call())))).toHaveProperty("asOf");
  });

  it("are killed where they do not end by themselves, and leave the workspace free", async () => {
    const processes = await started({ grace: 0 });
    const stop = new AbortController();
    await expect(
      processes.run(long, call({ signal: stop.signal, onStep: () => stop.abort(new LevermapError("LM_INTERRUPTED", "gone")) })),
    ).rejects.toMatchObject({ code: "LM_INTERRUPTED" });
    await processes.close();
    expect(processes.count).toBe(0);
    (await openWorkspace(small, { mode: "write" })).close();
  });

  it.runIf(process.platform === "linux")("are ended where they take too much memory", async () => {
    const processes = await started({ bytes: 150 * 2 ** 20 });
    await expect(processes.run(long, call())).rejects.toMatchObject({ code: "LM_SERVER_BUDGET" });
    expect(processes.count).toBe(0);
  });

  it("end once they have had nothing to do for a while", async () => {
    const processes = await started({ idle: 1 });
    await processes.run({ name: "facts", input: {} }, call());
    await expect.poll(() => processes.count).toBe(0);
  });

  it("tell a workspace that is not there, by its code", async () => {
    const processes = await started({}, temporaryFolder());
    await expect(processes.run({ name: "facts", input: {} }, call())).rejects.toMatchObject({ code: "LM_WORKSPACE_MISSING" });
  });
});
