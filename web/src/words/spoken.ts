import type { Said, Words } from "../../../src/words/dictionary.ts";
import { type SaidSentence, sentencesIn } from "../../../src/words/sentences.ts";

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

/** A text of sentences in the language of the page, each by itself; as it is where there are no words for any. */
export const saySentences = (text: string): string =>
  toldSentences(text).reduce((before, { text: english, said }, at, all) => {
    const blank = at > 0 && (said === null || all[at - 1]!.said === null) ? " " : "";
    return before + blank + (said === null ? english : plainText(said));
  }, "");

/** Sentences with what is said of them in the language of the page. */
export const toldSentences = (text: string): readonly SaidSentence[] =>
  current === null ? [{ text, said: null }] : sentencesIn(text, current);
