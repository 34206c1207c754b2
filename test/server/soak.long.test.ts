import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { purge } from "../../src/library/cases/purge.ts";
import { checkWorkspace } from "../../src/library/upkeep.ts";
import { nameKey } from "../../src/link/name-key.ts";
import type { Job } from "../../src/server/jobs/job.ts";
import { readDecisions } from "../../src/workspace/decisions.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { desk, listedKey, listedParties, screeningList } from "../library/cases/invented-desk.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { mulberry32 } from "../workspace/random.ts";
import { type Served, serveWorkspace } from "./served.ts";

/** Minutes; by default each deed once. */
const minutes = Number(process.env.LEVERMAP_SOAK ?? 0);
const seed = Number(process.env.LEVERMAP_SEED ?? 20_261_129);
const random = mulberry32(seed);
const below = (count: number): number => Math.floor(random() * count);

const parties = listedParties(120);
/** Entries that every list has, so that decisions on them are taken. */
const decidable = parties.slice(0, 20);
const paths = [
  "/api/status",
  "/api/controls",
  "/api/controls/timeline",
  "/api/scenarios",
  ...decidable.map(({ name }) => `/api/screen?name=${encodeURIComponent(name)}`),
];

/** What the workspace has to hold, as far as it was acknowledged; what was cut off may have been done or not. */
interface Model {
  readonly decisions: Map<string, string>;
  readonly doubtful: Set<string>;
  loads: number;
}

/** Answers by generation and address: one each. */
const answers = new Map<string, string>();
const tally: Record<string, number> = {};
const count = (what: string): void => {
  tally[what] = (tally[what] ?? 0) + 1;
};
const numberOf = (generation: string | null): number => Number.parseInt(generation ?? "0", 10);

async function read(server: Served): Promise<number> {
  const path = paths[below(paths.length)]!;
  const { status, generation, body } = await server.get(path);
  if (status === 429) {
    await setTimeout(1000);
    return read(server);
  }
  expect([path, status]).toEqual([path, 200]);
  const key = `${generation} ${path}`;
  expect([key, answers.get(key) ?? body]).toEqual([key, body]);
  answers.set(key, body);
  count("read");
  return numberOf(generation);
}

/** Several readers at once: of each the generation never goes back. */
async function readers(server: Served): Promise<void> {
  const one = async (): Promise<void> => {
    let last = 0;
    for (let at = 0; at < 4; at++) {
      const now = await read(server);
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
  };
  await Promise.all([one(), one(), one()]);
}

async function decide(server: Served, model: Model): Promise<void> {
  const party = decidable[below(decidable.length)]!;
  const verdict = ["true", "false", "unsure"][below(3)]!;
  const key = nameKey(party.name);
  model.doubtful.add(key);
  const { status, body } = await server.post("/api/decisions", { name: party.name, entry: listedKey(party), verdict });
  expect([status, body]).toEqual([200, expect.any(String)]);
  model.decisions.set(key, verdict);
  model.doubtful.delete(key);
  if ((JSON.parse(body) as { readonly shown: boolean }).shown) {
    const shown = await server.get(`/api/screen?name=${encodeURIComponent(party.name)}`);
    expect(JSON.parse(shown.body).results[0].hits[0].decision.verdict).toBe(verdict);
  }
  count("decision");
}

/** Posts a list that differs from all before it. */
async function post(server: Served, model: Model): Promise<string> {
  const rows = parties
    .slice(0, 21 + below(parties.length - 21))
    .map((party, at) => (at === 20 ? { ...party, address: `No. ${model.loads}` } : party));
  const name = `csl-${String(++model.loads).padStart(4, "0")}.csv`;
  const { status, body } = await server.post(`/api/jobs/loads?source=csl&name=${name}`, screeningList(rows));
  expect([status, body]).toEqual([202, expect.any(String)]);
  return (JSON.parse(body) as Job).id;
}

async function load(server: Served, model: Model): Promise<void> {
  const id = await post(server, model);
  await readers(server);
  expect(await server.over(id)).toMatchObject({ state: "done", fault: null });
  count("load");
}

async function takeOut(dir: string, model: Model): Promise<void> {
  const [key] = [...model.decisions.keys()];
  const party = decidable.find(({ name }) => nameKey(name) === key);
  if (party === undefined || key === undefined) return;
  await purge(dir, { name: party.name }, { user: "retention" });
  model.decisions.delete(key);
  model.doubtful.delete(key);
  count("purge");
}

/** Kills the server with a list under way, and starts another. */
async function kill(server: Served, dir: string, model: Model): Promise<Served> {
  const id = await post(server, model);
  await setTimeout(below(2000));
  await server.kill();
  const next = await serveWorkspace(dir);
  expect((await next.over(id)).state).toBe("done");
  count("kill");
  return next;
}

/** Resident megabytes, where the system tells. */
const residentOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

async function invariants(dir: string, model: Model): Promise<void> {
  expect((await checkWorkspace(dir)).problems).toEqual([]);
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    const kept = new Map((await readDecisions(workspace)).map(({ key, verdict }) => [key, verdict]));
    for (const [key, verdict] of model.decisions) if (!model.doubtful.has(key)) expect([key, kept.get(key)]).toEqual([key, verdict]);
    for (const key of kept.keys()) expect([key, model.decisions.has(key) || model.doubtful.has(key)]).toEqual([key, true]);
    const loads = (await workspace.status()).filter(({ source }) => source === "csl");
    expect(loads.length).toBe(model.loads);
  } finally {
    workspace.close();
  }
  const left = [
    ...(await readdir(join(dir, "jobs"), { recursive: true })).filter((name) => /[\\/]file/.test(name)),
    ...(await readdir(dir)).filter((name) => name.startsWith(".")),
  ];
  expect(left).toEqual([]);
}

describe("a server that is used for long", () => {
  it(`for ${minutes} minutes by seed ${seed}: reads, loads, decisions, purges and kills leave what was acknowledged, and nothing else`, async () => {
    const made = await desk(temporaryFolder(), "made");
    const { dir } = made;
    const model: Model = { decisions: new Map(), doubtful: new Set(), loads: 1 };
    await made.lists("2026-06-01", parties);
    let server = await serveWorkspace(dir);
    const memory: number[] = [];
    const until = performance.now() + minutes * 60_000;
    const deeds = [
      () => readers(server),
      () => readers(server),
      () => decide(server, model),
      () => decide(server, model),
      () => load(server, model),
      () => takeOut(dir, model),
      async () => {
        server = await kill(server, dir, model);
      },
    ];
    // Each once, then by chance
    for (const deed of deeds.slice(1)) await deed();
    while (performance.now() < until) {
      await deeds[below(deeds.length)]!();
      if (process.platform === "linux") memory.push(residentOf(server.pid));
    }
    expect(await server.stop()).toBe(0);
    await invariants(dir, model);
    // Of the last tenth against the first: it grows while it is warmed, and not without end
    if (memory.length >= 100) {
      const mean = (part: readonly number[]): number => part.reduce((sum, each) => sum + each, 0) / part.length;
      expect(mean(memory.slice(-10))).toBeLessThan(2 * mean(memory.slice(0, 10)) + 200);
    }
    console.info(`${JSON.stringify(tally)}; memory at most ${Math.round(Math.max(0, ...memory))} MB`);
  });
});
