import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { prepare } from "./prepare.mjs";
import { must, root } from "./run.mjs";

/**
 * `npm run check:mutants -- [ROOM or FILE...] [--sample N] [--seed S]`: changes the code of a room in small ways and counts after which of
 * them its own tests fail (those of `src/server` are in `test/server`). A full run takes hours; `--sample` takes N files of each room, the
 * same for the same seed. What survives is listed, and stands in .cache/mutants.
 */
const rooms = ["measure", "leverage", "plan", "proof/measure", "screen", "workspace", "server"];
const { values, positionals } = parseArgs({
  options: { sample: { type: "string" }, seed: { type: "string", default: "1" } },
  allowPositionals: true,
});

/** Files in an order that hangs on seed and name alone, so that a file that comes or goes changes the sample by one. */
const order = (file) => createHash("sha256").update(`${values.seed} ${file}`).digest("hex");

function filesOf(place) {
  if (statSync(root + place).isFile()) return [place];
  const files = readdirSync(root + place, { recursive: true }).filter((name) => name.endsWith(".ts"));
  const sorted = files.map((name) => `${place}/${name}`).sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return sorted.slice(0, values.sample === undefined ? undefined : Number(values.sample));
}

const options = (room, mutate) => ({
  mutate,
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/mutants.config.ts", dir: `test/${room}`, related: false },
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 30,
  reporters: ["json"],
  jsonReporter: { fileName: `.cache/mutants/${room}.json` },
  tempDirName: ".cache/mutants/sandbox",
  ignorePatterns: ["docs", "web/dist", "bench", "examples", ".cache"],
  thresholds: { high: 100, low: 0, break: null },
  logLevel: "warn",
});

const caught = ({ status }) => status === "Killed" || status === "Timeout";
const survived = ({ status }) => status === "Survived" || status === "NoCoverage";

/** One mutant in a line: where, what was changed, what stood there instead; whether any test came by. */
const told = ({ fileName, location: { start }, mutatorName, replacement, status }) =>
  [
    `${fileName.slice(root.length)}:${start.line}:${start.column}`,
    mutatorName,
    status === "NoCoverage" ? "(no test comes by)" : "",
    replacement.replace(/\s+/g, " ").slice(0, 80),
  ].join(" ");

async function runRoom(room, mutate) {
  const started = Date.now();
  const results = await new Stryker(options(room, mutate)).runMutationTest();
  const survivors = results.filter(survived);
  const killed = results.filter(caught).length;
  const all = killed + survivors.length;
  const lines = [
    ...mutate,
    ...survivors.map(told).sort(),
    `${room}: ${killed} of ${all} caught, ${((100 * killed) / Math.max(1, all)).toFixed(1)} %, ${((Date.now() - started) / 60_000).toFixed(1)} min`,
  ];
  writeFileSync(`${root}.cache/mutants/${room}.txt`, `${lines.join("\n")}\n`);
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

const places = positionals.length > 0 ? positionals.map((each) => each.replace(/\/$/, "")) : rooms.map((room) => `src/${room}`);
const files = [...new Set(places.flatMap(filesOf))];
const roomOf = (file) => /^src\/((?:proof\/)?[^/]+)/.exec(file)[1];
await must(prepare());
mkdirSync(`${root}.cache/mutants`, { recursive: true });
for (const room of new Set(files.map(roomOf)))
  await runRoom(
    room,
    files.filter((file) => roomOf(file) === room),
  );
