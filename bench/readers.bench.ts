import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { groupBy } from "../src/base/collections.ts";
import { create } from "../src/library/create.ts";
import { realData } from "../test/sources/support.ts";
import { lightRoutes, type Read } from "./light-routes.ts";
import { familyOf, megabytes, secondsOf, secondsOfAll } from "./processes.ts";
import { option, over, temporary, textOption } from "./support.ts";

/**
 * 200 readers of `levermap serve`, each with a connection and an address of its own (127.0.x.y; Linux), from a process that was just started on a workspace that was set up and
 * prepared: every GET route that is not heavy, equally often, over all ids that it can be asked with; arrivals do not wait for answers.
 * `--readers 200 --rate 100 --seconds 300`; `--cold`: nothing was prepared; `--load`: a list is loaded in the middle, and every answer has to be of the old
 * generation or the new one. `--workspace DIR`: one that is there.
 */
const readers = option("readers", 200);
const rate = option("rate", 100);
const seconds = option("seconds", 300);
const port = option("port", 4660);
const [loads, isCold] = [process.argv.includes("--load"), process.argv.includes("--cold")];
const lists = ["consolidated_sample.csv", "consolidated.csv"].map((name) => realData(`controls/csl/${name}`).path);

interface Told {
  readonly status: number;
  readonly generation: string;
  readonly body: string;
}

interface Asked extends Pick<Told, "status" | "generation"> {
  readonly route: string;
  readonly path: string;
  readonly at: number;
  readonly ms: number;
  /** What tells one answer from another. */
  readonly digest: string;
}

const agents = Array.from({ length: readers }, () => new Agent({ keepAlive: true, maxSockets: 6 }));

function get(path: string, reader = 0): Promise<Told> {
  const localAddress = `127.0.${1 + Math.floor(reader / 200)}.${1 + (reader % 200)}`;
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, localAddress, agent: agents[reader] }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      const generation = String(response.headers["x-levermap-generation"] ?? "");
      response.on("end", () => resolve({ status: response.statusCode ?? 0, generation, body: Buffer.concat(parts).toString("latin1") }));
      response.on("error", reject);
    });
    asked.on("error", reject).end();
  });
}

const command = (...given: readonly string[]): ChildProcess =>
  spawn(process.execPath, ["bin/levermap.js", ...given, "-w", dir], { stdio: "ignore" });
const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once("close", resolve));

async function started(): Promise<ChildProcess> {
  const child = command("serve", "--port", String(port), "--no-open");
  for (let tries = 0; tries < 600; tries++) {
    const up = await get("/healthz").then(
      ({ status }) => status === 200,
      () => false,
    );
    if (up) return child;
    await sleep(100);
  }
  throw new Error("the server did not start");
}

const quantile = (times: readonly number[], q: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};
const figures = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms`;

const dir = textOption("workspace") ?? temporary("readers");
const isOwn = textOption("workspace") === undefined;
if (isOwn) {
  await create(dir);
  if (loads) await ended(command("load", "csl", lists[0]!, "-q"));
  const begun = performance.now();
  if (!isCold) await ended(command("prepare", "-q"));
  console.log(isCold ? "nothing prepared" : `prepared in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}
// Ids are read from a server of their own: the one that is measured has just been started
const first = await started();
const read: Read = async (path) => JSON.parse((await get(path)).body);
const { routes, left } = await lightRoutes(read, loads);
first.kill("SIGINT");
await ended(first);
if (isCold) await Promise.all(["answers", "ranks"].map((name) => rm(`${dir}/${name}`, { recursive: true, force: true })));
for (const agent of agents) agent.destroy();
const server = await started();
const pid = server.pid!;

