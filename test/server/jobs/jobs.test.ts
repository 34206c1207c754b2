import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { LevermapError } from "../../../src/base/errors.ts";
import { isOver, type JobDone, newJob } from "../../../src/server/jobs/job.ts";
import { JobFiles } from "../../../src/server/jobs/job-book.ts";
import { Jobs, type RunJob } from "../../../src/server/jobs/jobs.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const asked = { what: "load", source: "csl", file: "list.csv", edition: null, user: "anna" } as const;
const done: JobDone = { loaded: [], purged: null, generation: "2-bbbb" };
const body = (text = "a,b\n1,2\n"): Readable => Readable.from([Buffer.from(text)]);

interface Begun {
  readonly path: string | null;
  readonly end: (thrown?: unknown) => void;
}

/** A server's jobs, each under way until it is ended or stopped. */
async function open(dir = temporaryFolder(), mostBytes = 1000) {
  const begun: Begun[] = [];
  const [written, failed] = [vi.fn(), vi.fn()];
  const run: RunJob = (_, { path, signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      begun.push({ path, end: (thrown) => (thrown === undefined ? resolve(done) : reject(thrown)) });
    });
  const jobs = await Jobs.open({ dir, run, written, failed, mostBytes });
  return { dir, jobs, begun, written, failed, folder: join(dir, "jobs") };
}

const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "no error",
    (thrown: LevermapError) => thrown.code,
  );

