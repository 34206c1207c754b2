import { plainText } from "../../../src/words/said.ts";
import { type SaidSentence, sentencesIn } from "../../../src/words/sentences.ts";
import { spoken } from "./spoken.ts";

/** A text of sentences in the language of the page, each by itself; as it is where there are no words for any. */
export const saySentences = (text: string): string =>
  toldSentences(text).reduce((before, { text: english, said }, at, all) => {
    const blank = at > 0 && (said === null || all[at - 1]!.said === null) ? " " : "";
    return before + blank + (said === null ? english : plainText(said));
  }, "");

/** Sentences with what is said of them in the language of the page. */
export const toldSentences = (text: string): readonly SaidSentence[] => {
  const words = spoken();
  return words === null ? [{ text, said: null }] : sentencesIn(text, words);
};
