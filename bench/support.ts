import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Source } from "../src/sources/format/source.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { type LoadSummary, loadSource } from "../src/workspace/load.ts";
import { openWorkspace } from "../src/workspace/open.ts";

/** The value after `--name` in the arguments. */
export function textOption(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

export const option = (name: string, otherwise: number): number => Number(textOption(name) ?? otherwise);

/** A temporary place of this process. */
export const temporary = (name: string): string => join(tmpdir(), `levermap-bench-${name}-${process.pid}`);

/** Creates a workspace anew and loads files into it. */
export async function fillWorkspace(dir: string, source: Source, files: readonly string[]): Promise<LoadSummary> {
  await rm(dir, { recursive: true, force: true });
  await createWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  const summary = await loadSource(workspace, source, files);
  workspace.close();
  return summary;
}

export interface Measured<T> {
  readonly result: T;
  /** Wall seconds, and processor seconds of all threads (independent of other load). */
  readonly clock: number;
  readonly core: number;
}

export async function measured<T>(work: () => Promise<T> | T): Promise<Measured<T>> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, clock: (performance.now() - start) / 1000, core: (user + system) / 1e6 };
}

/** Exponent of cost by size. */
export const exponent = (small: number, large: number, factor: number): number => Math.log(large / small) / Math.log(factor);

export const over = (value: number, limit: number): string => (value > limit ? " (over)" : "");
