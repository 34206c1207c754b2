import { constants, setPriority } from "node:os";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { asLevermapError, LevermapError } from "../../base/errors.ts";
import { load } from "../../library/load.ts";
import { measure } from "../../library/measure.ts";
import { withWorkspace } from "../../library/with-workspace.ts";
import { generationOf } from "../../workspace/generation.ts";
import type { Job, JobDone } from "./job.ts";
import { purgeAsked } from "./purge-job.ts";
import type { FromJobProcess, ToJobProcess } from "./run-job.ts";

/** Milliseconds between steps that are told. */
const betweenSteps = 200;

const stop = new AbortController();
let told = 0;

const say = (message: FromJobProcess): Promise<void> => new Promise((resolve) => process.send?.(message, () => resolve()));

function step(done: number, total: number, label: string): void {
  const now = performance.now();
  if (now - told < betweenSteps) return;
  told = now;
  void say({ kind: "step", done, total, label });
}

/** Does one job for the server that started it, and ends with it. */
async function run({ dir, job, path }: Extract<ToJobProcess, { kind: "run" }>): Promise<void> {
  const effects: Effects = {
    ...quietEffects,
    progress: { report: step },
    signal: stop.signal,
    actor: { user: job.user, via: "HTTP API" },
  };
  try {
    await say({ kind: "done", done: await done(dir, job, path, effects) });
  } catch (thrown) {
    const { code, message, details } = asLevermapError(thrown);
    await say({ kind: "fault", code, message, details });
  }
  process.exit();
}

async function done(dir: string, job: Job, path: string | null, effects: Effects): Promise<JobDone> {
  const { what, source, edition } = job;
  if (what === "purge" && path !== null) {
    const purged = await purgeAsked(dir, job, path, effects);
    return { loaded: null, purged, generation: await generationIn(dir, effects) };
  }
  if (what === "measure" || source === null || path === null) {
    await measure(dir, { effects });
    return { loaded: null, purged: null, generation: await generationIn(dir, effects) };
  }
  const { loads } = await load(dir, source, [path], { measured: true, effects, ...(edition !== null && { edition }) });
  const loaded = loads.map(({ id, edition: of, rows, rejects, already }) => ({ id, edition: of, rows, rejects, already }));
  return { loaded, purged: null, generation: await generationIn(dir, effects) };
}

const generationIn = (dir: string, effects: Effects): Promise<string> =>
  withWorkspace(dir, "read", effects, (workspace) => workspace.use(generationOf));

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.once("disconnect", () => process.exit());
process.on("message", (message: ToJobProcess) => {
  if (message.kind === "run") void run(message);
  else stop.abort(new LevermapError("LM_INTERRUPTED", "The job was stopped."));
});
