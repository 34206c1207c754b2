import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { builtFile } from "../base/built-file.ts";
import type { Log } from "../base/effects.ts";
import type { RankFault, RankTask } from "./rank-worker.ts";

/** The compiled worker, also when running from source. */
const workerFile = builtFile("library/rank-worker.js");

/** Each needs some 300 MB. */
const mostProcesses = 2;

export interface RankOptions {
  readonly dir: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly log: Log;
}

export interface Ranking {
  /** Resolves when all are ranked, or no more will be. */
  readonly ended: Promise<void>;
  /** Ends it and waits until the workspace is let go. */
  stop(): Promise<void>;
}

/**
 * Ranks the world and all homes over twelve months in processes of low priority, so that the rankings are in the workspace folder when they are
 * asked for. They are processes, as one that closes a file gives up the locks of all its threads on it. A fault is told once and harms nothing.
 */
export function rankHomes({ dir, asOf, log }: RankOptions): Ranking {
  const parts = Math.min(mostProcesses, availableParallelism());
  let isTold = false;
  const tell = (reason: string): void => {
    if (!isTold) log.warn(`Homes are not ranked ahead of questions: ${reason}`);
    isTold = true;
  };
  const workers = Array.from({ length: parts }, (_, part) => startWorker({ dir, asOf, part, parts }, tell));
  return {
    ended: Promise.all(workers.map(({ ended }) => ended)).then(() => undefined),
    async stop() {
      isTold = true;
      for (const { child } of workers) child.kill();
      await this.ended;
    },
  };
}

function startWorker(task: RankTask, tell: (reason: string) => void): { readonly child: ChildProcess; readonly ended: Promise<void> } {
  const child = fork(workerFile, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  child.on("message", ({ message }: RankFault) => tell(message));
  child.send(task, () => undefined);
  const ended = new Promise<void>((resolve) => {
    child.on("error", (thrown) => {
      tell(thrown.message);
      resolve();
    });
    child.on("exit", (code) => {
      if (code !== null && code !== 0) tell(`a process ended with ${code}`);
      resolve();
    });
  });
  return { child, ended };
}
