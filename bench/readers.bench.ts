import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { questions } from "../src/answers/ask/questions.ts";
import type { Question } from "../src/answers/shared/question.ts";
import { bundledFile } from "../src/base/built-file.ts";
import { groupBy } from "../src/base/collections.ts";
import { create } from "../src/library/create.ts";
import { realData } from "../test/sources/support.ts";
import { option, over, temporary, textOption } from "./support.ts";

/**
 * 200 readers of `levermap serve`, each with a connection and an address of its own (127.0.x.y; Linux), from a process that was just started: every GET route that is
 * not heavy, equally often, over all ids that it can be asked with. `--readers 200 --rate 100 --seconds 300`; `--load`: a list is loaded in the middle,
 * and every answer has to be of the old generation or the new one. `--workspace DIR`: one that is there.
 */
const readers = option("readers", 200);
const rate = option("rate", 100);
const seconds = option("seconds", 300);
const port = option("port", 4660);
const loads = process.argv.includes("--load");

interface Asked {
  readonly route: string;
  readonly ms: number;
  readonly status: number;
  readonly generation: string;
}

const agents = Array.from({ length: readers }, () => new Agent({ keepAlive: true, maxSockets: 1 }));

function get(path: string, reader = 0): Promise<{ status: number; generation: string; body: string }> {
  const localAddress = `127.0.${1 + Math.floor(reader / 200)}.${1 + (reader % 200)}`;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, localAddress, agent: agents[reader] }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        body += part;
      });
      const generation = String(response.headers["x-levermap-generation"] ?? "");
      response.on("end", () => resolve({ status: response.statusCode ?? 0, generation, body }));
      response.on("error", reject);
    });
    asked.on("error", reject).end();
  });
}

const read = async (path: string): Promise<Record<string, { id: string }[]>> => JSON.parse((await get(path)).body);

/** Ids that routes are asked with, by the name of the field. */
async function idsOf(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { nodes = [], economies = [] } = await read("/api/map");
  const { plans = [] } = await read("/api/plans");
  const { scenarios = [] } = await read("/api/scenarios");
  const homes = economies.flatMap((each) => ("group" in each && each.group ? [] : [each.id]));
  const technologies = nodes.map(({ id }) => id);
  const organisations = readFileSync(bundledFile("atlas/organisations.csv"), "utf8")
    .split("\n")
    .slice(1)
    .flatMap((line) => line.split(",")[0] || []);
  return {
    id: technologies,
    technology: technologies,
    economy: homes,
    home: homes,
    organisation: organisations,
    plan: plans.map(({ id }) => id),
    scenario: scenarios.map(({ id }) => id),
  };
}

/** Every light GET route, with the paths that it can be asked by. */
async function routesOf(): Promise<readonly (readonly [route: string, paths: readonly string[]])[]> {
  const ids = await idsOf();
  return Object.values<Question>(questions).flatMap(({ http, cost, input, tag }) => {
    if (http === undefined || cost === "heavy" || (tag === "screening" && !loads)) return [];
    const { path } = http;
    const field = /:(\w+)/.exec(path)?.[1];
    const values = field === undefined ? null : path.startsWith("/api/plan/") ? ids.plan : ids[field];
    if (values === undefined) return [];
    const fields = Object.entries(input.shape);
    const needed = fields.filter(
      ([name, each]) => !each.safeParse(undefined).success && !path.includes(`:${name}`) && !path.includes(":id"),
    );
    if (needed.length > 0) return [];
    const paths = values === null ? [path] : values.map((value) => path.replace(/:\w+/, value));
    const homes = fields.some(([name]) => name === "home") ? (ids.home ?? []).map((home) => `${paths[0]}?home=${home}`) : [];
    return [[path, [...paths, ...homes]] as const];
  });
}

async function started(dir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["bin/levermap.js", "serve", "-w", dir, "--port", String(port), "--no-open"], { stdio: "ignore" });
  for (let tries = 0; tries < 600; tries++) {
    if (
      await get("/healthz").then(
        ({ status }) => status === 200,
        () => false,
      )
    )
      return child;
    await sleep(100);
  }
  throw new Error("the server did not start");
}

const megabytes = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

const quantile = (times: readonly number[], q: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};

const dir = textOption("workspace") ?? temporary("readers");
if (textOption("workspace") === undefined) await create(dir);
// Ids are read from a server of their own: the one that is measured has just been started
const first = await started(dir);
const routes = await routesOf();
first.kill("SIGINT");
await new Promise((resolve) => first.once("close", resolve));
for (const agent of agents) agent.destroy();
const server = await started(dir);
const pid = server.pid!;

const [asked, bad]: [Asked[], string[]] = [[], []];
const memory: string[] = [`${megabytes(pid).toFixed(0)} MB at first`];
const begun = performance.now();
const open: Promise<void>[] = [];
const total = rate * seconds;
let loading: ChildProcess | null = null;
for (let turn = 0; turn < total; turn++) {
  const due = begun + (turn * 1000) / rate;
  await sleep(Math.max(0, due - performance.now()));
  const [route, paths] = routes[turn % routes.length]!;
  const path = paths[Math.floor(turn / routes.length) % paths.length]!;
  open.push(
    get(path, turn % readers).then(
      ({ status, generation }) => {
        asked.push({ route, ms: performance.now() - due, status, generation });
        if (status >= 400) bad.push(`${status} ${path}`);
      },
      (thrown: Error) => void bad.push(`${thrown.message} ${path}`),
    ),
  );
  if (turn % Math.ceil(total / 5) === Math.ceil(total / 5) - 1) memory.push(`${megabytes(pid).toFixed(0)}`);
  if (loads && loading === null && turn > total / 2)
    loading = spawn(process.execPath, [
      "bin/levermap.js",
      "load",
      "csl",
      realData("controls/csl/csl_2019_sample.csv").path,
      "-w",
      dir,
      "-q",
    ]);
}
await Promise.all(open);
const times = asked.map(({ ms }) => ms);
console.log(
  `${routes.length} routes, ${routes.reduce((sum, [, paths]) => sum + paths.length, 0)} addresses, ${readers} readers, ${rate} a second for ${seconds} s: p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms (limit 150)${over(quantile(times, 0.95), 150)}, p99 ${quantile(times, 0.99).toFixed(0)} ms; ${bad.length} errors; memory ${memory.join(", ")}`,
);
for (const [route] of routes) {
  const own = asked.filter((each) => each.route === route).map(({ ms }) => ms);
  console.log(`  ${route}: ${own.length}, p95 ${quantile(own, 0.95).toFixed(0)} ms`);
}
const generations = new Map<string, number>();
for (const { generation } of asked) generations.set(generation, (generations.get(generation) ?? 0) + 1);
console.log(`generations: ${[...generations].map(([name, count]) => `${name} ${count} times`).join(", ")}`);
for (const [what, all] of [...groupBy(bad, (each) => each)].slice(0, 20)) console.log(`  ${all.length} times ${what}`);
server.kill("SIGINT");
await new Promise((resolve) => server.once("close", resolve));
if (textOption("workspace") === undefined) await rm(dir, { recursive: true, force: true });
