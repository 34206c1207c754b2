import type { Asked } from "../work/runner.ts";

/** Milliseconds for which a fault stands: a page asks again within seconds, and a person who tries once more later has it worked on anew. */
const longest = 60_000;
const most = 1000;

/**
 * Why questions of pages could not be answered, of late: a page that asks again by itself is told, in place of the work on it being begun again for as long
 * as the page is open.
 */
export class PageFaults {
  readonly #known = new Map<string, { readonly thrown: unknown; readonly until: number }>();
  readonly #now: () => number;

  /** `now` in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  keep(asked: Asked, thrown: unknown): void {
    const key = JSON.stringify(asked);
    this.#known.delete(key);
    this.#known.set(key, { thrown, until: this.#now() + longest });
    if (this.#known.size > most) this.#known.delete(this.#known.keys().next().value as string);
  }

  /** Throws what a question ended with, where that was of late. */
  tell(asked: Asked): void {
    const key = JSON.stringify(asked);
    const found = this.#known.get(key);
    if (found === undefined) return;
    if (this.#now() < found.until) throw found.thrown;
    this.#known.delete(key);
  }
}
