import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeMadeUpGraph } from "../../../bench/made-up-graph.ts";
import { quietEffects } from "../../../src/base/effects.ts";
import { sharedWords } from "../../../src/base/estimate.ts";
import { estimateMerge, estimateSlice } from "../../../src/cluster/measure-layout.ts";
import { estimateParse, parseSize } from "../../../src/cluster/parse/parse-estimate.ts";
import { prepareClusterMeasure, prepareClusterParse, runClusterJob } from "../../../src/cluster/spark/cluster.ts";
import { tellClusterEstimate } from "../../../src/cluster/spark/cluster-estimate.ts";
import { readJob } from "../../../src/cluster/spark/cluster-job.ts";
import { errorOf, temporaryFolder } from "../../workspace/folder.ts";
import { listOf, type OfficeFile, writeOfficeFiles } from "../parse/office-files.ts";
import { standInSpark } from "./stand-in-spark.ts";

const folder = temporaryFolder();
const [list, layout, graph] = [join(folder, "paths.txt"), join(folder, "layout"), join(folder, "graph")];
const said: string[] = [];
const effects = { ...quietEffects, log: { ...quietEffects.log, info: (message: string) => void said.push(message) } };
let files: readonly OfficeFile[] = [];

/** What is told of a job, before anything runs. */
async function told(dir: string, id: string, options: Parameters<typeof tellClusterEstimate>[2]): Promise<readonly string[]> {
  said.length = 0;
  await tellClusterEstimate(dir, await readJob(dir, id), options, effects);
  return [...said];
}

describe("what a job of a cluster takes", () => {
  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    files = await writeOfficeFiles(join(folder, "raw"));
    await writeFile(list, listOf(files));
    await writeMadeUpGraph(graph, { documents: 2000, each: 12 });
  });

  test("is that of parsing, shared by as many processes as there are parts and tasks; it is told before Spark is started, and not of what is done", async () => {
    const { folder: place, job, tasks } = await prepareClusterParse(list, layout, { maxRejects: 1 });
    const { inputs } = (await readJob(place, job)) as Extract<Awaited<ReturnType<typeof readJob>>, { kind: "parse" }>;
    const size = await parseSize(inputs, layout);
    expect(size.files).toBeGreaterThanOrEqual(files.length);
    const three = sharedWords(3, ...estimateParse(size, 3));
    expect(three).toMatch(/ in 3 processes, with about .* of memory each/);
    expect(await told(place, job, { partitions: 3 })).toEqual([three]);
    expect(await told(place, job, {})).toEqual([sharedWords(tasks, ...estimateParse(size, tasks))]);
    said.length = 0;
    const prepared = { folder: place, job, tasks };
    expect((await errorOf(runClusterJob(prepared, { home: join(folder, "no spark"), partitions: 3 }, effects)))?.code).toBe(
      "LM_CLUSTER_FAILED",
    );
    expect(said).toEqual([three]);
    await runClusterJob(prepared, { home: standInSpark(join(folder, "spark")), partitions: 3 });
    expect(await told(place, job, { partitions: 3 })).toEqual([]);
  });

  test("is that of all slices and of joining them, with the memory of one slice", async () => {
    const { folder: place, job } = await prepareClusterMeasure(graph, 4);
    const size = { documents: 2000, citations: 20_000 };
    const [slice, merge] = [estimateSlice(size, 4, 1e9), estimateMerge(size, 1e9)];
    const all = { memory: slice.memory, disk: 4 * slice.disk + merge.disk, seconds: 4 * slice.seconds + merge.seconds };
    expect(await told(place, job, { partitions: 2 })).toEqual([sharedWords(2, all, all)]);
    expect((await errorOf(told(place, job, { memory: "much" })))?.code).toBe("LM_USAGE");
  });
});
