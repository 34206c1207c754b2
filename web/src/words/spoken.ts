import type { Said, Words } from "../../../src/site/words/dictionary.ts";

/** What pages are drawn in now; `null`: English, as their parts are written. A page is drawn at once, so that one is enough for all. */
let current: Words | null = null;

export const spoken = (): Words | null => current;

/** Draws all that follows in a language. */
export const speak = (words: Words | null): void => {
  current = words;
};

/** Draws something in a language, at once. */
export function inWords<T>(words: Words | null, draw: () => T): T {
  const before = current;
  current = words;
  try {
    return draw();
  } finally {
    current = before;
  }
}

/** Parts of what is said as one text. */
export const plainText = (said: readonly Said[]): string => said.map((part) => (typeof part === "string" ? part : part.given)).join("");

/** A text in the language of the page; as it is where there are no words for it. */
export function say(text: string): string {
  const said = current?.say(text.trim()) ?? null;
  return said === null ? text : text.replace(text.trim(), () => plainText(said));
}
