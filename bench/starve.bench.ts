import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { type ClientRequest, request } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { create } from "../src/library/create.ts";
import { familyOf, megabytes, secondsOf } from "./processes.ts";
import { option, over, temporary, textOption } from "./support.ts";

/**
 * One client that would starve the others of `levermap serve`: 60 questions on leverage, each dropped after 0.3 s, then 300 connections that send a
 * byte a second, then 40 solves, dropped at the end, then as many of the largest pages and of cards as the rate lets through. Beside it one client asks
 * for health, one for status, and five for what is light, each from an address of its own (127.0.0.x; Linux). `--workspace DIR`: one that is there, with
 * its answers prepared where pages are to be drawn. `--pages 20`: that for so many seconds and nothing else, also while answers are worked out.
 */
const port = option("port", 4650);
const slowSeconds = option("slow", 30);
const solveSeconds = option("solves", 60);
const pageSeconds = option("pages", 20);
const pagesAlone = textOption("pages") !== undefined;
const attacker = "127.0.0.2";

interface Asked {
  readonly ms: number;
  readonly status: number;
}

const bad: string[] = [];

function get(
  path: string,
  localAddress: string,
  started: (asked: ClientRequest) => void = () => undefined,
): Promise<Asked & { body: string }> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, localAddress, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        body += part;
      });
      response.on("end", () => resolve({ ms: performance.now() - begun, status: response.statusCode ?? 0, body }));
      response.on("error", reject);
    });
    asked.on("error", reject).end();
    started(asked);
  });
}

interface Memory {
  readonly server: number;
  readonly all: number;
}

const memoryOf = (pid: number): Memory => ({
  server: megabytes(pid),
  all: familyOf(pid).reduce((sum, each) => sum + megabytes(each), 0),
});

/** Asks over and over until it is told to stop; `paths` gives the next. */
async function ask(paths: () => string, from: string, every: number, until: AbortSignal, times: Asked[]): Promise<void> {
  const open: Promise<void>[] = [];
  while (!until.aborted) {
    const path = paths();
    open.push(
      get(path, from).then(
        ({ ms, status }) => {
          times.push({ ms, status });
          if (status >= 400) bad.push(`${status} ${path}`);
        },
        (thrown: Error) => void bad.push(`${thrown.message} ${path}`),
      ),
    );
    await sleep(every);
  }
  await Promise.all(open);
}

const quantile = (times: readonly Asked[], q: number): number =>
  times.map(({ ms }) => ms).sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(q * times.length))] ?? Number.NaN;

async function lightPaths(): Promise<string[]> {
  const { body } = await get("/api/map", "127.0.0.9");
  const { nodes: technologies, economies } = JSON.parse(body) as Record<"nodes" | "economies", { id: string; group?: boolean }[]>;
  const homes = economies.flatMap(({ id, group }) => (group ? [] : [`?home=${id}`])).slice(0, 3);
  return [
    ...technologies.slice(0, 40).map(({ id }) => `/api/technologies/${id}`),
    ...technologies.slice(0, 40).map(({ id }) => `/api/technologies/${id}/history`),
    ...["", ...homes].flatMap((home) => [`/api/chokepoints${home}`, `/api/map${home}`]),
    ...homes.map((home) => `/api/economies/${home.slice(6)}`),
    ...["/api/technologies", "/api/scenarios", "/api/plans", "/api/holders", "/api/blocks", "/api/facts", "/api/controls"],
  ];
}

async function started(dir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["bin/levermap.js", "serve", "-w", dir, "--port", String(port), "--no-open"], { stdio: "ignore" });
  for (let tries = 0; tries < 300; tries++) {
    const up = await get("/healthz", "127.0.0.9").then(
      ({ status }) => status === 200,
      () => false,
    );
    if (up) return child;
    await sleep(200);
  }
  throw new Error("the server did not start");
}

/** Until no question is worked on, and the processes for it have ended. */
async function quiet(pid: number): Promise<void> {
  while (familyOf(pid).length > 1) await sleep(1000);
}

async function phase(name: string, work: () => Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  const [health, status, light]: Asked[][] = [[], [], []];
  let at = 0;
  const next = (): string => light_[at++ % light_.length]!;
  const asking = [
    ask(() => "/healthz", "127.0.0.3", 100, stop.signal, health!),
    ask(() => "/api/status", "127.0.0.4", 100, stop.signal, status!),
    ...[5, 6, 7, 8, 9].map((host) => ask(next, `127.0.0.${host}`, 500, stop.signal, light!)),
  ];
  await work();
  stop.abort();
  await Promise.all(asking);
  const line = (what: string, times: Asked[], q: number, limit: number): string => {
    const ms = quantile(times, q);
    return `${what} p${q * 100} ${ms.toFixed(0)} ms of ${times.length}${over(ms, limit)}`;
  };
  console.log(
    `${name}: ${line("/healthz", health!, 0.99, 300)}; ${line("/api/status", status!, 0.99, 300)}; ${line("light", light!, 0.95, 500)}`,
  );
}

