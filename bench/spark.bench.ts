import { rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { writeMadeUpGraph } from "./made-up-graph.ts";
import { type Spent, spentBy, told } from "./spent.ts";
import { startStandalone } from "./standalone.ts";
import { option, temporary, textOption } from "./support.ts";

/**
 * Measures on citations of a made-up graph in one process, then in slices on two workers of Spark with a core each, which it starts, then in one process again: how many times the clock.
 *
 *     npm run bench -- spark [--documents N] [--citations EACH] [--slices N] [--spark HOME] [--folder DIR]
 */
const [documents, each, slices] = [option("documents", 3_000_000), option("citations", 12), option("slices", 8)];
const home = textOption("spark") ?? process.env.SPARK_HOME;
const folder = textOption("folder") ?? temporary("spark");
/** What is aimed at. */
const most = { times: 4, megabytes: 1000 };

const layout = join(folder, "layout");
const conf = ["spark.driver.host=127.0.0.1", "spark.executor.memory=600m", "spark.ui.enabled=false"].flatMap((line) => ["--conf", line]);

/** From a layout that has its graph alone to its table of measures. */
async function embedded(threads: string): Promise<Spent> {
  const measured = await spentBy(["measure", "--layout", layout, "--slice", "1/1", "--threads", threads]);
  const joined = await spentBy(["measure", "--layout", layout, "--merge", "1"]);
  await rm(join(layout, "slice"), { recursive: true });
  return {
    clock: measured.clock + joined.clock,
    core: measured.core + joined.core,
    peak: Math.max(measured.peak, joined.peak),
    before: null,
    load: joined.load,
  };
}

async function compare(spark: string): Promise<void> {
  const graph = await writeMadeUpGraph(layout, { documents, each });
  console.log(`  ${graph.documents} documents, ${graph.citations} citations (load average ${loadavg()[0]?.toFixed(1)})`);
  process.env.SPARK_LOCAL_IP = "127.0.0.1";
  const cluster = await startStandalone(spark, join(folder, "cluster"), 2);
  try {
    const master = ["--master", cluster.master, ...conf];
    const two = await embedded("2");
    told("one process with two threads, joined", two);
    const words = ["cluster", "measure", "--layout", layout, "--slices", String(slices), "--spark-home", spark, ...master];
    const run = await spentBy(words, ["cluster", "task", layout]);
    told(`${slices} slices on two workers, joined (core: of the driver; memory: the largest process that measures)`, run);
    const one = await embedded("1");
    told("one process with one thread, joined", one);
    const start = run.before ?? 0;
    console.log(`  of which ${start.toFixed(1)} s until the first slice began: Spark's session and its executors`);
    for (const [what, { clock }] of [["two threads", two] as const, ["one thread", one] as const]) {
      const times = (run.clock - start) / clock;
      console.log(`  without the session's start ${times.toFixed(2)} times ${what}${times > most.times ? " (over)" : ""}`);
    }
    if (run.peak > most.megabytes) console.log(`  ${run.peak.toFixed(0)} MB a process (over)`);
  } finally {
    await cluster.stop();
  }
}

if (home === undefined) console.log("  Skipped: neither --spark nor SPARK_HOME says where Spark is.");
else {
  try {
    await compare(home);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
