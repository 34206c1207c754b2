import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openAsk } from "../src/ask/open-ask.ts";
import { quantile } from "../src/measure/bootstrap.ts";
import { createServer } from "../src/server/create-server.ts";
import { listen } from "../src/server/listen.ts";
import { csl } from "../src/sources/controls/csl.ts";
import { openWorkspace } from "../src/workspace/open.ts";
import { hasScreeningList, miswritten, numbers, screeningList } from "../test/screen/listed.ts";
import { realData } from "../test/sources/support.ts";
import { fillWorkspace, option } from "./support.ts";

/** `--seconds N` (20): duration; `--rate N` (100): requests per second. */
const [seconds, rate] = [option("seconds", 20), option("rate", 100)];
/** Limit of p95 in milliseconds at 100 requests per second. */
const limit = 25;

/** Serves the Consolidated Screening List from another process, with the usual rate limits. */
async function serve(dir: string): Promise<void> {
  await fillWorkspace(dir, csl, [realData("controls/csl/consolidated.csv").path]);
  const workspace = await openWorkspace(dir, { mode: "read" });
  const server = await createServer({ ask: openAsk(workspace, { asOf: "2026-11-25" }), webDir: dir });
  const address = await listen(server, { host: "127.0.0.1", port: 0 });
  process.send?.(address);
  await once(process, "disconnect");
  await server.close();
  workspace.close();
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function match(address: string, name: string): Promise<{ readonly status: number; readonly found: boolean }> {
  const body = JSON.stringify({ queries: { q: { schema: "LegalEntity", properties: { name: [name] } } } });
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(new URL("/match/default", address), { method: "POST", agent, headers }, async (answer) => {
      const text = (await answer.setEncoding("utf8").toArray()).join("");
      resolve({ status: answer.statusCode ?? 0, found: text.includes('"match":true') });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Open-loop requests at an even pace, timed from when they were due. */
async function load(address: string, names: readonly string[]): Promise<void> {
  const start = performance.now();
  const sent = names.map(async (name, turn) => {
    const due = start + (turn * 1000) / rate;
    await pause(Math.max(0, due - performance.now()));
    const answer = await match(address, name);
    return { ...answer, took: performance.now() - due };
  });
  const answers = await Promise.all(sent);
  const times = answers.map(({ took }) => took).sort((a, b) => a - b);
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  const refused = answers.filter(({ status }) => status !== 200).length;
  console.log(
    `${names.length} requests at ${rate} a second: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, longest ${quantile(times, 1).toFixed(0)} ms (limit ${limit}: ${(p95 / limit).toFixed(2)} of it${p95 > limit ? ", over" : ""}); ${refused} refused; ${answers.filter(({ found }) => found).length} matches`,
  );
}

async function main(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "levermap-bench-match-"));
  const child = fork(fileURLToPath(import.meta.url), ["--serve", dir]);
  try {
    const [address] = (await once(child, "message")) as [string];
    const listed = screeningList().flatMap(({ names }) => names);
    const random = numbers(7);
    const asked = (turn: number): string => miswritten(listed[(turn * 7919) % listed.length]?.name ?? "", turn, random).slice(0, 900);
    const before = performance.now();
    await match(address, asked(0));
    console.log(`first answer, with the index made: ${((performance.now() - before) / 1000).toFixed(1)} s`);
    for (let turn = 1; turn < 200; turn++) await match(address, asked(turn));
    await pause(3000);
    await load(
      address,
      Array.from({ length: seconds * rate }, (_, turn) => asked(turn + 200)),
    );
  } finally {
    child.disconnect();
    await once(child, "exit");
    await rm(dir, { recursive: true, force: true });
  }
}

const serveAt = process.argv.indexOf("--serve");
if (serveAt >= 0) await serve(process.argv[serveAt + 1] as string);
else if (hasScreeningList) await main();
else console.log("no screening list here; set LEVERMAP_TEST_DATA");
