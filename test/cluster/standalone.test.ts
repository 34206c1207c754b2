import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeMadeUpGraph } from "../../bench/made-up-graph.ts";
import { type Standalone, startStandalone } from "../../bench/standalone.ts";
import { writeChipTables } from "../../bench/synthetic-chips.ts";
import { quietEffects } from "../../src/base/effects.ts";
import { exportLayout, loadLayout } from "../../src/cluster/layout.ts";
import { measureLayoutSlice, mergeLayoutSlices } from "../../src/cluster/measure-layout.ts";
import { prepareClusterMeasure, prepareClusterParse, runClusterJob } from "../../src/cluster/spark/cluster.ts";
import { clusterStatus } from "../../src/cluster/spark/cluster-status.ts";
import { load } from "../../src/library/load.ts";
import { measure } from "../../src/library/measure.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { readPajek, readSnap } from "../measure/citations/citation-graphs.ts";
import { realData } from "../sources/support.ts";
import { errorOf, temporaryFolder } from "../workspace/folder.ts";
import { listOf, loadFiles, type OfficeFile, sorted, writeOfficeFiles } from "./parse/office-files.ts";
import { loadedRows } from "./parse/rows.ts";
import { citationMeasures } from "./spark/citation-measures.ts";
import { differing, measureByXargs, setAside, writeGraphLayout } from "./three-ways.ts";

const home = process.env.LEVERMAP_SPARK ?? "";
if (home === "") console.info("Skipped: tests on a cluster of Spark, which `npm run test:cluster` runs.");

/** Files that are parsed. */
const total = 200;

