import { LevermapError } from "../../base/errors.ts";
import type { AnswerBody } from "./answer-body.ts";
import { answerKey } from "./answer-key.ts";
import type { AnswerStore } from "./answer-store.ts";
import { FairQueue, type Lane, type QueueLimits } from "./fair-queue.ts";
import { Refusals } from "./prepare-answers.ts";
import type { Asked, Runner, Step } from "./runner.ts";

/** One who waits for an answer. */
export interface Waiter {
  /** Whose share of the processors it counts against. */
  readonly client: string;
  /** Ends the work once nobody waits for it any more. */
  readonly signal: AbortSignal;
  readonly onStep?: ((step: Step) => void) | undefined;
  /** The moment that the question is put at; absent: that of now. */
  readonly at?: Date | undefined;
}

export interface DeskOptions {
  readonly runner: Runner;
  readonly limits: QueueLimits;
  /** Where answers are kept; `null`: nowhere. */
  readonly store?: AnswerStore | null | undefined;
  /** What tells the day of an answer at a moment from others. */
  readonly dayAt?: ((now: Date) => string) | undefined;
  readonly now?: (() => Date) | undefined;
  /** Seconds that one question may run. */
  readonly mostSeconds?: number | undefined;
}

/** Assumed: six times what a plan may take. */
export const usualMostSeconds = 180;

interface Order {
  readonly clients: Set<string>;
  readonly waiters: Set<Waiter>;
  readonly stop: AbortController;
  readonly answer: Promise<AnswerBody>;
}

/**
 * Takes questions that keep a processor busy: each is worked on once for all who want the same answer at the time, in turn by client, and stopped
 * when the last of them has gone or it has run too long.
 */
export class Desk {
  readonly #runner: Runner;
  readonly #queue: FairQueue;
  readonly #store: AnswerStore | null;
  readonly #dayAt: (now: Date) => string;
  readonly #now: () => Date;
  readonly #mostSeconds: number;
  readonly #orders = new Map<string, Order>();
  readonly #refusals = new Refusals();
  readonly #moments = new Map<string, Promise<string>>();

  constructor({ runner, limits, store, dayAt, now, mostSeconds }: DeskOptions) {
    this.#runner = runner;
    this.#queue = new FairQueue(limits);
    this.#store = store ?? null;
    this.#dayAt = dayAt ?? ((at) => at.toISOString().slice(0, 10));
    this.#now = now ?? (() => new Date());
    this.#mostSeconds = mostSeconds ?? usualMostSeconds;
  }

  /** Questions that are worked on. */
  get running(): number {
    return this.#queue.running;
  }

  /** Questions that wait for their turn. */
  get waiting(): number {
    return this.#queue.waiting;
  }

  /** An answer that is kept; `null`: there is none. */
  async kept(asked: Asked, at: Date = this.#now()): Promise<Buffer | null> {
    return (await this.#store?.read(this.#keyOf(asked, at), asked)) ?? null;
  }

  /** The answer to a question that takes a moment, worked out by `answer` once for all who want it at the time, and kept in memory. */
  here(asked: Asked, answer: () => Promise<string>): Promise<string> {
    const key = this.#keyOf(asked, this.#now());
    const there = this.#moments.get(key);
    if (there !== undefined) return there;
    const working = answer().then(async (text) => {
      await this.#store?.write(key, asked, text, "memory");
      return text;
    });
    this.#moments.set(key, working);
    const end = (): void => void this.#moments.delete(key);
    working.then(end, end);
    return working;
  }

  /**
   * The answer as JSON: kept, or worked out. Throws the errors of the question, LM_SERVER_TOO_MANY, LM_SERVER_BUDGET, and the reason of the signal.
   */
  async ask(asked: Asked, lane: Lane, waiter: Waiter): Promise<AnswerBody> {
    const now = waiter.at ?? this.#now();
    const key = this.#keyOf(asked, now);
    const kept = await this.#store?.read(key, asked);
    if (kept != null) return kept;
    const refused = this.#refusals.get(key);
    if (refused !== null) throw refused;
    waiter.signal.throwIfAborted();
    const order = this.#orders.get(key) ?? this.#begin(key, asked, lane, waiter, now);
    order.clients.add(waiter.client);
    order.waiters.add(waiter);
    return this.#untilGone(order, waiter);
  }

  /** Stops all work. */
  async close(): Promise<void> {
    for (const { stop } of this.#orders.values()) stop.abort(new LevermapError("LM_INTERRUPTED", "The server is closing."));
    await this.#runner.close();
  }

  #keyOf(asked: Asked, now: Date): string {
    return answerKey(this.#dayAt(now), asked);
  }

  #begin(key: string, asked: Asked, lane: Lane, { client }: Waiter, now: Date): Order {
    const stop = new AbortController();
    const [clients, waiters] = [new Set([client]), new Set<Waiter>()];
    const onStep = (step: Step): void => {
      for (const waiter of waiters) waiter.onStep?.(step);
    };
    const answer = this.#work(asked, lane, { clients, stop, now, onStep }).then(async (body) => {
      await this.#store?.write(key, asked, body);
      return body;
    });
    const order: Order = { clients, waiters, stop, answer };
    this.#orders.set(key, order);
    const end = (): void => {
      if (this.#orders.get(key) === order) this.#orders.delete(key);
    };
    // A stopped order takes nobody in: whoever asks anew begins another
    stop.signal.addEventListener("abort", end, { once: true });
    answer.then(end, (thrown: unknown) => {
      end();
      this.#refusals.keep(key, asked, thrown);
    });
    return order;
  }

  async #work(
    asked: Asked,
    lane: Lane,
    { clients, stop, now, onStep }: { clients: Set<string>; stop: AbortController; now: Date; onStep: (step: Step) => void },
  ): Promise<AnswerBody> {
    const leave = await this.#queue.enter(clients, lane, stop.signal);
    const why = `The question ran for ${this.#mostSeconds} seconds, which is the most that one may take here.`;
    const timer = setTimeout(() => stop.abort(new LevermapError("LM_SERVER_BUDGET", why)), this.#mostSeconds * 1000);
    try {
      return await this.#runner.run(asked, { now: now.getTime(), signal: stop.signal, onStep });
    } finally {
      clearTimeout(timer);
      leave();
    }
  }

  /** The answer of an order, or the reason why one who waited has gone; the work ends with the last. */
  #untilGone({ answer, waiters, stop }: Order, waiter: Waiter): Promise<AnswerBody> {
    return new Promise((resolve, reject) => {
      const away = (): void => {
        waiters.delete(waiter);
        if (waiters.size === 0) stop.abort(waiter.signal.reason);
        reject(waiter.signal.reason);
      };
      waiter.signal.addEventListener("abort", away, { once: true });
      const over = (): void => {
        waiters.delete(waiter);
        waiter.signal.removeEventListener("abort", away);
      };
      answer.then(resolve, reject).finally(over);
    });
  }
}
