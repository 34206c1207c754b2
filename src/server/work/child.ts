import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { LevermapError } from "../../base/errors.ts";
import type { FromProcess, ToProcess } from "./messages.ts";
import { Moved, type RunCall } from "./runner.ts";

export interface ChildLimits {
  /** Bytes a process may hold; one that holds more is ended with its question. */
  readonly bytes: number;
  /** Milliseconds that a stopped question may take to end by itself. */
  readonly grace: number;
}

export type ChildCall = Pick<RunCall, "signal"> & Partial<Pick<RunCall, "onStep">>;

const mebibyte = 2 ** 20;
/** Milliseconds between looks at its memory. */
const betweenLooks = 1000;

/** One process that answers one thing at a time. */
export class Child<Asked, Opening> {
  readonly #process: ChildProcess;
  readonly #limits: ChildLimits;
  readonly ended: Promise<void>;
  /** Resident bytes after its last answer. */
  resident = 0;
  alive = true;

  constructor(file: string, opening: Opening, limits: ChildLimits) {
    this.#limits = limits;
    const heap = `--max-old-space-size=${Math.floor(limits.bytes / mebibyte)}`;
    this.#process = fork(file, { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: [heap] });
    this.ended = new Promise((resolve) => {
      const over = (): void => {
        this.alive = false;
        resolve();
      };
      this.#process.once("exit", over).once("error", over);
    });
    this.#say({ kind: "open", opening });
  }

  /** Ends it at once; resolves when it is gone. */
  async end(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.ended;
  }

  /** Answers once; over when the process is free again, or gone. Throws LM_SERVER_BUDGET, the errors of the process and the reason of the signal. */
  async run(asked: Asked, { signal, onStep }: ChildCall): Promise<Buffer> {
    signal.throwIfAborted();
    const watch = this.#watchMemory();
    let [grace, tooMuch]: [NodeJS.Timeout | undefined, LevermapError | null] = [undefined, null];
    void watch.exceeded.then((error) => {
      tooMuch = error;
      void this.end();
    });
    const stop = (): void => {
      this.#say({ kind: "stop" });
      grace = setTimeout(() => void this.end(), this.#limits.grace);
    };
    signal.addEventListener("abort", stop, { once: true });
    try {
      const said = this.#answered(onStep);
      this.#say({ kind: "ask", asked });
      const end = await Promise.race([said, this.ended.then(() => null)]);
      signal.throwIfAborted();
      if (end === null) throw tooMuch ?? new Error("A process that was asked for something ended before it had answered.");
      this.resident = end.resident;
      if (end.kind === "moved") throw new Moved();
      if (end.kind === "answer") return Buffer.from(end.body.buffer, end.body.byteOffset, end.body.byteLength);
      throw end.code === null ? new Error(end.message) : new LevermapError(end.code, end.message, end.details);
    } finally {
      watch.stop();
      clearTimeout(grace);
      signal.removeEventListener("abort", stop);
      this.#process.removeAllListeners("message");
    }
  }

  #answered(onStep: ChildCall["onStep"]): Promise<Exclude<FromProcess, { kind: "step" }>> {
    return new Promise((resolve) =>
      this.#process.on("message", (message: FromProcess) => {
        if (message.kind === "step") onStep?.({ done: message.done, total: message.total, label: message.label });
        else resolve(message);
      }),
    );
  }

  #say(message: ToProcess<Asked, Opening>): void {
    if (this.alive) this.#process.send(message, () => undefined);
  }

  /** Looks at the memory of the process where the system tells it in `/proc`; its heap is bounded everywhere. */
  #watchMemory(): { readonly exceeded: Promise<LevermapError>; stop(): void } {
    let timer: NodeJS.Timeout | undefined;
    const exceeded = new Promise<LevermapError>((resolve) => {
      timer = setInterval(async () => {
        const held = await residentOf(this.#process.pid);
        if (held > this.#limits.bytes)
          resolve(
            new LevermapError(
              "LM_SERVER_BUDGET",
              `The question needed more than the ${this.#limits.bytes / mebibyte} MB that one may take here.`,
            ),
          );
      }, betweenLooks).unref();
    });
    return { exceeded, stop: () => clearInterval(timer) };
  }
}

/** Resident bytes of a process; 0 where the system does not tell. */
async function residentOf(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024;
}