const [asked, lost]: [Asked[], string[]] = [[], []];
const memory = [`${megabytes(pid).toFixed(0)} MB at first`];
const used = [secondsOf(pid), secondsOfAll(pid)] as const;
const begun = performance.now();
const open: Promise<void>[] = [];
const total = rate * seconds;
let [loading, loadBegun, loadTook]: [Promise<unknown> | null, number, number] = [null, 0, 0];
let mostProcessors = 0;
for (let turn = 0; turn < total; turn++) {
  const due = begun + (turn * 1000) / rate;
  await sleep(Math.max(0, due - performance.now()));
  const [route, paths] = routes[turn % routes.length]!;
  const path = paths[Math.floor(turn / routes.length) % paths.length]!;
  open.push(
    get(path, turn % readers).then(
      ({ status, generation, body }) => {
        const digest = createHash("sha256").update(`${status} ${body}`).digest("base64url");
        asked.push({ route, path, at: due - begun, ms: performance.now() - due, status, generation, digest });
      },
      (thrown: Error) => void lost.push(`${thrown.message} ${path}`),
    ),
  );
  if (turn % (rate * 5) === 0) mostProcessors = Math.max(mostProcessors, familyOf(pid).length);
  if (turn % Math.ceil(total / 10) === Math.ceil(total / 10) - 1) memory.push(megabytes(pid).toFixed(0));
  if (loads && loading === null && turn >= total / 3) {
    loadBegun = performance.now();
    loading = ended(command("load", "csl", lists[1]!, "-q")).then(() => {
      loadTook = performance.now() - loadBegun;
    });
  }
}
await Promise.all([...open, loading]);
const perRequest = [secondsOf(pid) - used[0], secondsOfAll(pid) - used[1]].map((each) => ((each * 1000) / total).toFixed(2));

const times = asked.map(({ ms }) => ms);
const errors = [...lost, ...asked.filter(({ status }) => status >= 500 || status === 429).map(({ status, path }) => `${status} ${path}`)];
const p95 = quantile(times, 0.95);
console.log(
  `${routes.length} routes, ${routes.reduce((sum, [, paths]) => sum + paths.length, 0)} addresses, ${readers} readers, ${rate} a second for ${seconds} s: ${figures(times)} (p95 limit 150)${over(p95, 150)}; ${errors.length} errors`,
);
console.log(`memory of the server in MB: ${memory.join(", ")}; at most ${mostProcessors} processes`);
console.log(
  `processor: ${perRequest[0]} ms of the server a request, ${perRequest[1]} ms with the processes beside it; load of the machine ${loadavg()
    .map((each) => each.toFixed(1))
    .join(", ")}`,
);
const parts = Array.from({ length: 5 }, (_, part) => asked.filter(({ at }) => Math.floor((at * 5) / (seconds * 1000)) === part));
console.log(
  `by fifths of the time, p95: ${parts
    .map((part) =>
      quantile(
        part.map(({ ms }) => ms),
        0.95,
      ).toFixed(0),
    )
    .join(", ")} ms`,
);
for (const [route] of routes) {
  const own = asked.filter((each) => each.route === route);
  const refused = own.filter(({ status }) => status >= 400).length;
  console.log(`  ${route}: ${own.length}, ${figures(own.map(({ ms }) => ms))}${refused > 0 ? `; ${refused} refused` : ""}`);
}
console.log(`left out, as there is nothing to ask for: ${left.join(", ")}`);
if (loads) {
  const fresh = asked.filter(({ generation }) => generation !== asked[0]!.generation).map(({ at }) => at);
  const after = fresh.length > 0 ? `${((Math.min(...fresh) + begun - loadBegun) / 1000).toFixed(0)} s` : "not yet at the end";
  console.log(`the list was loaded in ${(loadTook / 1000).toFixed(0)} s; answered from after ${after}, from the beginning of the load`);
}
const generations = [...groupBy(asked, ({ generation }) => generation)].map(([name, all]) => `${name || "none"} ${all.length} times`);
const answers = groupBy(
  asked.filter(({ status }) => status !== 429),
  ({ path, generation }) => `${generation} ${path}`,
);
const torn = [...answers].filter(([, all]) => new Set(all.map(({ digest }) => digest)).size > 1).map(([name]) => name);
console.log(
  `generations: ${generations.join(", ")}; addresses with two answers of one generation: ${torn.length} ${torn.slice(0, 5).join("; ")}`,
);
for (const [what, all] of [...groupBy(errors, (each) => each)].slice(0, 20)) console.log(`  ${all.length} times ${what}`);
for (const [what, all] of [
  ...groupBy(
    asked.filter(({ status }) => status >= 400 && status !== 429 && status < 500),
    ({ path }) => path,
  ),
].slice(0, 8))
  console.log(`  refused ${all.length} times: ${all[0]!.status} ${what}`);
server.kill("SIGINT");
await ended(server);
if (isOwn) await rm(dir, { recursive: true, force: true });
