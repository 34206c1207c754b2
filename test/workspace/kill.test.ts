import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { tableNames } from "../../src/base/tables.ts";
import { exportTables } from "../../src/workspace/export.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { zipOf } from "../sources/zip.ts";
import { type FakeLine, fakeRow, writeFake } from "./fake-source.ts";
import { contents, temporaryFolder } from "./folder.ts";
import { mulberry32 } from "./random.ts";

const kills = Number(process.env.LEVERMAP_KILLS ?? 3);
const largeKills = Math.ceil(kills / 2);
const seed = 20261125;
/** The steps that the child tells before it has a workspace. */
const initSteps = 5;

const folder = temporaryFolder();
const input = join(folder, "input");
const bundle = fileURLToPath(new URL(`../../node_modules/.cache/levermap-kill-${process.pid}/`, import.meta.url));

beforeAll(async () => {
  const entry = fileURLToPath(new URL("./kill-child.ts", import.meta.url));
  await build({ configFile: false, logLevel: "error", build: { ssr: entry, outDir: bundle, emptyOutDir: true, target: "node20" } });
  const lines = (from: number, count: number): FakeLine[] =>
    Array.from({ length: count }, (_, index) => {
      const number = from + index;
      return number % 50 === 0 ? "bad" : fakeRow(tableNames[number % tableNames.length] as (typeof tableNames)[number], number);
    });
  for (const name of ["atlas", "whole", "parts", "bulk"]) await mkdir(join(input, name), { recursive: true });
  await writeFake(join(input, "atlas", "a.txt"), "2026", lines(1, 49));
  for (const part of [0, 1]) await writeFake(join(input, "whole", `${part}.txt`), "2026-02", lines(10_000 * part, 10_000));
  for (const part of [0, 1, 2, 3, 4]) await writeFake(join(input, "parts", `${part}.txt`), null, lines(20_000 + 6000 * part, 6000));
  await writeFile(join(input, "bulk", "citations.zip"), zipOf({ "g_us_patent_citation.tsv": citations(200_000) }));
  await writeFile(join(input, "bulk", "citations.tsv"), citations(150_000));
});
afterAll(() => rm(bundle, { recursive: true, force: true }));

/** Citations as PatentsView publishes them, one in a thousand of them bad. */
function citations(count: number): string {
  const records = Array.from({ length: count }, (_, index) => {
    const cited = index % 1000 === 999 ? "none" : String(3_000_000 + index);
    return `${4_000_000 + (index >> 3)}\t${index & 7}\t${cited}\t"cited by\napplicant"\n`;
  });
  return `patent_id\tcitation_sequence\tcitation_patent_id\tcitation_category\n${records.join("")}`;
}

interface Moment {
  readonly steps: number;
  /** `null`: at that very step, which the child sees to itself. */
  readonly wait: number | null;
}

/** Runs the loading child; with `killAt`, it is killed so many milliseconds after so many steps. Gives the steps it told. */
async function load(dir: string, killAt?: Moment, from = input): Promise<{ steps: number; killed: boolean }> {
  const child = spawn(process.execPath, [join(bundle, "kill-child.js"), dir, from], {
    stdio: ["ignore", "pipe", "inherit"],
    env: killAt?.wait === null ? { ...process.env, LEVERMAP_KILL_AT: String(killAt.steps) } : process.env,
  });
  let steps = 0;
  child.stdout.on("data", async (chunk: Buffer) => {
    const before = steps;
    steps += chunk.length;
    if (killAt === undefined || killAt.wait === null || before >= killAt.steps || steps < killAt.steps) return;
    await setTimeout(killAt.wait);
    child.kill("SIGKILL");
  });
  const [code, signal] = await once(child, "close");
  if (signal === null && code !== 0) throw new Error(`the child ended with ${code}`);
  return { steps, killed: signal === "SIGKILL" };
}

/** What a kill may leave: no workspace, or one whose every load is whole. Gives the number of loads. */
async function loadsLeft(dir: string): Promise<number> {
  const workspace = await openWorkspace(dir, { mode: "read" }).catch((thrown) => {
    if (thrown instanceof LevermapError && thrown.code === "LM_WORKSPACE_MISSING") return null;
    throw thrown;
  });
  if (workspace === null) return 0;
  const status = await workspace.status();
  const stored = (table: string) =>
    workspace.use((connection) => query<{ n: number }>(connection, `SELECT count(*)::INTEGER AS n FROM ${table}`));
  const [rejects] = await stored("reject");
  let rows = 0;
  for (const table of tableNames) rows += (await stored(`"${table}"`))[0]?.n ?? 0;
  workspace.close();
  for (const { rows, tables } of status) expect(Object.values(tables).reduce((sum, count) => sum + count, 0)).toBe(rows);
  expect(rows).toBe(status.reduce((sum, line) => sum + line.rows, 0));
  expect(rejects?.n).toBe(status.reduce((sum, line) => sum + line.rejects, 0));
  expect(status.length).toBeGreaterThan(0);
  return status.length;
}

