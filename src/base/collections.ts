/** These parts of an object, in this order. */
export const pick = <T extends object, const K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

/** The values that are there, in their order: what stands for none is left out. `present(rows > 0 && "some rows", note)` */
export const present = <T>(...values: readonly (T | null | undefined | false | "")[]): readonly T[] =>
  values.filter((value): value is T => value !== null && value !== undefined && value !== false && value !== "");

/** Values by a key of theirs, in their order. */
export function groupBy<V, K>(values: Iterable<V>, key: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const known = groups.get(key(value));
    if (known) known.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

/** Relative error that sums of floating-point numbers may have. */
export const epsilon = 1e-9;
/** As `epsilon`, for a few operations on numbers near 1. */
export const tightEpsilon = 1e-12;

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

interface Store<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
  readonly size?: number;
}

/** `make`, with what it gives kept by its argument, of which there may be `most`. It never gives `undefined`. */
export function kept<K, V>(make: (key: K) => V, most = Number.POSITIVE_INFINITY, store: Store<K, V> = new Map<K, V>()): (key: K) => V {
  return (key) => {
    const known = store.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if ((store.size ?? 0) < most) store.set(key, made);
    return made;
  };
}

/** As `kept`, by an object and for as long as that is held elsewhere. */
export const keptWith = <K extends object, V>(make: (key: K) => V): ((key: K) => V) =>
  kept(make, Number.POSITIVE_INFINITY, new WeakMap<K, NonNullable<V>>() as Store<K, V>);

/** The named parts of an object. */
export function picked<T extends object, K extends keyof T>(from: T, keys: Readonly<Record<K, true>>): Pick<T, K> {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, from[key as K]])) as Pick<T, K>;
}

/** `[low, mid, high]`: the favourable end, the deterministic run at the middle of every interval, the adverse end. */
export type Interval = readonly [low: number, mid: number, high: number];

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
