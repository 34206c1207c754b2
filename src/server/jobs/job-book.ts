import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { LevermapError } from "../../base/errors.ts";
import { postedName } from "../../library/update/list-files.ts";
import { isOver, type Job, jobSchema } from "./job.ts";

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

const idForm = /^[0-9a-f]{16}$/;

/** Jobs as they outlive the server: `ID/job.json`, and `ID/file/NAME` until a load is over. */
export class JobFiles {
  readonly #folder: string;

  constructor(dir: string) {
    this.#folder = join(dir, postedName);
  }

  /** Where the file of a job is. */
  pathOf(id: string, file: string): string {
    return join(this.#folder, id, "file", file);
  }

  async makeRoom(id: string): Promise<void> {
    await mkdir(join(this.#folder, id, "file"), { recursive: true });
  }

  /** Keeps a job as a whole. */
  async write(job: Job): Promise<void> {
    const folder = join(this.#folder, job.id);
    await mkdir(folder, { recursive: true });
    const part = join(folder, ".part");
    const handle = await open(part, "w");
    try {
      await handle.writeFile(JSON.stringify(job));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, join(folder, "job.json"));
  }

  /** Jobs in the order in which they were posted. What is no job was not posted to its end, and is removed. */
  async readAll(): Promise<readonly Job[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const jobs: Job[] = [];
    for (const name of names.filter((each) => idForm.test(each))) {
      const job = await this.#read(name);
      if (job === null) await this.remove(name);
      else jobs.push(job);
    }
    return jobs.sort((a, b) => (a.posted < b.posted ? -1 : 1));
  }

  /** Whether the file of a job is there. */
  async hasFile({ id }: Job): Promise<boolean> {
    return (await readdir(join(this.#folder, id, "file")).catch(() => [])).length > 0;
  }

  async removeFile(id: string): Promise<void> {
    await rm(join(this.#folder, id, "file"), { recursive: true, force: true });
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.#folder, id), { recursive: true, force: true });
  }

  /** `null` where it is none, or of another version. */
  async #read(id: string): Promise<Job | null> {
    const found = await readFile(join(this.#folder, id, "job.json"), "utf8").catch(() => "");
    try {
      return jobSchema.parse(JSON.parse(found));
    } catch {
      return null;
    }
  }
}
