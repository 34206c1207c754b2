import { plainText, type Words } from "../../../src/words/said.ts";

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

/** A text in the language of the page; as it is where there are no words for it. */
export function say(text: string): string {
  const said = current?.say(text.trim()) ?? null;
  return said === null ? text : text.replace(text.trim(), () => plainText(said));
}
