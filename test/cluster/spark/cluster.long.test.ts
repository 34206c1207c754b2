import { execFileSync } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeChipTables } from "../../../bench/synthetic-chips.ts";
import { exportLayout, loadLayout } from "../../../src/cluster/layout.ts";
import { clusterCommand, prepareClusterMeasure, prepareClusterParse, runClusterJob } from "../../../src/cluster/spark/cluster.ts";
import { clusterStatus } from "../../../src/cluster/spark/cluster-status.ts";
import { shellWord } from "../../../src/cluster/spark/quoting.ts";
import { load } from "../../../src/library/load.ts";
import { measure } from "../../../src/library/measure.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { contents, errorOf, temporaryFolder } from "../../workspace/folder.ts";
import { listOf, loadFiles, type OfficeFile, writeOfficeFiles } from "../parse/office-files.ts";
import { loadedRows } from "../parse/rows.ts";
import { citationMeasures } from "./citation-measures.ts";
import { standInSpark } from "./stand-in-spark.ts";

const folder = temporaryFolder();
const list = join(folder, "paths.txt");
// No pattern of the engine's is in it, but all that a shell or a statement might take for something else
const layout = join(folder, "a 'b' \"c\" $(touch injected) `d`; -- $e \\u0027 ü");
const spark = standInSpark(join(folder, "spark"));
const options = { maxRejects: 1 };
let files: readonly OfficeFile[] = [];

const manifestOf = (place: string): Promise<string> => readFile(join(place, "manifest.json"), "utf8");

async function loaded(place: string, name: string): Promise<Awaited<ReturnType<typeof loadedRows>>> {
  await createWorkspace(join(folder, name));
  await loadLayout(join(folder, name), place);
  return loadedRows(join(folder, name));
}

