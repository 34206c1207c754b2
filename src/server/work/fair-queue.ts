import { LevermapError } from "../../base/errors.ts";

/** What a question takes of a processor: seconds, or as long as it is allowed. */
export type Lane = "seconds" | "heavy";

export interface QueueLimits {
  /** Questions answered at the same time; of two or more, heavy ones never take the last. */
  readonly slots: number;
  /** Questions that wait, of all clients together. */
  readonly mostWaiting: number;
  /** Questions of one client that wait. */
  readonly mostOfClient: number;
}

/** Assumed: a page asks up to six questions at once, and two hundred people seldom ask at the same moment. */
export const usualWaiting = { mostWaiting: 200, mostOfClient: 12 } as const;

/** Whoever wants the same answer; it may grow while the question waits. */
export type Clients = ReadonlySet<string>;

interface Entry {
  readonly clients: Clients;
  readonly lane: Lane;
  readonly order: number;
  readonly go: () => void;
}

/** In seconds: after it half of what a client has used is forgotten. */
const halfLife = 60;
const forgotten = 0.01;

/**
 * Who goes next: of the clients that wait the one whose questions have kept the processors busy for least time of late, then the first that came.
 * Whoever asks much thus waits for itself, and others wait for one question at most.
 */
export class FairQueue {
  readonly #limits: QueueLimits;
  readonly #now: () => number;
  readonly #used = new Map<string, { seconds: number; at: number }>();
  readonly #running = new Map<Entry, number>();
  #waiting: Entry[] = [];
  #order = 0;

  /** `now` in milliseconds. */
  constructor(limits: QueueLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  get running(): number {
    return this.#running.size;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Waits for a turn; call what it resolves to when the work is over. Throws LM_SERVER_TOO_MANY where too many wait already, and rejects with the
   * reason of `signal`.
   */
  enter(clients: Clients, lane: Lane, signal: AbortSignal): Promise<() => void> {
    this.#requireRoom(clients);
    return new Promise((resolve, reject) => {
      const gone = (): void => {
        this.#waiting = this.#waiting.filter((each) => each !== entry);
        reject(signal.reason);
      };
      const go = (): void => {
        signal.removeEventListener("abort", gone);
        resolve(() => this.#leave(entry));
      };
      const entry: Entry = { clients, lane, order: this.#order++, go };
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener("abort", gone, { once: true });
      this.#waiting.push(entry);
      this.#next();
    });
  }

  #requireRoom(clients: Clients): void {
    const [client] = clients;
    const own = this.#waiting.filter(({ clients: of }) => client !== undefined && of.has(client)).length;
    const { mostOfClient, mostWaiting } = this.#limits;
    if (own >= mostOfClient) throw tooMany(own, `${own} questions of yours wait already`);
    if (this.waiting >= mostWaiting) throw tooMany(mostOfClient, `${this.waiting} questions wait already`);
  }

  #next(): void {
    const { slots } = this.#limits;
    while (this.#running.size < slots) {
      const heavy = [...this.#running.keys()].filter(({ lane }) => lane === "heavy").length;
      const mayBeHeavy = heavy < Math.max(1, slots - 1);
      const next = this.#first(this.#waiting.filter(({ lane }) => lane === "seconds" || mayBeHeavy));
      if (next === null) return;
      this.#waiting = this.#waiting.filter((each) => each !== next);
      this.#running.set(next, this.#now());
      next.go();
    }
  }

  #first(entries: readonly Entry[]): Entry | null {
    let best: { readonly entry: Entry; readonly used: number } | null = null;
    for (const entry of entries) {
      const used = Math.min(...[...entry.clients].map((client) => this.#usedBy(client)));
      if (best === null || used < best.used) best = { entry, used };
    }
    return best?.entry ?? null;
  }

  /** Seconds of late, with those of what is under way; each question under way counts for a second at least. */
  #usedBy(client: string): number {
    const now = this.#now();
    const { seconds, at } = this.#used.get(client) ?? { seconds: 0, at: now };
    const underWay = [...this.#running].filter(([{ clients }]) => clients.has(client));
    return underWay.reduce((sum, [, since]) => sum + Math.max(1, (now - since) / 1000), seconds * 0.5 ** ((now - at) / 1000 / halfLife));
  }

  #leave(entry: Entry): void {
    const since = this.#running.get(entry);
    if (since === undefined) return;
    this.#running.delete(entry);
    const now = this.#now();
    const part = (now - since) / 1000 / entry.clients.size;
    for (const client of entry.clients) {
      const { seconds, at } = this.#used.get(client) ?? { seconds: 0, at: now };
      this.#used.set(client, { seconds: seconds * 0.5 ** ((now - at) / 1000 / halfLife) + part, at: now });
    }
    this.#forget(now);
    this.#next();
  }

  #forget(now: number): void {
    for (const [client, { seconds, at }] of this.#used)
      if (seconds * 0.5 ** ((now - at) / 1000 / halfLife) < forgotten) this.#used.delete(client);
  }
}

const tooMany = (seconds: number, why: string): LevermapError =>
  new LevermapError("LM_SERVER_TOO_MANY", `${why[0]!.toUpperCase()}${why.slice(1)}.`, { seconds });
