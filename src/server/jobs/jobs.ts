import type { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { LevermapError } from "../../base/errors.ts";
import { fileOf, isOver, type Job, type JobAsked, type JobDone, type JobFault, jobFault, newJob } from "./job.ts";
import { JobBook, JobFiles } from "./job-book.ts";
import { receive } from "./receive.ts";
import { Turns } from "./turns.ts";

export interface JobCall {
  /** The file of a load, or what a purge is to remove. */
  readonly path: string | null;
  readonly signal: AbortSignal;
  readonly onStep: (step: NonNullable<Job["step"]>) => void;
}

/** Does a job. Over only when nothing of the work is left, also where it was stopped. */
export type RunJob = (job: Job, call: JobCall) => Promise<JobDone>;

export interface JobsOptions {
  readonly dir: string;
  readonly run: RunJob;
  /** Told when something was written. */
  readonly written: () => void;
  readonly failed: (thrown: unknown) => void;
  readonly now?: (() => Date) | undefined;
  /** Bytes that a posted file may have. */
  readonly mostBytes?: number | undefined;
}

/** Jobs that wait or come; writes of people that wait; how often a job is begun. */
const [mostWaiting, mostShort, mostTries] = [8, 50, 3];
const usualMostBytes = 256 * 2 ** 20;
/** Milliseconds between tries, and for which a job, or somebody who waits for an answer, waits for a writer that is not of this server. */
const [betweenTries, longestBusy, longestShort] = [1000, 600_000, 60_000];

/** Work that writes the workspace, one after the other. It outlives the server: what was not over is begun anew, or told to be lost. */
export class Jobs {
  readonly #files: JobFiles;
  readonly #options: JobsOptions;
  readonly #turns = new Turns();
  readonly #book: JobBook;
  readonly #working = new Set<Promise<void>>();
  #coming = 0;
  readonly #closing = new AbortController();

  private constructor(options: JobsOptions) {
    [this.#options, this.#files] = [options, new JobFiles(options.dir)];
    this.#book = new JobBook(this.#files);
  }

  /** Begins anew what a server before it had not done. */
  static async open(options: JobsOptions): Promise<Jobs> {
    const jobs = new Jobs(options);
    for (const job of await jobs.#files.readAll()) await jobs.#takeUp(job);
    return jobs;
  }

  get mostBytes(): number {
    return this.#options.mostBytes ?? usualMostBytes;
  }

  /** The latest first. */
  get all(): readonly Job[] {
    return this.#book.all;
  }

  /** Throws LM_SERVER_NOT_FOUND. */
  get(id: string): Job {
    return this.#book.get(id);
  }

  /** Takes a job, with the file that it loads. Throws LM_SERVER_TOO_MANY, and as `receive`. */
  async post(asked: JobAsked, body: Readable | null): Promise<Job> {
    this.#closing.signal.throwIfAborted();
    const job = newJob(asked, this.#now());
    const waiting = this.all.filter((each) => !isOver(each)).length + this.#coming;
    if (waiting >= mostWaiting) throw new LevermapError("LM_SERVER_TOO_MANY", `${waiting} jobs wait already.`);
    this.#coming++;
    try {
      await this.#files.makeRoom(job.id);
      const file = fileOf(asked);
      if (body !== null && file !== null) await receive(body, this.#files.pathOf(job.id, file), this.mostBytes);
      await this.#files.write(job);
    } catch (thrown) {
      await this.#files.remove(job.id);
      throw thrown;
    } finally {
      this.#coming--;
    }
    this.#begin(job);
    return job;
  }

  /** Stops a job that is not over; `false`: it is. Throws LM_SERVER_NOT_FOUND. */
  stop(id: string, user: string): boolean {
    if (isOver(this.get(id))) return false;
    this.#book.stopOf(id).abort(new LevermapError("LM_INTERRUPTED", `${user} stopped the job.`));
    return true;
  }

  /** Tells each state of a job from now on; gives what ends that. Throws LM_SERVER_NOT_FOUND. */
  watch(id: string, tell: (job: Job) => void): () => void {
    return this.#book.watch(id, tell);
  }

  /** Aborted when the server closes. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** A write that takes a moment, once the one under way is over: before all jobs that wait. Throws LM_SERVER_TOO_MANY, and what `write` throws. */
  async short<T>(write: () => Promise<T>): Promise<T> {
    if (this.#turns.waiting >= mostShort) throw new LevermapError("LM_SERVER_TOO_MANY", `${mostShort} writes wait already.`);
    const { signal } = this.#closing;
    return this.#turns.take("short", signal, () => this.#whenFree(write, signal, longestShort));
  }

  /** Stops the work; what is not over is begun anew by the next server. */
  async close(): Promise<void> {
    const closing = new LevermapError("LM_INTERRUPTED", "The server is closing.");
    this.#closing.abort(closing);
    for (const job of this.all) if (!isOver(job)) this.#book.stopOf(job.id).abort(closing);
    await Promise.all(this.#working);
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  async #takeUp(job: Job): Promise<void> {
    if (isOver(job)) {
      await this.#files.removeFile(job.id);
      this.#book.hold(job);
      return;
    }
    const why =
      job.tries >= mostTries
        ? `the server ended ${job.tries} times while it was under way`
        : fileOf(job) !== null && !(await this.#files.hasFile(job))
          ? "its file is gone"
          : null;
    if (why === null) {
      this.#begin({ ...job, state: "waiting", step: null });
      return;
    }
    const error = new LevermapError("LM_INTERRUPTED", `The job is lost: ${why}. Post it again.`);
    this.#book.hold(job);
    await this.#book.set(job.id, { state: "lost", ended: this.#now().toISOString(), step: null, fault: jobFault(error) });
  }

  #begin(job: Job): void {
    this.#book.hold(job);
    const { signal } = this.#book.stopOf(job.id);
    const working = this.#turns
      .take("job", signal, () => this.#work(job.id, signal))
      .catch((thrown: unknown) => this.#end(job.id, thrown))
      .catch((thrown: unknown) => this.#options.failed(thrown))
      .finally(() => this.#working.delete(working));
    this.#working.add(working);
  }

  async #work(id: string, signal: AbortSignal): Promise<void> {
    const { tries } = this.get(id);
    const file = fileOf(this.get(id));
    await this.#book.set(id, { state: "running", begun: this.#now().toISOString(), tries: tries + 1 });
    const path = file === null ? null : this.#files.pathOf(id, file);
    const onStep = (step: NonNullable<Job["step"]>): void => this.#book.tell(id, { step });
    const done = await this.#whenFree(() => this.#options.run(this.get(id), { path, signal, onStep }), signal, longestBusy);
    await this.#book.set(id, { ...done, state: "done", ended: this.#now().toISOString(), step: null });
    this.#options.written();
  }

  /** Tries again while somebody else writes, for a while. */
  async #whenFree<T>(write: () => Promise<T>, signal: AbortSignal, longest: number): Promise<T> {
    const until = performance.now() + longest;
    for (;;) {
      try {
        return await write();
      } catch (thrown) {
        const isBusy = thrown instanceof LevermapError && thrown.code === "LM_WORKSPACE_BUSY";
        if (!isBusy || performance.now() > until) throw thrown;
        await setTimeout(betweenTries, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  }

  async #end(id: string, thrown: unknown): Promise<void> {
    const { signal: stop } = this.#book.stopOf(id);
    const isStopped = stop.aborted;
    if (isStopped && stop.reason === this.#closing.signal.reason)
      return this.#book.set(id, { state: "waiting", begun: null, step: null, tries: Math.max(0, this.get(id).tries - 1) });
    const fault = this.#withoutPlace(id, jobFault(isStopped ? stop.reason : thrown));
    if (fault.code === "LM_INTERNAL") this.#options.failed(thrown);
    await this.#book.set(id, { state: isStopped ? "stopped" : "failed", ended: this.#now().toISOString(), step: null, fault });
  }

  /** Clients know the name of the file, and not where it was kept. */
  #withoutPlace(id: string, fault: JobFault): JobFault {
    const { file } = this.get(id);
    return file === null ? fault : { ...fault, message: fault.message.replaceAll(this.#files.pathOf(id, file), file) };
  }
}
