import { sentencesOf } from "../words/sentences.ts";
import { inEnglish } from "../words/tell.ts";

/** The first sentence or sentences of a finding, of at most so many words; the whole first sentence, however long it is. */
export function leadOf(text: string, most = 40): string {
  const [first = "", ...sentences] = sentencesOf(text);
  let lead = first;
  for (const sentence of sentences) {
    if (words(lead) + words(sentence) > most) break;
    lead += ` ${sentence}`;
  }
  return lead;
}

const words = (text: string): number => inEnglish(text).split(/\s+/).filter(Boolean).length;