/** The exported tables, times of loading blanked. */
async function exported(dir: string, out: string): Promise<Record<string, string>> {
  const workspace = await openWorkspace(dir, { mode: "export" });
  await exportTables(workspace, out, { format: "csv", force: true });
  workspace.close();
  const loads: Record<string, string>[] = parse(await readFile(join(out, "load.csv"), "utf8"), { columns: true });
  for (const line of loads) line.loaded_at = "";
  return { ...(await contents(out)), "load.csv": JSON.stringify(loads) };
}

test(`a load killed at ${kills} moments and run again gives the same tables`, async () => {
  const whole = join(folder, "whole");
  const { steps } = await load(whole);
  expect(await loadsLeft(whole)).toBe(9);
  expect(await readdir(whole)).toEqual(["levermap.duckdb"]);
  const expected = await exported(whole, join(folder, "expected"));

  const random = mulberry32(seed);
  const step = (last: number) => ({ steps: 1 + Math.floor(random() * last), wait: null });
  const moment = (last: number) => ({ ...step(last), wait: random() * 30 });
  const left: number[] = [];
  let killed = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const dir = join(folder, "killed");
    await rm(dir, { recursive: true, force: true });
    expect(await load(dir, step(kill % 2 === 0 ? initSteps : steps))).toMatchObject({ killed: true });
    left.push(await loadsLeft(dir));
    const second = await load(dir, moment(steps));
    left.push(await loadsLeft(dir));
    killed += Number(second.killed);
    expect(await load(dir)).toMatchObject({ killed: false });
    expect(await readdir(dir)).not.toContain(".temporary");
    expect(await exported(dir, join(folder, "again"))).toEqual(expected);
  }
  console.info(`${killed} kills between steps took effect; loads left after each run: ${left.join(" ")}`);
  expect(left).toContain(0);
  expect(new Set(left).size).toBeGreaterThan(1);
});

/** How many rows each table has, and a sum over what they hold, in whatever order. */
async function sums(dir: string): Promise<unknown> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const of = (table: string) =>
    workspace.use((connection) => query(connection, `SELECT count(*)::INTEGER AS n, bit_xor(hash(t))::VARCHAR AS sum FROM "${table}" t`));
  const found: unknown[] = [];
  for (const table of [...tableNames, "reject"]) found.push(table, ...(await of(table)));
  workspace.close();
  return found;
}

test(`a load of large tables killed at ${largeKills} times within it and run again gives the same tables`, async () => {
  const large = join(folder, "large");
  for (const name of ["atlas", "whole", "parts", "bulk"]) await mkdir(join(large, name), { recursive: true });
  for (const name of ["atlas", "whole"]) await writeFake(join(large, name, "a.txt"), "2026", [fakeRow("stage", 1)]);
  await writeFile(join(large, "bulk", "1.zip"), zipOf({ "g_us_patent_citation.tsv": citations(700_000) }));
  await writeFile(join(large, "bulk", "2.tsv"), citations(500_000));
  const whole = join(folder, "large-whole");
  const start = performance.now();
  await load(whole, undefined, large);
  const duration = performance.now() - start;
  const expected = await sums(whole);

  const random = mulberry32(seed);
  const left: number[] = [];
  for (let kill = 0; kill < largeKills; kill += 1) {
    const dir = join(folder, "large-killed");
    await rm(dir, { recursive: true, force: true });
    await load(dir, { steps: initSteps, wait: ((kill + random()) / largeKills) * duration }, large);
    left.push(await loadsLeft(dir));
    expect(await load(dir, undefined, large)).toMatchObject({ killed: false });
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
    expect(await sums(dir)).toEqual(expected);
  }
  console.info(`loads left after each kill: ${left.join(" ")}`);
  // A few kills may all fall between the same two loads on a busy machine.
  if (largeKills >= 20) expect(new Set(left).size).toBeGreaterThan(1);
});
