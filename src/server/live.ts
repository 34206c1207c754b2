import { setTimeout } from "node:timers/promises";
import type { Ask } from "../ask/ask.ts";
import type { QuestionName } from "../ask/questions.ts";
import type { LevermapError } from "../base/errors.ts";
import type { Desk } from "./work/desk.ts";

/** One generation of a workspace, as requests are answered from it. */
export interface Serving {
  readonly ask: Ask;
  readonly desk: Desk;
  /** The moment that questions are put at; absent: that of each. */
  readonly at?: Date | undefined;
  /** `null`: not told, as in tests. */
  readonly generation: string | null;
  /** What tells the data that answers to a question rest on from others; absent: the generation does. */
  readonly stateOf?: ((name: QuestionName) => string) | undefined;
  /** Works out ahead what every visitor may ask for on a day, `YYYY-MM-DD`; absent: nothing is. */
  readonly prepare?: ((today: string, signal: AbortSignal) => Promise<unknown>) | undefined;
  /** Why nobody should be sent to it yet; `null` or absent: it is ready. */
  readonly unready?: LevermapError | null | undefined;
  /** Ends what it holds, once nobody asks it any more. */
  close(): Promise<void>;
}

/** Opens the next generation; `null`: there is no other. `signal`: the server closes. */
export type Opening = (signal: AbortSignal) => Promise<Serving | null>;

export interface LiveOptions {
  readonly next?: Opening | undefined;
  /** Told of a generation that requests are answered from, and of an opening that failed. */
  readonly moved?: ((serving: Serving) => void) | undefined;
  readonly failed?: ((thrown: unknown) => void) | undefined;
}

/** A serving with those who ask it. */
interface Held {
  readonly serving: Serving;
  users: number;
  isOld: boolean;
}

/** Milliseconds between looks for another generation. */
const betweenLooks = 1000;
/** The same between looks at whether anybody still asks. */
const betweenIdle = 20;

/**
 * What a server answers from: each request from one generation from beginning to end, a later one from the next as soon as that is open. The one before
 * is closed when its last request is over.
 */
export class Live {
  #held: Held;
  readonly #all = new Set<Held>();
  readonly #options: LiveOptions;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  readonly #closing = new AbortController();

  constructor(first: Serving, options: LiveOptions = {}) {
    this.#options = options;
    this.#held = this.#hold(first);
    if (options.next) this.#timer = setInterval(() => void this.look(), betweenLooks).unref();
  }

  /** Questions that are worked on. */
  get running(): number {
    return [...this.#all].reduce((sum, { serving }) => sum + serving.desk.running, 0);
  }

  /** Questions that wait for their turn. */
  get waiting(): number {
    return [...this.#all].reduce((sum, { serving }) => sum + serving.desk.waiting, 0);
  }

  /** The generation of now, until it is given back. */
  take(): { readonly serving: Serving; giveBack(): void } {
    const held = this.#held;
    held.users++;
    let given = false;
    return {
      serving: held.serving,
      giveBack: () => {
        if (given) return;
        given = true;
        held.users--;
        this.#closeIfDone(held);
      },
    };
  }

  /** Looks for another generation, and moves to it. */
  look(): Promise<void> {
    this.#looking ??= this.#move().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /**
   * As `look`, for so many milliseconds at most, for what has been written by now. `false`: the next generation is still being made ready, and later
   * requests are answered from it.
   */
  async lookFor(milliseconds: number): Promise<boolean> {
    // One that is under way may have begun before the write
    const looked = (this.#looking ?? Promise.resolve()).then(() => this.look()).then(() => true);
    return Promise.race([looked, setTimeout(milliseconds, false, { ref: false })]);
  }

  /** Waits until nobody asks any more, for so many milliseconds at most. */
  async idle(longest: number): Promise<void> {
    const until = performance.now() + longest;
    while ([...this.#all].some(({ users }) => users > 0) && performance.now() < until) await setTimeout(betweenIdle);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#timer);
    await this.#looking;
    await Promise.all([...this.#all].map(({ serving }) => serving.close()));
    this.#all.clear();
  }

  async #move(): Promise<void> {
    try {
      const next = (await this.#options.next?.(this.#closing.signal)) ?? null;
      if (next === null) return;
      if (this.#closing.signal.aborted) return await next.close();
      const before = this.#held;
      this.#held = this.#hold(next);
      before.isOld = true;
      this.#closeIfDone(before);
      this.#options.moved?.(next);
    } catch (thrown) {
      this.#options.failed?.(thrown);
    }
  }

  #hold(serving: Serving): Held {
    const held = { serving, users: 0, isOld: false };
    this.#all.add(held);
    return held;
  }

  #closeIfDone(held: Held): void {
    if (!held.isOld || held.users > 0 || !this.#all.delete(held)) return;
    held.serving.close().catch((thrown: unknown) => this.#options.failed?.(thrown));
  }
}
