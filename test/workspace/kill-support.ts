import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { tableNames } from "../../src/base/tables.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";

/** The steps that the child tells before it has a workspace. */
export const initSteps = 5;

const bundle = fileURLToPath(new URL(`../../node_modules/.cache/levermap-kill-${process.pid}/`, import.meta.url));

/** Builds the loading child, a process of its own. */
export async function buildChild(): Promise<void> {
  const entry = fileURLToPath(new URL("./kill-child.ts", import.meta.url));
  await build({ configFile: false, logLevel: "error", build: { ssr: entry, outDir: bundle, emptyOutDir: true, target: "node20" } });
}

export const removeChild = (): Promise<void> => rm(bundle, { recursive: true, force: true });

/** Citations as PatentsView publishes them, one in a thousand of them bad. */
export function citations(count: number): string {
  const records = Array.from({ length: count }, (_, index) => {
    const cited = index % 1000 === 999 ? "none" : String(3_000_000 + index);
    return `${4_000_000 + (index >> 3)}\t${index & 7}\t${cited}\t"cited by\napplicant"\n`;
  });
  return `patent_id\tcitation_sequence\tcitation_patent_id\tcitation_category\n${records.join("")}`;
}

export interface Moment {
  readonly steps: number;
  /** `null`: at that very step, which the child sees to itself. */
  readonly wait: number | null;
}

/** Runs a script of steps, each of which it tells by a byte; with `killAt`, it is killed so many milliseconds after so many. Gives the steps it told. */
export async function runKilled(script: string, words: readonly string[], killAt?: Moment): Promise<{ steps: number; killed: boolean }> {
  const child = spawn(process.execPath, [script, ...words], {
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

/** Runs the loading child. */
export const load = (dir: string, from: string, killAt?: Moment): ReturnType<typeof runKilled> =>
  runKilled(join(bundle, "kill-child.js"), [dir, from], killAt);

/** What a kill may leave: no workspace, or one whose every load is whole. Gives the number of loads. */
export async function loadsLeft(dir: string): Promise<number> {
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