describe("jobs", () => {
  it("are done one after the other, told as they go, and leave no file behind", async () => {
    const { jobs, begun, written, folder } = await open();
    const [first, second] = [await jobs.post(asked, body()), await jobs.post(asked, body())];
    await vi.waitFor(() => expect(begun).toHaveLength(1));
    expect([jobs.get(first.id).state, jobs.get(second.id).state]).toEqual(["running", "waiting"]);
    expect(begun[0]!.path).toBe(join(folder, first.id, "file", "list.csv"));
    const told: string[] = [];
    jobs.watch(first.id, ({ state }) => told.push(state));
    begun[0]!.end();
    await vi.waitFor(() => expect(begun).toHaveLength(2));
    expect(jobs.get(first.id)).toMatchObject({ state: "done", generation: "2-bbbb", tries: 1, user: "anna" });
    expect(told).toEqual(["done"]);
    expect(existsSync(join(folder, first.id, "file"))).toBe(false);
    begun[1]!.end(new LevermapError("LM_LOAD_UNRECOGNISED", "It is no list."));
    await vi.waitFor(() => expect(jobs.get(second.id).state).toBe("failed"));
    expect(jobs.get(second.id).fault).toMatchObject({ code: "LM_LOAD_UNRECOGNISED", message: "It is no list." });
    expect(readdirSync(join(folder, second.id))).toEqual(["job.json"]);
    expect(written).toHaveBeenCalledTimes(1);
  });

  it("are refused where too many wait or the file is too large, empty or broken off, and nothing of it is kept", async () => {
    const { jobs, folder } = await open();
    const broken = new Readable({
      read() {
        this.push("half");
        this.destroy(new Error("aborted"));
      },
    });
    expect(await code(jobs.post(asked, body("x".repeat(1001))))).toBe("LM_SERVER_TOO_LARGE");
    expect(await code(jobs.post(asked, body("")))).toBe("LM_SERVER_QUESTION");
    expect(await code(jobs.post(asked, broken))).toBe("LM_INTERRUPTED");
    expect(readdirSync(folder)).toEqual([]);
    for (let at = 0; at < 8; at++) await jobs.post(asked, body());
    expect(await code(jobs.post(asked, body()))).toBe("LM_SERVER_TOO_MANY");
    await jobs.close();
  });

  it("are stopped, waiting or under way", async () => {
    const { jobs, begun, folder } = await open();
    const [first, second] = [await jobs.post(asked, body()), await jobs.post(asked, body())];
    await vi.waitFor(() => expect(begun).toHaveLength(1));
    for (const { id } of [second, first]) expect(jobs.stop(id, "ben")).toBe(true);
    await vi.waitFor(() => expect(jobs.all.every(isOver)).toBe(true));
    expect(jobs.all.map(({ state, fault }) => [state, fault!.code, fault!.message])).toEqual([
      ["stopped", "LM_INTERRUPTED", "ben stopped the job."],
      ["stopped", "LM_INTERRUPTED", "ben stopped the job."],
    ]);
    expect(begun).toHaveLength(1);
    expect(jobs.stop(first.id, "ben")).toBe(false);
    expect(() => jobs.stop("0".repeat(16), "ben")).toThrow("no job");
    expect(readdirSync(join(folder, first.id))).toEqual(["job.json"]);
  });

  it("are begun anew by the next server, also after this one was closed or killed; what was not posted to its end is removed", async () => {
    const { dir, jobs, begun, folder } = await open();
    const [first, second] = [await jobs.post(asked, body()), await jobs.post(asked, body())];
    await vi.waitFor(() => expect(begun).toHaveLength(1));
    await jobs.close();
    mkdirSync(join(folder, "f".repeat(16), "file"), { recursive: true });
    writeFileSync(join(folder, "f".repeat(16), "file", "half.csv"), "half");
    const next = await open(dir);
    expect(readdirSync(folder).sort()).toEqual([first.id, second.id].sort());
    await vi.waitFor(() => expect(next.begun).toHaveLength(1));
    next.begun[0]!.end();
    await vi.waitFor(() => expect(next.begun).toHaveLength(2));
    // As one that is killed leaves it: under way on disk
    const third = await open(dir);
    expect(third.jobs.get(first.id).state).toBe("done");
    await vi.waitFor(() => expect(third.jobs.get(second.id)).toMatchObject({ state: "running", tries: 2 }));
    third.begun[0]!.end();
    await vi.waitFor(() => expect(third.jobs.get(second.id).state).toBe("done"));
  });

  it("are told to be lost where their file is gone, or servers ended under them again and again", async () => {
    const { dir, jobs, begun, folder } = await open();
    const first = await jobs.post(asked, body());
    await vi.waitFor(() => expect(begun).toHaveLength(1));
    rmSync(join(folder, first.id, "file"), { recursive: true });
    const often = { ...newJob(asked, new Date()), tries: 3, state: "running" } as const;
    const files = new JobFiles(dir);
    await files.makeRoom(often.id);
    writeFileSync(files.pathOf(often.id, "list.csv"), "x");
    await files.write(often);
    const next = await open(dir);
    expect(next.begun).toEqual([]);
    for (const id of [first.id, often.id]) expect(next.jobs.get(id)).toMatchObject({ state: "lost", fault: { code: "LM_INTERRUPTED" } });
    expect(readdirSync(join(folder, often.id))).toEqual(["job.json"]);
    const last = await open(dir);
    expect(last.jobs.get(first.id).state).toBe("lost");
  });

  it("let short writes go first, one at a time, and wait for writers that are not of this server", async () => {
    const { jobs, begun } = await open();
    await jobs.post(asked, body());
    await jobs.post(asked, body());
    await vi.waitFor(() => expect(begun).toHaveLength(1));
    const order: string[] = [];
    let tries = 0;
    const short = jobs.short(async () => {
      if (tries++ === 0) throw new LevermapError("LM_WORKSPACE_BUSY", "Somebody writes.");
      order.push(`short beside ${begun.length}`);
      return "kept";
    });
    const refused = code(jobs.short(() => Promise.reject(new LevermapError("LM_USAGE", "no"))).finally(() => order.push("refused")));
    begun[0]!.end();
    expect(await refused).toBe("LM_USAGE");
    expect(await short).toBe("kept");
    await vi.waitFor(() => expect(begun).toHaveLength(2));
    expect([order, tries]).toEqual([["short beside 1", "refused"], 2]);
    await jobs.close();
    expect(await code(jobs.short(async () => "kept"))).toBe("LM_INTERRUPTED");
    expect(await code(jobs.post(asked, body()))).toBe("LM_INTERRUPTED");
  });
});
