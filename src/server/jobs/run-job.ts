import { fork } from "node:child_process";
import { once } from "node:events";
import { builtFile } from "../../base/built-file.ts";
import { type ErrorCode, LevermapError } from "../../base/errors.ts";
import type { Job, JobDone } from "./job.ts";
import type { JobCall } from "./jobs.ts";

export type ToJobProcess =
  | { readonly kind: "run"; readonly dir: string; readonly job: Job; readonly path: string | null }
  | { readonly kind: "stop" };

export type FromJobProcess =
  | ({ readonly kind: "step" } & NonNullable<Job["step"]>)
  | { readonly kind: "done"; readonly done: JobDone }
  | { readonly kind: "fault"; readonly code: ErrorCode; readonly message: string; readonly details: Readonly<Record<string, unknown>> };

/** The compiled process, also when running from source. */
const processFile = builtFile("server/jobs/job-process.js");

/** Milliseconds that a stopped job may take to end by itself; what it had begun is undone by the next writer then. */
const grace = 5000;

/** Does a job in a process of its own, of lower priority than the server's. */
export async function runJob(dir: string, job: Job, { path, signal, onStep }: JobCall): Promise<JobDone> {
  signal.throwIfAborted();
  const child = fork(processFile, { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const ended = once(child, "exit").catch(() => undefined);
  const say = (message: ToJobProcess): void => void (child.connected && child.send(message, () => undefined));
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    say({ kind: "stop" });
    timer = setTimeout(() => child.kill("SIGKILL"), grace);
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    const said = new Promise<Exclude<FromJobProcess, { kind: "step" }>>((resolve) =>
      child.on("message", (message: FromJobProcess) => {
        if (message.kind === "step") onStep({ done: message.done, total: message.total, label: message.label });
        else resolve(message);
      }),
    );
    say({ kind: "run", dir, job, path });
    const end = await Promise.race([said, ended.then(() => null)]);
    await ended;
    if (end?.kind === "done") return end.done;
    signal.throwIfAborted();
    throw end === null ? new Error("A process that did a job ended before it had.") : new LevermapError(end.code, end.message, end.details);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
