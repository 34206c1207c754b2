import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { builtFile } from "../../base/built-file.ts";
import { sharedInts } from "../../measure/shared-arrays.ts";
import { machineOf } from "../../workspace/machine.ts";
import { type KernelTask, runSlice, type SharedTask, type Slice } from "./kernel-task.ts";

/** With fewer citations starting threads does not pay. */
const worthThreads = 1_000_000;
const slicesEach = 4;

/** The compiled worker, also when running from source: worker threads cannot load TypeScript. */
const workerFile = builtFile("corpus/steps/kernel-worker.js");

/** Runs a task on all documents of its graph. Rejects with the reason of `signal`. */
export type RunKernel = (task: KernelTask, signal?: AbortSignal) => Promise<void>;

/**
 * Runs kernels on all cores. Threads last as long as their task: they share its memory, and start in a tenth of a second. `threads`: default
 * what this process may use, else the number of cores.
 */
export const kernelThreads =
  (threads: number = machineOf().threads ?? availableParallelism()): RunKernel =>
  async (task, signal) => {
    signal?.throwIfAborted();
    const { n, citedStart, cited } = task.graph;
    if (threads === 1 || cited.length < worthThreads) return runSlice(task, { from: 0, to: n });
    const workerData: SharedTask = { task, slices: evenSlices(citedStart, threads * slicesEach), taken: sharedInts(1) };
    const workers = Array.from({ length: threads }, () => new Worker(workerFile, { workerData }));
    try {
      await Promise.all(workers.map((worker) => once(worker, "exit", { signal })));
    } catch (thrown) {
      signal?.throwIfAborted();
      throw thrown;
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
  };

/** Cuts documents `0..n-1` into `parts` slices with about equal numbers of links. */
export function evenSlices(start: Int32Array, parts: number): readonly Slice[] {
  const n = start.length - 1;
  const links = start[n] ?? 0;
  const bounds = [0];
  for (let part = 1; part < parts; part++) bounds.push(Math.max(bounds.at(-1) ?? 0, reaching(start, (links * part) / parts)));
  bounds.push(n);
  return bounds.slice(1).flatMap((to, at) => {
    const from = bounds[at] ?? 0;
    return to > from ? [{ from, to }] : [];
  });
}

function reaching(start: Int32Array, links: number): number {
  let first = 0;
  let last = start.length - 1;
  while (first < last) {
    const middle = (first + last) >>> 1;
    if ((start[middle] ?? 0) < links) first = middle + 1;
    else last = middle;
  }
  return first;
}
