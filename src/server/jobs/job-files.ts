import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { postedName } from "../../library/update/list-files.ts";
import { type Job, jobSchema } from "./job.ts";

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