describe.skipIf(home === "")("a cluster of Spark on loopback", () => {
  const folder = temporaryFolder();
  const [list, layout, measured] = [join(folder, "paths.txt"), join(folder, "layout"), join(folder, "measured")];
  let files: readonly OfficeFile[] = [];
  let cluster: Standalone;
  let expected: Awaited<ReturnType<typeof loadedRows>> = {};
  const local = process.env.SPARK_LOCAL_IP;

  const spark = () => ({
    home,
    master: cluster.master,
    partitions: 8,
    conf: ["spark.driver.host=127.0.0.1", "spark.executor.memory=600m"],
  });

  const loaded = async (place: string, name: string): Promise<typeof expected> => {
    await createWorkspace(join(folder, name));
    await loadLayout(join(folder, name), place);
    return loadedRows(join(folder, name));
  };

  const receipts = (place: string): Promise<number> =>
    readdir(place).then(
      (names) => names.filter((name) => name.endsWith(".json")).length,
      () => 0,
    );

  /** Ends a worker once so many receipts are there. */
  async function killAfter(worker: number, count: number, place: string, isOver: () => boolean): Promise<number> {
    while ((await receipts(place)) < count && !isOver()) await new Promise((resolve) => setTimeout(resolve, 20));
    const done = await receipts(place);
    await cluster.kill(worker);
    return done;
  }

  beforeAll(async () => {
    process.env.SPARK_LOCAL_IP = "127.0.0.1";
    const raw = await writeOfficeFiles(join(folder, "raw"));
    const all = [...raw];
    await mkdir(join(folder, "more"));
    for (let at = 0; all.length < total; at++) {
      const { source, path } = raw[at % raw.length]!;
      const copy = join(folder, "more", `${at}${/\.(?:xml|tar)\.gz$/.exec(path)?.[0] ?? extname(path)}`);
      await copyFile(path, copy);
      all.push({ source, path: copy });
    }
    files = sorted(all);
    await writeFile(list, listOf(files));
    await createWorkspace(join(folder, "loaded"));
    await loadFiles(join(folder, "loaded"), files);
    expected = await loadedRows(join(folder, "loaded"));
    await createWorkspace(join(folder, "workspace"));
    await writeChipTables(join(folder, "tables"), { patents: 4000, share: 0.3 });
    await load(join(folder, "workspace"), "patentsview", [join(folder, "tables")], { classes: ["H", "G03F", "G11C"] });
    await measure(join(folder, "workspace"));
    await exportLayout(join(folder, "workspace"), measured);
    cluster = await startStandalone(home, join(folder, "cluster"), 2);
  });

  afterAll(async () => {
    await cluster?.stop();
    if (local === undefined) delete process.env.SPARK_LOCAL_IP;
    else process.env.SPARK_LOCAL_IP = local;
  });

  test("parses and measures as one machine does", async () => {
    const job = await prepareClusterParse(list, layout, { maxRejects: 1 });
    const { parsed } = await runClusterJob(job, spark());
    expect(parsed?.loads).toBe(expected.load!.length);
    expect(await loaded(layout, "there")).toEqual(expected);
    expect((await clusterStatus(layout)).jobs).toMatchObject([{ done: total, failed: [], left: 0, published: true }]);
    const before = await citationMeasures(measured);
    await rm(join(measured, "measure", "citation_measure.parquet"));
    await runClusterJob(await prepareClusterMeasure(measured, 8), spark());
    expect(await citationMeasures(measured)).toEqual(before);
  });

  test("tells of a task that breaks, with the end of the log", async () => {
    const job = await prepareClusterParse(list, join(folder, "broken"), { maxRejects: 1 });
    // No process can write there
    await rm(join(folder, "broken"), { recursive: true });
    const error = await errorOf(prepareAndRun(job));
    expect(error?.code).toBe("LM_LAYOUT_INVALID");
    const again = await prepareClusterParse(list, join(folder, "broken"), { maxRejects: 1 });
    await writeFile(join(folder, "broken", "input"), "a file stands where the receipts go");
    const failed = await errorOf(prepareAndRun(again));
    expect(failed?.code).toBe("LM_CLUSTER_FAILED");
    expect(failed?.message).toMatch(/The end of its log/);
  });

  const prepareAndRun = (job: Parameters<typeof runClusterJob>[0]) => runClusterJob(job, spark());

  /** All at once, by eight slices of `xargs`, and by eight slices on Spark, once for each run: how many documents differ. */
  async function threeWays(place: string, ...runs: readonly (() => Promise<unknown>)[]) {
    await measureLayoutSlice(place, 1, 1);
    await mergeLayoutSlices(place, 1);
    const embedded = await setAside(place, "embedded");
    measureByXargs(place);
    const found = [await differing(embedded, await setAside(place, "sliced"))];
    for (const run of runs) {
      await run();
      found.push(await differing(embedded, await setAside(place, "spark")));
    }
    return found;
  }

  const onSpark = async (place: string) => runClusterJob(await prepareClusterMeasure(place, 8), spark());

  for (const name of ["cit-HepPh.txt", "cit-HepTh_relabelled.txt", "Kohonen.net", "SciMet.net", "SmaGri.net", "SmallWorld.net"]) {
    const network = realData(`networks/${name}`);
    if (home !== "" && network.absent) console.info(`Skipped: measures of ${name} three ways, as ${network.path} is absent.`);
    test.skipIf(network.absent)(`measures ${name} as one process and as slices of xargs do`, async () => {
      const graph = name.endsWith(".net") ? readPajek(network.path) : readSnap(network.path);
      const place = join(folder, name);
      await writeGraphLayout(place, graph);
      const same = { documents: graph.n, differing: 0 };
      expect(await threeWays(place, () => onSpark(place))).toEqual([same, same]);
    });
  }

  /** Measures on Spark, where a worker is killed once two slices are done; the cluster is a new one afterwards. */
  async function onSparkWithAKill(place: string): Promise<void> {
    let isOver = false;
    const run = onSpark(place).finally(() => {
      isOver = true;
    });
    const done = await killAfter(1, 2, join(place, "slice", "8"), () => isOver);
    expect(done).toBeLessThan(8);
    await run;
    await cluster.stop();
    cluster = await startStandalone(home, join(place, "cluster"), 2);
  }

  test.for([
    { size: 300_000, runs: [onSpark, onSparkWithAKill] },
    { size: 3_000_000, runs: [onSparkWithAKill] },
  ])(
    "measures $size documents as one process and as slices of xargs do, where a worker is killed half-way too",
    { timeout: 3_600_000 },
    async ({ size, runs }) => {
      const place = join(folder, `made up ${size}`);
      await writeMadeUpGraph(place, { documents: size, each: 12 });
      const same = { documents: size, differing: 0 };
      const found = await threeWays(place, ...runs.map((run) => () => run(place)));
      expect(found).toEqual([same, ...runs.map(() => same)]);
    },
  );

  test("gives the same where a worker is killed half-way", async () => {
    const place = join(folder, "killed");
    const job = await prepareClusterParse(list, place, { maxRejects: 1 });
    let isOver = false;
    const run = runClusterJob(job, spark(), quietEffects).finally(() => {
      isOver = true;
    });
    const done = await killAfter(0, total / 4, join(place, "input"), () => isOver);
    expect(done).toBeLessThan(total);
    await run;
    expect(await loaded(place, "after a kill")).toEqual(expected);
    const before = await citationMeasures(measured);
    await runClusterJob(await prepareClusterMeasure(measured, 5), spark());
    expect(await citationMeasures(measured)).toEqual(before);
  });
});
