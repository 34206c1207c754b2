import { availableParallelism } from "node:os";
import type { Piscina } from "piscina";
import { builtFile } from "../../base/built-file.ts";
import { machineOf } from "../../workspace/machine.ts";
import { type KernelTask, runSlice } from "./kernel-task.ts";

/** With fewer citations starting a worker does not pay. */
const worthWorkers = 1_000_000;
const slicesEach = 4;

/** The compiled worker, also when running from source: worker threads cannot load TypeScript. */
const workerFile = builtFile("corpus/steps/kernel-worker.js");

/** Runs kernels on all cores. Close it when done. */
export interface KernelPool {
  readonly threads: number;
  /** Runs a task by slices. Rejects with the reason of `signal`. */
  run(task: KernelTask, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** A pool that starts workers lazily. `threads`: default what this process may use, else the number of cores. */
export function openKernelPool(threads: number = machineOf().threads ?? availableParallelism()): KernelPool {
  let workers: Promise<Piscina> | undefined;
  const start = async (): Promise<Piscina> => {
    const { Piscina } = await import("piscina");
    return new Piscina({ filename: workerFile, minThreads: threads, maxThreads: threads });
  };
  return {
    threads,
    async run(task, signal) {
      signal?.throwIfAborted();
      const { n, citedStart, cited } = task.graph;
      if (threads === 1 || cited.length < worthWorkers) return runSlice({ task, from: 0, to: n });
      workers ??= start();
      const pool = await workers;
      const slices = evenSlices(citedStart, threads * slicesEach);
      const options = { name: "runSlice", ...(signal !== undefined && { signal }) };
      await Promise.all(slices.map(({ from, to }) => pool.run({ task, from, to }, options)));
    },
    async close() {
      await (await workers)?.destroy();
    },
  };
}

/** Cuts documents `0..n-1` into `parts` slices with about equal numbers of links. */
export function evenSlices(start: Int32Array, parts: number): readonly { readonly from: number; readonly to: number }[] {
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
