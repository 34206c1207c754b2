import { join, resolve } from "node:path";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { sum } from "../../base/numbers.ts";
import { readLayout, requireNameable } from "../layout/layout-files.ts";
import { graphOf, mergeLayoutSlices } from "../measure-layout.ts";
import { type ListOptions, readParseList } from "../parse/parse-list.ts";
import { publishParsed } from "../parse/publish-parsed.ts";
import { graphDigest } from "../slices/merge-slices.ts";
import { tellClusterEstimate } from "./cluster-estimate.ts";
import { jobFolder, readJob, tasksOf, writeJob } from "./cluster-job.ts";
import { runSpark } from "./run-spark.ts";
import { type SparkOptions, sparkCommand, usualPartitions } from "./spark-command.ts";

/** Work that is written down and can be handed out. */
export interface PreparedJob {
  readonly folder: string;
  readonly job: string;
  readonly tasks: number;
}

export interface ClusterDone extends PreparedJob {
  /** Of `parse`; `null`: it measured. */
  readonly parsed: { readonly loads: number; readonly rows: number; readonly rejects: number } | null;
  /** Of `measure`: documents with measures; `null`: it parsed. */
  readonly documents: number | null;
}

/**
 * Prepares the parsing of a list by a scheduler; paths are taken from the current folder and become absolute. Throws what `parseToLayout` throws for a list.
 *
 * @example
 * const job = await prepareClusterParse("paths.txt", "/shared/layout", { source: "docdb" });
 */
export async function prepareClusterParse(listFile: string, outDir: string, options: ListOptions = {}): Promise<PreparedJob> {
  const folder = resolve(outDir);
  requireNameable(folder);
  const listed = await readParseList(listFile, options);
  const inputs = listed.map((input) => ({ ...input, paths: input.paths.map((path) => resolve(path)) }));
  return { folder, job: await writeJob(folder, { kind: "parse", inputs }), tasks: inputs.length };
}

/**
 * Prepares the citation measures of a layout by a scheduler, slice by slice. Throws LM_LAYOUT_INVALID, LM_NOT_MEASURED, LM_USAGE.
 *
 * @example
 * const job = await prepareClusterMeasure("/shared/layout", 8);
 */
export async function prepareClusterMeasure(dir: string, slices: number): Promise<PreparedJob> {
  const folder = resolve(dir);
  const graph = graphOf(await readLayout(folder), folder);
  return { folder, job: await writeJob(folder, { kind: "measure", slices, graph: graphDigest(graph) }), tasks: slices };
}

/** The words of the `spark-sql` command for a job, which `runClusterJob` runs. */
export const clusterCommand = ({ folder, job, tasks }: PreparedJob, options: Partial<SparkOptions> = {}): readonly [string, ...string[]] =>
  sparkCommand(folder, job, tasks, { ...options, partitions: options.partitions ?? usualPartitions });

/**
 * Tells what a job takes, has Spark do it, checks the receipts of all tasks, and publishes what they made: the manifest is replaced last. Throws LM_CLUSTER_FAILED with the end of
 * Spark's log, what `parseToLayout` and `mergeLayoutSlices` throw, and LM_LAYOUT_INVALID where the graph was replaced meanwhile; what was published before stays then, and what is
 * done is kept.
 *
 * @example
 * await runClusterJob(job, { master: "spark://127.0.0.1:7077" });
 */
export async function runClusterJob(
  prepared: PreparedJob,
  options: Partial<SparkOptions> = {},
  effects: Effects = quietEffects,
): Promise<ClusterDone> {
  const { folder, job: id } = prepared;
  const job = await readJob(folder, id);
  await tellClusterEstimate(folder, job, options, effects);
  const results = await runSpark(clusterCommand(prepared, options), tasksOf(job), join(jobFolder(folder, id), "log.txt"), effects);
  if (job.kind === "parse") {
    const loads = await publishParsed(job.inputs, folder, effects);
    const parsed = {
      loads: loads.length,
      rows: sum(loads.map(({ rows }) => rows)),
      rejects: sum(loads.map(({ rejects }) => rejects)),
    };
    return { ...prepared, parsed, documents: null };
  }
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) {
    const each = failures.slice(0, 20).map(({ path, code, message }) => `\n  ${path}: ${code}: ${message}`);
    throw new LevermapError("LM_CLUSTER_FAILED", `${failures.length} of ${job.slices} slices failed:${each.join("")}`, { failures });
  }
  const { documents } = await mergeLayoutSlices(folder, job.slices, effects);
  return { ...prepared, parsed: null, documents };
}
