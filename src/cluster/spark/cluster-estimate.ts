import type { Effects } from "../../base/effects.ts";
import { type Estimate, sharedWords } from "../../base/estimate.ts";
import { machineOf, memoryBytes, usualMemory } from "../../workspace/machine.ts";
import { readLayout } from "../layout/layout-files.ts";
import { estimateMerge, estimateSlice, graphOf } from "../measure-layout.ts";
import { estimateParse, parseSize } from "../parse/parse-estimate.ts";
import { type ClusterJob, tasksOf } from "./cluster-job.ts";
import { type SparkOptions, usualPartitions } from "./spark-command.ts";

type Shared = Pick<SparkOptions, "memory"> & { readonly partitions?: number | undefined };

/** Tells what a job takes that is handed to processes, unless nothing is left of it. Throws LM_USAGE for memory that is not understood, LM_LAYOUT_INVALID, LM_NOT_MEASURED. */
export async function tellClusterEstimate(dir: string, job: ClusterJob, { partitions, memory }: Shared, effects: Effects): Promise<void> {
  const processes = Math.min(tasksOf(job), partitions ?? usualPartitions);
  const engine = memory === undefined ? usualMemory : memoryBytes(memory, "--memory");
  const range = job.kind === "parse" ? await parseRange(dir, job, processes) : await measureRange(dir, job, engine);
  if (range !== null) effects.log.info(sharedWords(processes, ...range));
}

type Range = readonly [least: Estimate, most: Estimate];

/** `null`: all of it was parsed before. */
async function parseRange(dir: string, { inputs }: Extract<ClusterJob, { kind: "parse" }>, processes: number): Promise<Range | null> {
  const size = await parseSize(inputs, dir);
  return size.files === 0 ? null : estimateParse(size, processes);
}

/** Memory is that of a slice; disk and seconds are those of all slices and of joining them. */
async function measureRange(dir: string, { slices }: Extract<ClusterJob, { kind: "measure" }>, engine: number): Promise<Range> {
  const graph = graphOf(await readLayout(dir), dir);
  const slice = estimateSlice(graph, slices, engine);
  const merge = estimateMerge(graph, machineOf().memory ?? usualMemory);
  const all = { memory: slice.memory, disk: slices * slice.disk + merge.disk, seconds: slices * slice.seconds + merge.seconds };
  return [all, all];
}