const dir = textOption("workspace") ?? temporary("starve");
if (textOption("workspace") === undefined) await create(dir);
const server = await started(dir);
const pid = server.pid!;
if (!pagesAlone) await quiet(pid);
const light_ = await lightPaths();
for (const path of light_) await get(path, "127.0.0.9").then(() => sleep(60));
if (!pagesAlone) await quiet(pid);
const before = memoryOf(pid);
console.log(`before: ${before.server.toFixed(0)} MB, with its processes ${before.all.toFixed(0)} MB`);

await phase("without it", () => sleep(10_000));

async function dropLeverage(): Promise<void> {
  const dropped: Promise<unknown>[] = [];
  for (let seed = 1; seed <= 60; seed++) {
    dropped.push(get(`/api/leverage?seed=${seed}`, attacker, (asked) => setTimeout(() => asked.destroy(), 300)).catch(() => undefined));
    await sleep(50);
  }
  await Promise.all(dropped);
  await sleep(5000);
}

async function sendSlowly(): Promise<void> {
  const sockets: Socket[] = [];
  const head = "GET /api/leverage HTTP/1.1\r\nhost: 127.0.0.1\r\nx-filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  for (let n = 0; n < 300; n++) sockets.push(connect({ host: "127.0.0.1", port, localAddress: attacker }).on("error", () => undefined));
  for (let byte = 0; byte < slowSeconds; byte++) {
    for (const socket of sockets) if (socket.writable) socket.write(head.charAt(byte % head.length));
    await sleep(1000);
  }
  for (const socket of sockets) socket.destroy();
}

async function dropSolves(): Promise<void> {
  const { body } = await get("/api/plans", attacker);
  const { plans } = JSON.parse(body) as { plans: { id: string }[] };
  const open: ClientRequest[] = [];
  const statuses: number[] = [];
  const solving = Array.from({ length: 40 }, (_, at) =>
    get(`/api/plan/${plans[at % plans.length]!.id}?seconds=10&gap=${0.001 + at / 10_000}`, attacker, (asked) => open.push(asked)).then(
      ({ status }) => statuses.push(status),
      () => undefined,
    ),
  );
  await sleep(solveSeconds * 1000);
  for (const asked of open) asked.destroy();
  await Promise.all(solving);
  console.log(
    `  answered: ${statuses.filter((status) => status === 200).length}, refused: ${statuses.filter((status) => status === 429).length}`,
  );
}

/** The largest pages of the site, and every third time a card. */
async function askPages(): Promise<void> {
  const { body } = await get("/api/map", attacker);
  const { economies } = JSON.parse(body) as { economies: { id: string; group: boolean }[] };
  const ids = economies.flatMap(({ id, group }) => (group ? [] : [id]));
  const path = (at: number): string => `/economy/${ids[at % ids.length]!}${at % 3 === 2 ? "?picture=png" : ""}`;
  const [asked, done]: [Promise<unknown>[], { status: number; drawn: boolean }[]] = [[], []];
  const send = (at: number): void => {
    const answered = ({ status, body: text }: { status: number; body: string }): void =>
      void done.push({ status, drawn: status === 200 && !text.includes("This is being worked out") });
    asked.push(get(path(at), attacker).then(answered, () => undefined));
  };
  for (let at = 0; at < 120; at++) send(at);
  for (let at = 120; at < 120 + 20 * pageSeconds; at++) {
    await sleep(50);
    send(at);
  }
  await Promise.all(asked);
  const count = (status: number): number => done.filter((each) => each.status === status).length;
  console.log(`  drawn: ${done.filter(({ drawn }) => drawn).length} of ${asked.length}, refused: ${count(429)}, not ready: ${count(503)}`);
}

if (!pagesAlone) {
  await phase("60 questions on leverage, each dropped after 0.3 s", dropLeverage);
  await phase(`300 connections that send a byte a second, for ${slowSeconds} s`, sendSlowly);
  await phase(`40 solves, dropped after ${solveSeconds} s`, dropSolves);
}
await phase(`120 large pages and cards at once, then 20 a second for ${pageSeconds} s`, askPages);

await sleep(pagesAlone ? 0 : 10_000);
const used = familyOf(pid).map((each) => [each, secondsOf(each)] as const);
await sleep(5000);
const after = memoryOf(pid);
const left = used.reduce((sum, [each, then]) => sum + Math.max(0, secondsOf(each) - then), 0);
const { body } = await get("/metrics", "127.0.0.9");
const figure = (name: string): string => new RegExp(`^${name} (\\d+)$`, "m").exec(body)?.[1] ?? "unknown";
console.log(
  `10 s after: ${figure("levermap_heavy_questions")} worked on, ${figure("levermap_waiting_questions")} waiting, ${left.toFixed(2)} s of processor in 5 s`,
);
console.log(`then: ${after.server.toFixed(0)} MB${over(after.server, before.server * 1.2)}, with its processes ${after.all.toFixed(0)} MB`);
if (!pagesAlone) await quiet(pid);
await sleep(1000);
const end = memoryOf(pid);
console.log(`once its processes are gone: ${end.all.toFixed(0)} MB${over(end.all, before.all * 1.2)}`);
console.log(`answers that were no answer: ${bad.length}${bad.length > 0 ? ` (${[...new Set(bad)].slice(0, 5).join("; ")})` : ""}`);
server.kill("SIGINT");
await new Promise((resolve) => server.once("exit", resolve));
if (textOption("workspace") === undefined) await rm(dir, { recursive: true, force: true });
