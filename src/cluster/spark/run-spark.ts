import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { type TaskResult, taskResultSchema } from "./run-tasks.ts";

/** Lines and characters of a log that an error shows. */
const lastLines = 15;
const longestLine = 400;
/** Places in the code of Java, which hide what went wrong. */
const place = /^\s+(?:at |\.\.\. \d+ more)/;

/**
 * Runs the command of a job to its end and gives what its tasks told, each once. All else that it prints goes to the file `log`. Throws LM_CLUSTER_FAILED with the end of the log
 * where it cannot be started, ends with a fault, or ends before every task told; the reason of `effects.signal`, which ends it.
 */
export async function runSpark(
  [program, ...args]: readonly [string, ...string[]],
  tasks: number,
  log: string,
  effects: Effects,
): Promise<readonly TaskResult[]> {
  const cwd = await mkdtemp(join(tmpdir(), "levermap-spark-"));
  const tail: string[] = [];
  const kept = createWriteStream(log);
  const keep = (line: string): void => {
    kept.write(`${line}\n`);
    if (place.test(line)) return;
    tail.push(line.slice(0, longestLine));
    if (tail.length > lastLines) tail.shift();
  };
  try {
    const results = new Map<number, TaskResult>();
    const ended = await run(
      program,
      args,
      { cwd, effects },
      {
        error: keep,
        out(line) {
          const result = resultOf(line);
          if (result === null) return keep(line);
          results.set(result.task, result);
          effects.progress.report(results.size, tasks, "");
        },
      },
    );
    effects.signal.throwIfAborted();
    if (ended === null && results.size >= tasks) return [...results.values()];
    throw failed(ended ?? `It ended, but of ${tasks} tasks only ${results.size} were reported as done.`, log, tail);
  } finally {
    kept.end();
    await once(kept, "close").catch(() => undefined);
    await rm(cwd, { recursive: true, force: true });
  }
}

interface Heard {
  out(line: string): void;
  error(line: string): void;
}

/** Runs a program; `null` where it ended well, else how it ended. */
async function run(
  program: string,
  args: readonly string[],
  { cwd, effects }: { readonly cwd: string; readonly effects: Effects },
  heard: Heard,
): Promise<string | null> {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const stop = (): void => void child.kill("SIGTERM");
  effects.signal.addEventListener("abort", stop, { once: true });
  createInterface({ input: child.stdout }).on("line", heard.out);
  createInterface({ input: child.stderr }).on("line", heard.error);
  try {
    return await new Promise((resolve) => {
      child.on("error", (thrown) => resolve(`${program} cannot be started: ${thrown.message}.`));
      child.on("close", (code, signal) => resolve(code === 0 ? null : `It ended with ${code ?? signal}.`));
    });
  } finally {
    effects.signal.removeEventListener("abort", stop);
  }
}

function resultOf(line: string): TaskResult | null {
  if (!line.startsWith('{"task":')) return null;
  try {
    const read = taskResultSchema.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function failed(reason: string, log: string, tail: readonly string[]): LevermapError {
  const end = tail.length === 0 ? "Its log is empty." : `The end of its log, ${log}:\n  ${tail.join("\n  ")}`;
  return new LevermapError("LM_CLUSTER_FAILED", `Spark did not do the work. ${reason} ${end}`, { log, end: [...tail] });
}
