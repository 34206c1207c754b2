import { access, readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { unless } from "../../base/errors.ts";
import { readManifestFile } from "../../sources/files/manifest-file.ts";
import { readLayout } from "../layout/layout-files.ts";
import { receiptPath, sliceKind, slicePath } from "../layout/layout-format.ts";
import { readInputReceipt } from "../parse/parse-input.ts";
import { type ClusterJob, jobFolder, readJob, tasksOf } from "./cluster-job.ts";

interface JobState {
  readonly done: number;
  /** Tasks that cannot be done, with the reason. */
  readonly failed: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  /** Of `parse`: whether the manifest names all that it made; `null`: of slices this is not known. */
  readonly published: boolean | null;
}

export interface ClusterJobStatus extends JobState {
  readonly job: string;
  readonly kind: ClusterJob["kind"];
  readonly tasks: number;
  /** Tasks without a receipt. */
  readonly left: number;
}

/**
 * How far the jobs of a layout are, by their receipts alone: no scheduler is asked. Throws LM_LAYOUT_INVALID for a job that is not whole.
 *
 * @example
 * const { jobs } = await clusterStatus("/shared/layout");
 */
export async function clusterStatus(dir: string): Promise<{ readonly folder: string; readonly jobs: readonly ClusterJobStatus[] }> {
  const folder = resolve(dir);
  const ids = await readdir(jobFolder(folder, "")).catch(() => []);
  const jobs: ClusterJobStatus[] = [];
  for (const id of ids.filter((name) => /^[\da-f]{16}$/.test(name)).sort()) {
    const job = await readJob(folder, id);
    const state = job.kind === "parse" ? await parseState(folder, job) : await sliceState(folder, job);
    const tasks = tasksOf(job);
    jobs.push({ job: id, kind: job.kind, tasks, ...state, left: tasks - state.done - state.failed.length });
  }
  return { folder, jobs };
}

async function parseState(dir: string, { inputs }: Extract<ClusterJob, { kind: "parse" }>): Promise<JobState> {
  const manifest = await unless(
    ["LM_LAYOUT_INVALID"],
    () => readLayout(dir),
    () => null,
  );
  const named = new Set(manifest?.loads.map(({ id }) => id));
  const failed: JobState["failed"][number][] = [];
  let [done, published] = [0, true];
  for (const input of inputs) {
    const receipt = await readInputReceipt(dir, input);
    const [first] = receipt?.failures ?? [];
    if (first !== undefined) failed.push(first);
    else if (receipt !== null && (await areThere(receipt.loads.map(({ id }) => receiptPath(dir, id))))) done += 1;
    published &&= receipt?.loads.every(({ id }) => named.has(id)) ?? false;
  }
  return { done, failed, published: published && done === inputs.length };
}

async function sliceState(dir: string, { slices, graph }: Extract<ClusterJob, { kind: "measure" }>): Promise<JobState> {
  let done = 0;
  for (let slice = 1; slice <= slices; slice++) {
    const read = (): Promise<boolean> =>
      readManifestFile(slicePath(dir, slice, slices, "json"), sliceKind).then((receipt) => receipt.graph === graph);
    if (await unless(["LM_LAYOUT_INVALID"], read, () => false)) done += 1;
  }
  return { done, failed: [], published: null };
}

async function areThere(paths: readonly string[]): Promise<boolean> {
  for (const path of paths)
    if (
      await access(path).then(
        () => false,
        () => true,
      )
    )
      return false;
  return true;
}
