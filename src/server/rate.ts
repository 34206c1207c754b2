/** How fast one address may ask: `burst` requests at once, then `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Assumed: a reader loads the page with its files at once, then opens a few panels a second. */
export const defaultRate: Rate = { burst: 120, perSecond: 20 };

/** Names to be matched, a request counting as one at least. Assumed; `npm run bench -- screen` prints how long a name takes. */
export const defaultNameRate: Rate = { burst: 500, perSecond: 200 };

const mostAddresses = 1000;

/** One bucket of tokens an address. The address heard of longest ago is forgotten first. */
export class RateGate {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** `now` in milliseconds. */
  constructor(rate: Rate = defaultRate, now: () => number = () => performance.now()) {
    this.#rate = rate;
    this.#now = now;
  }

  /** Seconds to wait before this address may ask again; 0: go on. `cost`: what the question counts for; never more than a burst. */
  wait(address: string, cost = 1): number {
    const now = this.#now();
    const { burst, perSecond } = this.#rate;
    const last = this.#buckets.get(address) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, last.tokens + ((now - last.at) / 1000) * perSecond);
    const price = Math.min(cost, burst);
    const free = tokens >= price;
    this.#buckets.delete(address);
    this.#buckets.set(address, { tokens: free ? tokens - price : tokens, at: now });
    this.#forget();
    return free ? 0 : (price - tokens) / perSecond;
  }

  #forget(): void {
    if (this.#buckets.size <= mostAddresses) return;
    const oldest = this.#buckets.keys().next();
    if (!oldest.done) this.#buckets.delete(oldest.value);
  }
}
