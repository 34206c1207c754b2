/** Who writes next. A workspace has one writer: short writes of people go before jobs, each in the order in which they came. */
export class Turns {
  #isTaken = false;
  readonly #waiting: Record<"short" | "job", (() => void)[]> = { short: [], job: [] };

  /** Short writes that wait. */
  get waiting(): number {
    return this.#waiting.short.length;
  }

  /** Waits for a turn, works, and gives it back. Rejects with the reason of `signal` where that comes before the turn. */
  async take<T>(kind: "short" | "job", signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.#enter(kind, signal);
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  #enter(kind: "short" | "job", signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (!this.#isTaken) {
      this.#isTaken = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const queue = this.#waiting[kind];
      const go = (): void => {
        signal.removeEventListener("abort", gone);
        resolve();
      };
      const gone = (): void => {
        queue.splice(queue.indexOf(go), 1);
        reject(signal.reason);
      };
      signal.addEventListener("abort", gone, { once: true });
      queue.push(go);
    });
  }

  #leave(): void {
    const next = this.#waiting.short.shift() ?? this.#waiting.job.shift();
    if (next === undefined) this.#isTaken = false;
    else next();
  }
}
