import { rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quietEffects } from "../src/base/effects.ts";
import { patentsview } from "../src/sources/patentsview.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { loadSource } from "../src/workspace/load.ts";
import { databaseName, openWorkspace } from "../src/workspace/open.ts";
import { writePatentsView } from "./synthetic-patentsview.ts";

/** Seconds and bytes of memory that 9 million patents with 100 million citations may take. */
const limits = { seconds: 240, memory: 8e9 };
/** `LEVERMAP_PATENTS` sets how many patents the largest run has. */
const largest = Number(process.env.LEVERMAP_PATENTS ?? 9_000_000);

interface Times {
  readonly rows: number;
  readonly seconds: number;
  /** Of all threads. */
  readonly processor: number;
}

const processorSeconds = (): number => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return (userCPUTime + systemCPUTime) / 1e6;
};

async function timesOf(patents: number): Promise<Times> {
  const folder = join(tmpdir(), `levermap-bench-patentsview-${process.pid}`);
  const dir = join(folder, "workspace");
  try {
    const files = await writePatentsView(join(folder, "tables"), { patents, citations: Math.round((patents * 100) / 9) });
    await createWorkspace(dir);
    let rows = 0;
    const [start, startProcessor] = [performance.now(), processorSeconds()];
    const workspace = await openWorkspace(dir, { mode: "write" });
    for (const file of files) {
      const [fileStart, fileProcessor] = [performance.now(), processorSeconds()];
      const loaded = await loadSource(
        workspace,
        patentsview,
        [file],
        {},
        { ...quietEffects, log: { ...quietEffects.log, info: console.log } },
      );
      rows += loaded.rows;
      const seconds = (performance.now() - fileStart) / 1000;
      const { size } = await stat(file);
      console.log(
        `  ${file.replace(/.*\//, "")}: ${loaded.rows} rows of ${(size / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s (processor ${(processorSeconds() - fileProcessor).toFixed(1)} s)`,
      );
    }
    workspace.close();
    const seconds = (performance.now() - start) / 1000;
    const { size } = await stat(join(dir, databaseName));
    console.log(`  workspace of ${(size / 1e6).toFixed(0)} MB`);
    return { rows, seconds, processor: processorSeconds() - startProcessor };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const format = ({ rows, seconds, processor }: Times): string =>
  `${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, processor ${processor.toFixed(1)} s`;

const tenth = await timesOf(Math.round(largest / 10));
console.log(`PatentsView, ${Math.round(largest / 10)} patents: ${format(tenth)}`);
const whole = await timesOf(largest);
console.log(`PatentsView, ${largest} patents: ${format(whole)}`);
const memory = process.resourceUsage().maxRSS * 1024;
const exponent = Math.log(whole.seconds / tenth.seconds) / Math.log(10);
console.log(
  `exponent of growth ${exponent.toFixed(2)}; at most ${(memory / 1e9).toFixed(2)} GB of memory; limits ${limits.seconds} s and ${limits.memory / 1e9} GB for 9 million patents: ${
    whole.seconds <= limits.seconds && memory <= limits.memory ? "kept" : "NOT KEPT"
  }`,
);
