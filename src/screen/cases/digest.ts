import { createHash } from "node:crypto";

/** A value as JSON with the keys of objects in order: equal values give equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** First 32 hex digits of the SHA-256 of a value. */
export const digestOf = (value: unknown): string => createHash("sha256").update(canonical(value)).digest("hex").slice(0, 32);
