/** The named parts of an object. */
export function picked<T extends object, K extends keyof T>(from: T, keys: Readonly<Record<K, true>>): Pick<T, K> {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, from[key as K]])) as Pick<T, K>;
}
