import { plainLetters } from "./name-script.ts";
import { wordsOf } from "./name-words.ts";

/**
 * Tests whether a name begins several organisations' names and is ambiguous: Samsung for Samsung Electronics and Samsung Display. Compares
 * whole words.
 */
export function sharedFirstWords(
  names: readonly { readonly organisation: string; readonly name: string }[],
): (organisation: string, name: string) => boolean {
  const beginners = new Map<string, Set<string>>();
  const learn = (organisation: string, name: string): void => {
    const words = wordsOf(plainLetters(name));
    for (let length = 1; length < words.length; length++) {
      const start = words.slice(0, length).join(" ");
      beginners.set(start, (beginners.get(start) ?? new Set()).add(organisation));
    }
  };
  for (const { organisation, name } of names) learn(organisation, name);
  return (organisation, name) => {
    const begun = beginners.get(wordsOf(plainLetters(name)).join(" "));
    return begun !== undefined && [...begun].some((other) => other !== organisation);
  };
}
