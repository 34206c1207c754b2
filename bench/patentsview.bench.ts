import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { quietEffects } from "../src/base/effects.ts";
import { patentsview } from "../src/sources/patents/tables/patentsview.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { loadSource } from "../src/workspace/load.ts";
import { databaseName, openWorkspace } from "../src/workspace/open.ts";
import { option, temporary, textOption } from "./support.ts";
import { writePatentsView } from "./synthetic-patentsview.ts";

/**
 * `--patents N` (9,000,000), `--citations N` (100,000,000), `--folder DIR` for the files (default temporary), `--zip`: zipped as published,
 * `--peer`: compare DuckDB alone on plain files.
 */
const patents = option("patents", 9_000_000);
const citations = option("citations", Math.round((patents * 100) / 9));
const zipped = process.argv.includes("--zip");
const folder = textOption("folder") ?? temporary("patentsview");

/** Limits of seconds and bytes for 9 million patents with 100 million citations. */
const limits = { citations: 100e6, seconds: 240, memory: 8e9 };

interface Figures {
  readonly rows: number;
  readonly seconds: number;
  readonly processor: number;
  /** Peak memory in bytes. */
  readonly memory: number;
  /** Database size in bytes. */
  readonly size: number;
}

const processorSeconds = (): number => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return (userCPUTime + systemCPUTime) / 1e6;
};

async function figures(database: string, work: () => Promise<number>): Promise<Figures> {
  const [start, processor] = [performance.now(), processorSeconds()];
  const rows = await work();
  const seconds = (performance.now() - start) / 1000;
  const { size } = await stat(database);
  return { rows, seconds, processor: processorSeconds() - processor, memory: process.resourceUsage().maxRSS * 1024, size };
}

async function load(dir: string, files: readonly string[]): Promise<Figures> {
  await createWorkspace(dir);
  const effects = { ...quietEffects, log: { ...quietEffects.log, info: console.log } };
  return figures(join(dir, databaseName), async () => {
    let rows = 0;
    const workspace = await openWorkspace(dir, { mode: "write" });
    for (const file of files) {
      const [start, processor] = [performance.now(), processorSeconds()];
      const loaded = await loadSource(workspace, patentsview, [file], {}, effects);
      rows += loaded.rows;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const megabytes = ((await stat(file)).size / 1e6).toFixed(0);
      console.log(
        `  ${basename(file)}: ${loaded.rows} rows of ${megabytes} MB in ${seconds} s (processor ${(processorSeconds() - processor).toFixed(1)} s)`,
      );
    }
    workspace.close();
    return rows;
  });
}

/** DuckDB alone: every file as a table of text. */
async function peer(dir: string, files: readonly string[]): Promise<Figures> {
  await mkdir(dir, { recursive: true });
  const database = join(dir, "peer.duckdb");
  return figures(database, async () => {
    const instance = await DuckDBInstance.create(database, { memory_limit: "4GB", temp_directory: join(dir, "temporary") });
    const connection = await instance.connect();
    let rows = 0;
    for (const [index, file] of files.entries()) {
      const sql = `CREATE TABLE t${index} AS SELECT * FROM read_csv($1, delim = '\t', quote = '"', header = true, all_varchar = true)`;
      await connection.run(sql, [file]);
      rows += Number((await connection.runAndReadAll(`SELECT count(*) FROM t${index}`)).getRows()[0]?.[0]);
    }
    connection.closeSync();
    instance.closeSync();
    return rows;
  });
}

/** Runs one side in its own process, to measure its memory. */
async function apart(job: "load" | "peer", dir: string, files: readonly string[]): Promise<Figures> {
  const child = fork(fileURLToPath(import.meta.url), ["--job", job, dir, ...files]);
  const [answer] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [Figures | number];
  if (typeof answer !== "object") throw new Error(`the process ended with ${answer}`);
  return answer;
}

const format = ({ rows, seconds, processor, memory, size }: Figures): string =>
  `${rows} rows in ${seconds.toFixed(1)} s (processor ${processor.toFixed(1)} s), ${Math.round(rows / seconds)} rows/s, at most ${(memory / 1e9).toFixed(2)} GB of memory, database of ${(size / 1e9).toFixed(2)} GB`;

async function main(): Promise<void> {
  try {
    const start = performance.now();
    const files = await writePatentsView(join(folder, "tables"), { patents, citations }, { zipped });
    console.log(`${patents} patents, ${citations} citations, written in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    const loaded = await apart("load", join(folder, "workspace"), files);
    console.log(`Levermap: ${format(loaded)}`);
    const [time, memory] = [(loaded.seconds * limits.citations) / citations / limits.seconds, loaded.memory / limits.memory];
    const verdict = time <= 1 && memory <= 1 ? "kept" : "NOT KEPT";
    console.log(`${time.toFixed(2)} of the seconds a citation and ${memory.toFixed(2)} of the memory that may be taken: ${verdict}`);
    if (!process.argv.includes("--peer") || zipped) return;
    const alone = await apart("peer", join(folder, "peer"), files);
    console.log(`DuckDB alone: ${format(alone)}; Levermap takes ${(loaded.seconds / alone.seconds).toFixed(2)} times as long`);
  } finally {
    if (textOption("folder") === undefined) await rm(folder, { recursive: true, force: true });
  }
}

const job = textOption("job");
if (job === undefined) await main();
else {
  const [dir, ...files] = process.argv.slice(process.argv.indexOf("--job") + 2) as [string, ...string[]];
  process.send?.(await (job === "load" ? load : peer)(dir, files));
  process.disconnect();
}
