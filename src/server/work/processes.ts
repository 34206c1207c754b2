import { installedMemory, machineOf } from "../../workspace/machine.ts";
import type { AnswerBody } from "./answer-body.ts";
import { Child, type ChildLimits } from "./child.ts";
import type { Opening } from "./messages.ts";
import type { Asked, RunCall, Runner } from "./runner.ts";

export interface ProcessesOptions extends Opening {
  readonly limits?: Partial<ChildLimits> | undefined;
  /** Milliseconds after which a process without work is ended. */
  readonly idle?: number | undefined;
}

/** One needs 300 to 500 MB for the bundled data, and 3.4 GB for what a holder's patents hold among a million. */
const [leastBytes, partOfMachine] = [2 * 2 ** 30, 1 / 6];

/** What the engine may use beyond its usual gigabyte comes on top. */
const usualLimits = (): ChildLimits => ({
  bytes: Math.max(leastBytes, Math.floor(installedMemory() * partOfMachine)) + Math.max(0, (machineOf().memory ?? 0) - 1e9),
  grace: 1000,
});
const usualIdle = 20_000;
/** A process that holds this part of its memory after a question answers no other. */
const fullPart = 0.5;

/**
 * Answers in processes of their own, started when they are needed and ended when they have had nothing to do for a while: what one takes is bounded,
 * it can be ended at any moment, and the server has the processor first. They are no threads, as a thread that closes a file gives up the locks of
 * all on it. As many run at once as there are questions: the queue before it sets how many.
 */
export class Processes implements Runner {
  readonly #opening: Opening;
  readonly #limits: ChildLimits;
  readonly #idle: number;
  readonly #free: Child[] = [];
  readonly #all = new Set<Child>();
  readonly #timers = new Map<Child, NodeJS.Timeout>();
  #closed = false;

  constructor({ limits, idle, ...opening }: ProcessesOptions) {
    this.#opening = opening;
    this.#limits = { ...usualLimits(), ...limits };
    this.#idle = idle ?? usualIdle;
  }

  /** Processes there are, at work or not. */
  get count(): number {
    return this.#all.size;
  }

  async run(asked: Asked, call: RunCall): Promise<AnswerBody> {
    const child = this.#take();
    try {
      return await child.run(asked, call);
    } finally {
      await this.#giveBack(child);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all].map((child) => this.#end(child)));
  }

  #take(): Child {
    for (let child = this.#free.pop(); child !== undefined; child = this.#free.pop()) {
      clearTimeout(this.#timers.get(child));
      if (child.alive) return child;
    }
    const child = new Child(this.#opening, this.#limits);
    this.#all.add(child);
    child.ended.then(() => this.#all.delete(child));
    return child;
  }

  async #giveBack(child: Child): Promise<void> {
    if (this.#closed || !child.alive || child.resident > this.#limits.bytes * fullPart) return this.#end(child);
    this.#free.push(child);
    this.#timers.set(child, setTimeout(() => this.#retire(child), this.#idle).unref());
  }

  #retire(child: Child): void {
    const at = this.#free.indexOf(child);
    if (at < 0) return;
    this.#free.splice(at, 1);
    void this.#end(child);
  }

  async #end(child: Child): Promise<void> {
    clearTimeout(this.#timers.get(child));
    this.#timers.delete(child);
    await child.end();
  }
}
