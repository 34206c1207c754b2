import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { builtFile } from "../../base/built-file.ts";
import { LevermapError } from "../../base/errors.ts";
import type { AnswerBody } from "./answer-body.ts";
import type { FromProcess, Opening, ToProcess } from "./messages.ts";
import { type Asked, Moved, type RunCall } from "./runner.ts";

/** The compiled process, also when running from source. */
const processFile = builtFile("server/work/answer-process.js");

export interface ChildLimits {
  /** Bytes a process may hold; one that holds more is ended with its question. */
  readonly bytes: number;
  /** Milliseconds that a stopped question may take to end by itself. */
  readonly grace: number;
}

const mebibyte = 2 ** 20;
/** Milliseconds between looks at its memory. */
const betweenLooks = 1000;

/** One process that answers a question at a time. */
export class Child {
  readonly #process: ChildProcess;
  readonly #limits: ChildLimits;
  readonly ended: Promise<void>;
  /** Resident bytes after its last question. */
  resident = 0;
  alive = true;

  constructor(opening: Opening, limits: ChildLimits) {
    this.#limits = limits;
    const heap = `--max-old-space-size=${Math.floor(limits.bytes / mebibyte)}`;
    this.#process = fork(processFile, { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: [heap] });
    this.ended = new Promise((resolve) => {
      const over = (): void => {
        this.alive = false;
        resolve();
      };
      this.#process.once("exit", over).once("error", over);
    });
    this.#say({ kind: "open", ...opening });
  }

  /** Ends it at once; resolves when it is gone. */
  async end(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.ended;
  }

  /** Answers one question; over when the process is free again, or gone. Throws as `Runner.run`. */
  async run(asked: Asked, { now, signal, onStep }: RunCall): Promise<AnswerBody> {
    signal.throwIfAborted();
    const watch = this.#watchMemory();
    let [grace, tooMuch]: [NodeJS.Timeout | undefined, LevermapError | null] = [undefined, null];
    watch.exceeded.then((error) => {
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
      this.#say({ kind: "ask", ...asked, now });
      const end = await Promise.race([said, this.ended.then(() => null)]);
      signal.throwIfAborted();
      if (end === null) throw tooMuch ?? new Error("A process that answered a question ended before it had.");
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

  #answered(onStep: RunCall["onStep"]): Promise<Exclude<FromProcess, { kind: "step" }>> {
    return new Promise((resolve) =>
      this.#process.on("message", (message: FromProcess) => {
        if (message.kind === "step") onStep({ done: message.done, total: message.total, label: message.label });
        else resolve(message);
      }),
    );
  }

  #say(message: ToProcess): void {
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
