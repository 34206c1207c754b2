// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * The same value with control characters and direction marks taken out of every text in it, so that loaded data cannot steer
 * the terminal. Line feeds stay.
 */
export function clean<T>(value: T): T {
  if (typeof value === "string") return value.replace(controls, "") as T;
  if (Array.isArray(value)) return value.map(clean) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)])) as T;
}
