/** These parts of an object, in this order. */
export const pick = <T extends object, const K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

/** The values that are there, in their order: what stands for none is left out. `present(rows > 0 && "some rows", note)` */
export const present = <T>(...values: readonly (T | null | undefined | false | "")[]): readonly T[] =>
  values.filter((value): value is T => value !== null && value !== undefined && value !== false && value !== "");

/** Whether a part of an object is known: `cells.filter(has("usd"))`. */
export const has =
  <K extends PropertyKey>(key: K) =>
  <T extends { readonly [each in K]?: unknown }>(of: T): of is T & { readonly [each in K]: NonNullable<T[K]> } =>
    of[key] !== null && of[key] !== undefined;

/** As `values.map(make)` of a list of known length, which the result has too. */
export const mapped = <const T extends readonly unknown[], R>(values: T, make: (value: T[number], at: number) => R) =>
  values.map(make) as { -readonly [at in keyof T]: R };

/** Values by a key of theirs, in their order; no group is empty. */
export function groupBy<V, K>(values: Iterable<V>, key: (value: V) => K): ReadonlyMap<K, readonly [V, ...V[]]> {
  const groups = new Map<K, [V, ...V[]]>();
  for (const value of values) {
    const known = groups.get(key(value));
    if (known) known.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

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

/** The same, with the keys of another object as its parts. */
export const picked = <T extends object, K extends keyof T>(from: T, keys: Readonly<Record<K, true>>): Pick<T, K> =>
  pick(from, ...(Object.keys(keys) as K[]));
