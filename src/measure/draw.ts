import type { Random } from "./random.ts";

/** Draws without replacement; a shuffle if there are no more. */
export function draw<T>(list: readonly T[], count: number, random: Random): readonly T[] {
  const rest = [...list];
  const last = Math.max(0, rest.length - count);
  for (let end = rest.length - 1; end >= last; end--) {
    const at = random.below(end + 1);
    [rest[at], rest[end]] = [rest[end]!, rest[at]!];
  }
  return rest.slice(last);
}