describe("parsing by Spark's command, with a stand-in for Spark", () => {
  beforeAll(async () => {
    files = await writeOfficeFiles(join(folder, "raw"));
    await writeFile(list, listOf(files));
  });

  test("gives what load gives, in a folder of a hostile name, twice the same", async () => {
    const dir = join(folder, "loaded");
    await createWorkspace(dir);
    await loadFiles(dir, files);
    const job = await prepareClusterParse(list, layout, options);
    expect((await clusterStatus(layout)).jobs).toMatchObject([{ kind: "parse", done: 0, left: files.length, published: false }]);
    const done = await runClusterJob(job, { home: spark, partitions: 3 });
    expect(done.parsed?.loads).toBe(files.length - 1);
    expect(await loaded(layout, "there")).toEqual(await loadedRows(dir));
    expect((await clusterStatus(layout)).jobs).toMatchObject([{ done: files.length, failed: [], left: 0, published: true }]);
    const before = await contents(join(layout, "load"));
    expect(await prepareClusterParse(list, layout, options)).toEqual(job);
    expect(await runClusterJob(job, { home: spark, partitions: 2 })).toEqual(done);
    expect(await contents(join(layout, "load"))).toEqual(before);
  });

  test("prints a command that bash runs as it is", async () => {
    const place = join(folder, "printed 'layout'");
    const job = await prepareClusterParse(list, place, options);
    const line = clusterCommand(job, { home: spark, partitions: 2, master: "local[2]", conf: ["spark.x=a b;'c'"] })
      .map(shellWord)
      .join(" ");
    expect(line).toMatch(/^[ -~]+$/);
    const out = execFileSync("/bin/bash", ["-c", line], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    expect(
      out
        .trim()
        .split("\n")
        .map((each) => JSON.parse(each)),
    ).toEqual(files.map((_, task) => ({ task, failures: [] })));
    expect((await clusterStatus(place)).jobs).toMatchObject([{ done: files.length, left: 0, published: false }]);
  });

  test.each<[string, string, RegExp]>([
    ["a process fails", 'if (part === 1) command = "echo LM_INTERNAL: it broke >&2; exit 3";', /Subprocess exited with status 3/],
    ["a process ends early with 0", 'if (part === 1) command = "head -1 >&2";', /of \d+ tasks only \d+ were reported/],
    ["Spark ends early with 0", "if (part === 1) process.exit(0);", /of \d+ tasks only 3 were reported/],
    ["Spark is killed", 'if (part === 1) process.kill(process.pid, "SIGKILL");', /ended with SIGKILL/],
  ])("tells where %s, with the end of the log; what was published stays, and another run goes on", async (name, turn, reason) => {
    const place = join(folder, name);
    await cp(layout, place, { recursive: true });
    await rm(join(place, "input"), { recursive: true });
    await rm(join(place, "load"), { recursive: true });
    const before = await manifestOf(place);
    const job = await prepareClusterParse(list, place, options);
    const faulty = standInSpark(join(folder, `spark where ${name}`), turn);
    const error = await errorOf(runClusterJob(job, { home: faulty, partitions: 4 }));
    expect(error?.code).toBe("LM_CLUSTER_FAILED");
    expect(error?.message).toMatch(reason);
    expect(error?.message).toContain("INFO SparkContext: stand-in");
    expect(error?.message).not.toContain("at org.apache.spark");
    expect(await manifestOf(place)).toBe(before);
    await runClusterJob(job, { home: spark, partitions: 2 });
    expect(await loaded(place, `into ${name}`)).toEqual(await loadedRows(join(folder, "loaded")));
  });

  test("tells of a file that cannot be read, once all others are parsed", async () => {
    const place = join(folder, "with a bad one");
    const bad = join(folder, "bad '.csv");
    const own = join(folder, "bad.txt");
    await writeFile(own, listOf([{ source: "docdb", path: bad }, ...files]));
    const job = await prepareClusterParse(own, place, options);
    const error = await errorOf(runClusterJob(job, { home: spark, partitions: 2 }));
    expect(error?.code).toBe("LM_LOAD_INCOMPLETE");
    expect(error?.details.failed).toMatchObject([{ path: bad, code: "LM_FILE_NOT_FOUND" }]);
    expect((await clusterStatus(place)).jobs).toMatchObject([{ done: files.length, failed: [{ path: bad }], left: 0, published: false }]);
    await expect(manifestOf(place)).rejects.toThrow("ENOENT");
  });

  test("tells where there is no Spark", async () => {
    const job = await prepareClusterParse(list, layout, options);
    const error = await errorOf(runClusterJob(job, { home: join(folder, "no spark") }));
    expect([error?.code, error?.message]).toEqual(["LM_CLUSTER_FAILED", expect.stringContaining("cannot be started")]);
  });
});

describe("measuring by Spark's command, with a stand-in for Spark", () => {
  const measured = join(folder, "measured");

  beforeAll(async () => {
    const dir = join(folder, "workspace");
    await createWorkspace(dir);
    await writeChipTables(join(folder, "tables"), { patents: 400, share: 0.3 });
    await load(dir, "patentsview", [join(folder, "tables")], { classes: ["H", "G03F", "G11C"] });
    await measure(dir);
    await exportLayout(dir, measured);
  });

  test("gives the numbers of one machine, slice by slice", async () => {
    const before = await citationMeasures(measured);
    expect(before.length).toBeGreaterThan(100);
    await rm(join(measured, "measure", "citation_measure.parquet"));
    const job = await prepareClusterMeasure(measured, 5);
    expect(await runClusterJob(job, { home: spark, partitions: 2 })).toMatchObject({ documents: before.length, parsed: null });
    const after = await citationMeasures(measured);
    expect(after).toEqual(before);
    expect((await clusterStatus(measured)).jobs).toMatchObject([{ kind: "measure", tasks: 5, done: 5, left: 0, published: null }]);
  });

  test("tells of slices that cannot be measured, and leaves what was published", async () => {
    const place = join(folder, "without a graph");
    await cp(measured, place, { recursive: true });
    await rm(join(place, "slice"), { recursive: true });
    const before = await manifestOf(place);
    const job = await prepareClusterMeasure(place, 3);
    await rm(join(place, "graph", "citation.parquet"));
    const error = await errorOf(runClusterJob(job, { home: spark, partitions: 2 }));
    expect(error?.code).toBe("LM_CLUSTER_FAILED");
    expect(error?.message).toMatch(/3 of 3 slices failed:\n {2}slice 1\/3: LM_LAYOUT_INVALID/);
    expect(await manifestOf(place)).toBe(before);
    expect((await clusterStatus(place)).jobs.find(({ tasks }) => tasks === 3)).toMatchObject({ done: 0, left: 3 });
  });

  test("refuses a folder without a graph", async () => {
    expect((await errorOf(prepareClusterMeasure(layout, 3)))?.code).toBe("LM_NOT_MEASURED");
  });
});
