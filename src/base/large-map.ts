/** Entries of a Map, which the engine refuses to hold more of than 2^24. */
const mostOfOne = 2 ** 23;

/** A map of as many entries as memory holds, made of Maps; the part of `Map` that is used. */
export class LargeMap<K, V> {
  readonly #parts: Map<K, V>[] = [new Map()];
  readonly #most: number;

  /** @param most of one of the Maps that it is made of */
  constructor(entries: Iterable<readonly [K, V]> = [], most = mostOfOne) {
    this.#most = most;
    for (const [key, value] of entries) this.set(key, value);
  }

  get size(): number {
    return this.#parts.reduce((sum, { size }) => sum + size, 0);
  }

  get(key: K): V | undefined {
    for (const part of this.#parts) {
      const value = part.get(key);
      if (value !== undefined || part.has(key)) return value;
    }
    return undefined;
  }

  has(key: K): boolean {
    return this.#parts.some((part) => part.has(key));
  }

  set(key: K, value: V): this {
    const held = this.#parts.find((part) => part.has(key)) ?? this.#parts.find(({ size }) => size < this.#most);
    if (held !== undefined) held.set(key, value);
    else this.#parts.push(new Map([[key, value]]));
    return this;
  }
}
