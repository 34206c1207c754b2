import { installedMemory, machineOf } from "../../workspace/machine.ts";
import { Child, type ChildCall, type ChildLimits } from "./child.ts";

export interface ProcessLimits extends ChildLimits {
  /** Milliseconds after which a process without work is ended. */
  readonly idle: number;
}

/** One needs 300 to 500 MB for the bundled data, and 3.4 GB for what a holder's patents hold among a million. */
const [leastBytes, partOfMachine] = [2 * 2 ** 30, 1 / 6];

/** What the engine may use beyond its usual gigabyte comes on top. */
const usualLimits = (): ProcessLimits => ({
  bytes: Math.max(leastBytes, Math.floor(installedMemory() * partOfMachine)) + Math.max(0, (machineOf().memory ?? 0) - 1e9),
  grace: 1000,
  idle: 20_000,
});
/** A process that holds this part of its memory after an answer gives no other. */
const fullPart = 0.5;

/**
 * Answers in processes of their own, started when they are needed and ended when they have had nothing to do for a while: what one takes is bounded,
 * it can be ended at any moment, and gives back all its memory then. As many run at once as there is asked: the queue before it sets how many.
 */
export class Processes<Asked, Opening> {
  readonly #start: () => Child<Asked, Opening>;
  readonly #limits: ProcessLimits;
  readonly #free: Child<Asked, Opening>[] = [];
  readonly #all = new Set<Child<Asked, Opening>>();
  readonly #timers = new Map<Child<Asked, Opening>, NodeJS.Timeout>();
  #closed = false;

  /** `file` is that of a compiled process, which `listen`s. */
  constructor(file: string, opening: Opening, limits: Partial<ProcessLimits>) {
    this.#limits = { ...usualLimits(), ...limits };
    this.#start = () => new Child(file, opening, this.#limits);
  }

  /** Processes there are, at work or not. */
  get count(): number {
    return this.#all.size;
  }

  /** Throws as `Child.run`. */
  async run(asked: Asked, call: ChildCall): Promise<Buffer> {
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

  #take(): Child<Asked, Opening> {
    for (let child = this.#free.pop(); child !== undefined; child = this.#free.pop()) {
      clearTimeout(this.#timers.get(child));
      if (child.alive) return child;
    }
    const child = this.#start();
    this.#all.add(child);
    void child.ended.then(() => this.#all.delete(child));
    return child;
  }

  async #giveBack(child: Child<Asked, Opening>): Promise<void> {
    if (this.#closed || !child.alive || child.resident > this.#limits.bytes * fullPart) return this.#end(child);
    this.#free.push(child);
    this.#timers.set(child, setTimeout(() => this.#retire(child), this.#limits.idle).unref());
  }

  #retire(child: Child<Asked, Opening>): void {
    const at = this.#free.indexOf(child);
    if (at < 0) return;
    this.#free.splice(at, 1);
    void this.#end(child);
  }

  async #end(child: Child<Asked, Opening>): Promise<void> {
    clearTimeout(this.#timers.get(child));
    this.#timers.delete(child);
    await child.end();
  }
}
