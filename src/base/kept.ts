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
