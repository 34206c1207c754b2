import { nameKey } from "./name-key.ts";

/** Shortest name with near matches. */
export const fewestLetters = 3;

/** Letters that are compared, and the longest text that is a name. */
const compared = 64;
const longest = 1000;

/** Edit distance ignoring spaces, case and punctuation, two exchanged neighbours being one edit; `null` if more than a third of the longer name or too short, or where one is too long for a name. */
export function spellingDistance(wanted: string, name: string): number | null {
  if (Math.max(wanted.length, name.length) > longest) return null;
  const [asked, other] = [nameKey(wanted), nameKey(name)];
  if (asked.length < fewestLetters) return null;
  const distance = areExchanged(asked, other) ? 1 : editDistance(asked, other);
  return distance * 3 <= Math.min(compared, Math.max(asked.length, other.length)) ? distance : null;
}

/** Whether two texts differ by two neighbouring letters that changed places, one of four kinds of most misspellings (Damerau 1964). */
function areExchanged(a: string, b: string): boolean {
  if (a === b || a.length !== b.length) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

/** The `most` nearest of `names`, ties alphabetically. */
export const nearNames = (wanted: string, names: readonly string[], most: number): readonly string[] =>
  names
    .flatMap((name) => {
      const distance = spellingDistance(wanted, name);
      return distance === null ? [] : [{ name, distance }];
    })
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);

/** The nearest of `names`; `null` if none is close. */
export const nearName = (wanted: string, names: readonly string[]): string | null => nearNames(wanted, names, 1)[0] ?? null;

/** Levenshtein distance of the first `compared` characters. */
export function editDistance(left: string, right: string): number {
  const a = [...left.slice(0, 2 * compared)].slice(0, compared);
  const b = [...right.slice(0, 2 * compared)].slice(0, compared);
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
