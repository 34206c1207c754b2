import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Job } from "../../src/server/jobs/job.ts";
import type { Prepared } from "../../src/server/work/prepare-answers.ts";

/** For `openServing`: nothing is worked out ahead of those who ask. */
export const nothingAhead = async (): Promise<Prepared> => ({ made: 0, there: 0, faults: 0 });

const program = fileURLToPath(new URL("../../bin/levermap.js", import.meta.url));

interface Told {
  readonly status: number;
  readonly generation: string | null;
  readonly body: string;
}

/** `levermap serve` as a process of its own, of whom everything may be asked. */
export interface Served {
  readonly pid: number;
  readonly address: string;
  /** Rejects where the server is gone. */
  get(path: string): Promise<Told>;
  /** A file, or a question as JSON. */
  post(path: string, body: string | object): Promise<Told>;
  /** The job once it is over. */
  over(id: string): Promise<Job>;
  /** Ends it at once. */
  kill(): Promise<void>;
  /** Ends it well; gives its exit code. */
  stop(): Promise<number | null>;
}

export async function serveWorkspace(dir: string): Promise<Served> {
  const env = { ...process.env, LEVERMAP_TOKEN: "t" };
  const child = spawn(process.execPath, [program, "serve", "-w", dir, "--port", "0", "--no-open", "--json", "--quiet"], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "close") as Promise<[number | null]>;
  const address = await Promise.race([
    ended.then(([code]) => Promise.reject(new Error(`The server ended with ${code}.`))),
    new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const found = /"address": "([^"]+)"/.exec(line)?.[1];
        if (found !== undefined) resolve(found);
      });
    }),
  ]);
  const ask = async (path: string, init: RequestInit = {}, headers: Record<string, string> = {}): Promise<Told> => {
    const response = await fetch(`${address}${path}`, { ...init, headers: { authorization: "Bearer t", ...headers } });
    return { status: response.status, generation: response.headers.get("x-levermap-generation"), body: await response.text() };
  };
  return {
    pid: child.pid!,
    address,
    get: (path) => ask(path),
    post: (path, body) =>
      typeof body === "string"
        ? ask(path, { method: "POST", body }, { "content-type": "application/octet-stream" })
        : ask(path, { method: "POST", body: JSON.stringify(body) }, { "content-type": "application/json" }),
    async over(id) {
      const { body } = await ask(`/api/jobs/${id}`, {}, { accept: "text/event-stream" });
      return JSON.parse(/event: answer\ndata: (.*)/.exec(body)![1]!);
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      child.kill("SIGTERM");
      return (await ended)[0];
    },
  };
}
