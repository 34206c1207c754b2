import { z } from "zod";
import { boundedJsonOrNull } from "../../base/bounded-json.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { loadFailure } from "../../workspace/record-count.ts";
import { withScratchWorkspace } from "../layout/scratch-workspace.ts";
import { measureLayoutSlice } from "../measure-layout.ts";
import { parseInput } from "../parse/parse-input.ts";
import { type ClusterJob, readJob, tasksOf } from "./cluster-job.ts";
import { asciiJson } from "./quoting.ts";

const taskSchema = z.strictObject({ task: z.number().int().nonnegative() });

/** What a process tells of a task that it is done with, as a line of JSON. */
export const taskResultSchema = z.strictObject({
  task: z.number().int().nonnegative(),
  failures: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })),
});
export type TaskResult = z.infer<typeof taskResultSchema>;

const longestMessage = 500;

type Work = (task: number) => Promise<TaskResult["failures"]>;

/**
 * Does tasks of a job as a scheduler hands them out: a line such as `{"task":3}` for each (from 0), answered by a line of JSON when it is done or cannot be done. Faults that another
 * try may not meet, as those of a disk, are thrown, so that the scheduler tries again. Throws LM_USAGE for a line that is no task, LM_LAYOUT_INVALID.
 */
export async function runTasks(
  dir: string,
  id: string,
  lines: AsyncIterable<string>,
  write: (line: string) => Promise<void>,
  effects: Effects = quietEffects,
): Promise<void> {
  const job = await readJob(dir, id);
  await withWork(dir, job, effects, async (work) => {
    for await (const line of lines) {
      if (line === "") continue;
      const task = taskOf(line, tasksOf(job));
      const failures = await work(task);
      await write(asciiJson({ task, failures } satisfies TaskResult));
    }
  });
}

function withWork(dir: string, job: ClusterJob, effects: Effects, run: (work: Work) => Promise<void>): Promise<void> {
  if (job.kind === "parse")
    return withScratchWorkspace((workspace) =>
      run(async (task) => told((await parseInput(workspace, dir, job.inputs[task]!, effects)).failures)),
    );
  return run(async (task) => {
    try {
      await measureLayoutSlice(dir, task + 1, job.slices, effects);
      return [];
    } catch (thrown) {
      return told([loadFailure(thrown, `slice ${task + 1}/${job.slices}`, effects.signal)]);
    }
  });
}

const told = (failures: readonly TaskResult["failures"][number][]): TaskResult["failures"] =>
  failures.map(({ path, code, message }) => ({ path, code, message: message.slice(0, longestMessage) }));

function taskOf(line: string, tasks: number): number {
  const read = taskSchema.safeParse(boundedJsonOrNull(line));
  if (read.success && read.data.task < tasks) return read.data.task;
  const message = `A task is a line such as {"task":0}, to ${tasks - 1}, not ${line.slice(0, 100)}`;
  throw new LevermapError("LM_USAGE", message, { line: line.slice(0, 1000) });
}
