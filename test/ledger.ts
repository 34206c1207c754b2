import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, inject } from "vitest";
import { ledgerFolder } from "./shared-folder.ts";

/** Clock ticks a second of `/proc`, the same on every Linux. */
const ticks = 100;

/** Processor seconds of this process and of those that it started and that have ended. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childSeconds();
}

function childSeconds(): number {
  if (process.platform !== "linux") return 0;
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[13]) + Number(fields[14])) / ticks;
}

const begun = processorSeconds();

/** What each file of tests takes; the run adds it up and refuses what takes too much. */
afterAll(() => {
  const line = { file: expect.getState().testPath, seconds: processorSeconds() - begun };
  appendFileSync(join(inject("sharedFolder"), ledgerFolder, `${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
});
