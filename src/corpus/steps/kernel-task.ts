import type { CitationGraph } from "../../measure/citations/citation-graph.ts";
import { type DispersionColumns, generality, originality, type PackedClasses } from "../../measure/citations/class-dispersion.ts";
import { countDisruption, type DisruptionColumns } from "../../measure/citations/disruption.ts";
import { countForwardCitations } from "../../measure/citations/forward-citations.ts";
import { type SleepingBeautyColumns, sleepingBeauties } from "../../measure/citations/sleeping-beauty.ts";

/** Work on all documents of a graph, in shared memory. */
export type KernelTask =
  | { readonly kernel: "disruption"; readonly graph: CitationGraph; readonly windowDays: number; readonly out: DisruptionColumns }
  | { readonly kernel: "originality"; readonly graph: CitationGraph; readonly classes: PackedClasses; readonly out: DispersionColumns }
  | { readonly kernel: "generality"; readonly graph: CitationGraph; readonly classes: PackedClasses; readonly out: DispersionColumns }
  | {
      readonly kernel: "forward-citations";
      readonly graph: CitationGraph;
      readonly windowDays: number;
      readonly lastDay: number;
      readonly out: Int32Array;
    }
  | { readonly kernel: "sleeping-beauty"; readonly graph: CitationGraph; readonly lastDay: number; readonly out: SleepingBeautyColumns };

/** Documents `from` to `to` (exclusive). */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

/** A task for some threads: each takes the next slice, by the one number of `taken`, until there is none. */
export interface SharedTask {
  readonly task: KernelTask;
  readonly slices: readonly Slice[];
  readonly taken: Int32Array;
}

/** Runs a task for one slice; slices write to disjoint places. */
export function runSlice(task: KernelTask, { from, to }: Slice): void {
  const { graph } = task;
  if (task.kernel === "disruption") countDisruption(graph, task.windowDays, from, to, task.out);
  else if (task.kernel === "originality") originality(graph, task.classes, from, to, task.out);
  else if (task.kernel === "generality") generality(graph, task.classes, from, to, task.out);
  else if (task.kernel === "forward-citations") countForwardCitations(graph, task.windowDays, task.lastDay, from, to, task.out);
  else sleepingBeauties(graph, task.lastDay, from, to, task.out);
}
