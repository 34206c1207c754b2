import { nameKey } from "./name-key.ts";

/** Below so many letters a name is near to too many others. */
export const fewestLetters = 3;

/**
 * How many letters apart two names are, blanks, case and signs aside; `null` if that is more than a third of the longer one, or if what
 * was asked for is too short to be near to anything.
 */
export function spellingDistance(wanted: string, name: string): number | null {
  const [asked, other] = [nameKey(wanted), nameKey(name)];
  if (asked.length < fewestLetters) return null;
  const distance = editDistance(asked, other);
  return distance * 3 <= Math.max(asked.length, other.length) ? distance : null;
}

/** The `most` of `names` near in spelling to what was asked for, nearest first, of equals in alphabetical order. */
export function nearNames(wanted: string, names: readonly string[], most: number): readonly string[] {
  return names
    .flatMap((name) => {
      const distance = spellingDistance(wanted, name);
      return distance === null ? [] : [{ name, distance }];
    })
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** The one of `names` closest in spelling to what was asked for; `null` if none is close. */
export const nearName = (wanted: string, names: readonly string[]): string | null => nearNames(wanted, names, 1)[0] ?? null;

/** Levenshtein distance in characters; anything after the 64th is not looked at. */
export function editDistance(left: string, right: string): number {
  const a = [...left].slice(0, 64);
  const b = [...right].slice(0, 64);
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  a.forEach((letter, index) => {
    const next = [index + 1];
    b.forEach((other, column) => {
      next.push(Math.min((next[column] ?? 0) + 1, (row[column + 1] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1)));
    });
    row = next;
  });
  return row[b.length] ?? 0;
}
