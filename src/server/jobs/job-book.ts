import { LevermapError } from "../../base/errors.ts";
import { isOver, type Job } from "./job.ts";
import type { JobFiles } from "./job-files.ts";

/** Ended jobs that are still told of. */
const mostTold = 100;

interface Held {
  job: Job;
  readonly stop: AbortController;
  readonly watchers: Set<(job: Job) => void>;
}

/** The jobs of a server as they stand, on disk and for those who watch them. */
export class JobBook {
  readonly #files: JobFiles;
  readonly #all = new Map<string, Held>();

  constructor(files: JobFiles) {
    this.#files = files;
  }

  /** The latest first. */
  get all(): readonly Job[] {
    return [...this.#all.values()].map(({ job }) => job).reverse();
  }

  /** Throws LM_SERVER_NOT_FOUND. */
  get(id: string): Job {
    return this.#held(id).job;
  }

  /** What stops a job. */
  stopOf(id: string): AbortController {
    return this.#held(id).stop;
  }

  /** Takes a job that is on disk. */
  hold(job: Job): void {
    this.#all.set(job.id, { job, stop: new AbortController(), watchers: new Set() });
  }

  /** Tells each state of a job from now on; gives what ends that. Throws LM_SERVER_NOT_FOUND. */
  watch(id: string, tell: (job: Job) => void): () => void {
    const { watchers } = this.#held(id);
    watchers.add(tell);
    return () => watchers.delete(tell);
  }

  /** Tells a change that is not worth keeping. */
  tell(id: string, change: Partial<Job>): void {
    const held = this.#held(id);
    held.job = { ...held.job, ...change };
    for (const tell of held.watchers) tell(held.job);
  }

  /** On disk first: what is told is kept. The file of a job that is over is removed, and jobs that were over long ago are forgotten. */
  async set(id: string, change: Partial<Job>): Promise<void> {
    const job = { ...this.get(id), ...change };
    await this.#files.write(job);
    if (isOver(job)) await this.#files.removeFile(id);
    this.tell(id, change);
    const over = [...this.#all.values()].filter((held) => isOver(held.job));
    for (const { job: old } of over.slice(0, Math.max(0, over.length - mostTold))) {
      this.#all.delete(old.id);
      await this.#files.remove(old.id);
    }
  }

  #held(id: string): Held {
    const held = this.#all.get(id);
    if (held === undefined) throw new LevermapError("LM_SERVER_NOT_FOUND", `There is no job ${id}.`);
    return held;
  }
}
