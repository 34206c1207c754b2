import { rm } from "node:fs/promises";
import { homesOf } from "../src/answers/shared/names.ts";
import { readModel } from "../src/answers/shared/read-model.ts";
import { answerChokepoints } from "../src/answers/supply/chokepoints.ts";
import { keptRankings } from "../src/answers/supply/kept-lists.ts";
import { rankChokepoints } from "../src/answers/supply/ranking.ts";
import { bundledFile } from "../src/base/built-file.ts";
import { sources } from "../src/sources/index.ts";
import { openWorkspace } from "../src/workspace/open.ts";
import { exponent, fillWorkspace, measured, option, over, temporary } from "./support.ts";
import { writeSyntheticAtlas } from "./synthetic-atlas.ts";

const limit = 1.2;
const asOf = "2026-11-25";

/** Median time of a warm call in ms. */
async function median(calls: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < calls + 1; call++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.slice(1).sort((a, b) => a - b)[Math.floor(calls / 2)]!;
}

interface Times {
  readonly init: number;
  readonly read: number;
  readonly home: number;
  readonly world: number;
}

async function timesOf(atlas: string, home: string, calls: number): Promise<Times> {
  const dir = temporary("map");
  const { clock: init } = await measured(() => fillWorkspace(dir, sources.get("atlas")!, [atlas]));
  const workspace = await openWorkspace(dir, { mode: "read" });
  const { result: model, clock: read } = await measured(() => readModel(workspace, { asOf }));
  const answer = (economy?: string) => async () => answerChokepoints(model, {}, await rankChokepoints(model, economy));
  const times = { init: 1000 * init, read: 1000 * read, home: await median(calls, answer(home)), world: await median(calls, answer()) };
  workspace.close();
  await rm(dir, { recursive: true, force: true });
  return times;
}

const format = (times: Times): string =>
  `create and load ${times.init.toFixed(0)} ms, read ${times.read.toFixed(0)} ms, chokepoints of a home ${times.home.toFixed(1)} ms, of the world ${times.world.toFixed(1)} ms`;

/** Rankings of the world and of homes of the bundled atlas, ranked and then read from where they are kept. */
async function keptTimes(most: number): Promise<void> {
  const dir = temporary("ranks");
  await fillWorkspace(dir, sources.get("atlas")!, [bundledFile("atlas")]);
  const workspace = await openWorkspace(dir, { mode: "read" });
  const read = await readModel(workspace, { asOf });
  const kept = keptRankings(workspace, read, "bench");
  const homes = [undefined, ...homesOf(read).map(({ id }) => id)].slice(0, most);
  for (const what of ["ranked", "from the store"]) {
    const each: number[] = [];
    const all = await measured(async () => {
      for (const home of homes) each.push((await measured(() => rankChokepoints(read, home, 12, kept))).core);
    });
    const [median, most] = [each.sort((a, b) => a - b)[Math.floor(each.length / 2)]!, each.at(-1)!];
    console.log(
      `${homes.length} homes ${what}: ${all.core.toFixed(1)} s of a core (${all.clock.toFixed(1)} s by the clock), median ${(1000 * median).toFixed(0)} ms, most ${(1000 * most).toFixed(0)} ms`,
    );
  }
  workspace.close();
  await rm(dir, { recursive: true, force: true });
}

await keptTimes(option("homes", Number.POSITIVE_INFINITY));
console.log(`bundled atlas: ${format(await timesOf(bundledFile("atlas"), "CN", 5))}`);
const found = new Map<number, Times>();
for (const [scale, calls] of [
  [1, 30],
  [10, 10],
  [100, 1],
] as const) {
  const atlas = temporary("atlas");
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
    return `${key} ${found.toFixed(2)}${over(Number(found.toFixed(2)), limit)}`;
  });
  console.log(`exponent of cost from ${from} to ${to} times (limit ${limit}): ${parts.join(", ")}`);
}
