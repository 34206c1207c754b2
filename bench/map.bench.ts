import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readModel } from "../src/answers/shared/read-model.ts";
import { answerChokepoints, rankChokepoints } from "../src/answers/supply/chokepoints.ts";
import { bundledFile } from "../src/base/data-folder.ts";
import { sources } from "../src/sources/index.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { loadSource } from "../src/workspace/load.ts";
import { openWorkspace } from "../src/workspace/open.ts";
import { writeSyntheticAtlas } from "./synthetic-atlas.ts";

const limit = 1.2;
const asOf = "2026-11-25";

async function timed<T>(work: () => Promise<T> | T): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

/** Median time of a warm call in ms. */
function median(calls: number, work: () => void): number {
  const times = Array.from({ length: calls + 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.slice(3).sort((a, b) => a - b)[Math.floor(calls / 2)]!;
}

interface Times {
  readonly init: number;
  readonly read: number;
  readonly home: number;
  readonly world: number;
}

async function timesOf(atlas: string, home: string, calls: number): Promise<Times> {
  const dir = join(tmpdir(), `levermap-bench-${process.pid}`);
  await rm(dir, { recursive: true, force: true });
  const source = sources.get("atlas")!;
  const [, init] = await timed(async () => {
    await createWorkspace(dir);
    const workspace = await openWorkspace(dir, { mode: "write" });
    await loadSource(workspace, source, [atlas]);
    workspace.close();
  });
  const workspace = await openWorkspace(dir, { mode: "read" });
  const [model, read] = await timed(() => readModel(workspace, { asOf }));
  const answer = (economy?: string) => () => void answerChokepoints(model, {}, rankChokepoints(model, economy));
  const times = { init, read, home: median(calls, answer(home)), world: median(calls, answer()) };
  workspace.close();
  await rm(dir, { recursive: true, force: true });
  return times;
}

function exponent(small: number, large: number, factor: number): string {
  return (Math.log(large / small) / Math.log(factor)).toFixed(2);
}

const format = (times: Times): string =>
  `create and load ${times.init.toFixed(0)} ms, read ${times.read.toFixed(0)} ms, chokepoints of a home ${times.home.toFixed(1)} ms, of the world ${times.world.toFixed(1)} ms`;

console.log(`bundled atlas: ${format(await timesOf(bundledFile("atlas"), "CN", 30))}`);
const found = new Map<number, Times>();
for (const [scale, calls] of [
  [1, 30],
  [10, 10],
  [100, 1],
] as const) {
  const atlas = join(tmpdir(), `levermap-bench-atlas-${process.pid}`);
  const size = await writeSyntheticAtlas(atlas, scale);
  const times = await timesOf(atlas, "AA", calls);
  await rm(atlas, { recursive: true, force: true });
  found.set(scale, times);
  console.log(`made-up map, ${size.technologies} technologies, ${size.requirements} requirements, ${size.shares} shares: ${format(times)}`);
}
for (const [from, to] of [
  [1, 100],
  [10, 100],
] as const) {
  const [small, large] = [found.get(from)!, found.get(to)!];
  const parts = (["init", "read", "home", "world"] as const).map((key) => {
    const found = exponent(small[key], large[key], to / from);
    return `${key} ${found}${Number(found) > limit ? " (over)" : ""}`;
  });
  console.log(`exponent of cost from ${from} to ${to} times (limit ${limit}): ${parts.join(", ")}`);
}
