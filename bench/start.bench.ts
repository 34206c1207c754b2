import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create } from "../src/library/create.ts";
import { option, temporary } from "./support.ts";

/**
 * How long the built command line takes from its start to its end, beside Node that does nothing, all in one run and in turn: medians, and how many times
 * as long. `--runs 11`. Answers are kept when they are measured, but for the lines that say so.
 */
const runs = option("runs", 11);

const bin = fileURLToPath(new URL("../../../bin/levermap.js", import.meta.url));
const dir = temporary("start");

const lines: Readonly<Record<string, readonly string[]>> = {
  "node -e 0": ["-e", "0"],
  "--help": [bin, "--help"],
  "chokepoints --help": [bin, "chokepoints", "--help"],
  "--version": [bin, "--version"],
  "completion bash": [bin, "completion", "bash"],
  status: [bin, "status"],
  "chokepoints, kept": [bin, "chokepoints"],
  "chokepoints --home KR --details, kept": [bin, "chokepoints", "--home", "KR", "--details"],
  "technologies euv-lithography, kept": [bin, "technologies", "euv-lithography"],
  "dossier --home CN --against US, kept": [bin, "dossier", "--home", "CN", "--against", "US"],
  // Read with options for which nothing is kept
  "status --verbose, from the database": [bin, "status", "--verbose"],
};

function milliseconds(words: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { env: { ...process.env, LEVERMAP_WORKSPACE: dir }, encoding: "utf8" });
  if (status !== 0) throw new Error(`${words.join(" ")}: ${stderr}`);
  return performance.now() - begun;
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1]!;

await create(dir);
for (const words of Object.values(lines)) milliseconds(words);
const times = new Map(Object.keys(lines).map((name) => [name, [] as number[]]));
for (let run = 0; run < runs; run++) for (const [name, words] of Object.entries(lines)) times.get(name)!.push(milliseconds(words));
const bare = median(times.get("node -e 0")!);
for (const [name, all] of times) {
  const middle = median(all);
  process.stdout.write(`${name.padEnd(40)} ${middle.toFixed(0).padStart(5)} ms   ${(middle / bare).toFixed(2)} times node -e 0\n`);
}
rmSync(dir, { recursive: true, force: true });
