import { hasMessage, type Message, messagesIn, say } from "../base/message.ts";
import type { Said, Words } from "./said.ts";
import { inEnglish } from "./tell.ts";

/** A sentence of a text; `said`: in the language, `null`: no words are known for it, so that all of it stays English. */
export interface SaidSentence {
  readonly text: string;
  readonly said: readonly Said[] | null;
}

/** Where a sentence may end. */
const end = /(?<=[.!?])\s+(?=[\p{Lu}\p{Lo}\p{N}"“`]|the )/u;
/** A dot that need not end one: `U.S. law`, `Example Inc. holds`. */
const abbreviated = /(?:\b\p{L}|\b(?:No|Inc|Ltd|Co|Corp|St|Dr|Bros|Mfg))\.$/u;
/** What a sentence that is told ends with. */
const told = /[。！？：]$/;

/** A text of several sentences, each said by itself: what is told in part would be read as the whole. */
export function sentencesIn(text: string, words: Words): readonly SaidSentence[] {
  if (!hasMessage(text)) return givenSentences(text, words);
  return sentencesOf(text).flatMap((text) => (hasMessage(text) ? [{ text, said: words.say(text) }] : givenSentences(text, words)));
}

/** The sentences of a text, without the blanks between them; a message is never parted. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let current = "";
  for (const piece of messagesIn(text).flatMap(piecesOf)) {
    if (mayEnd.test(inEnglish(current)) && mayBegin.test(inEnglish(piece))) {
      sentences.push(current);
      current = piece.trimStart();
    } else current += piece;
  }
  return [...sentences, current].map((each) => each.trim());
}

const piecesOf = (part: string | Message): readonly string[] =>
  typeof part === "string" ? part.split(/(?<=[.!?])(?<!\bNo\.)(?=\s+[A-Z0-9"])/) : [say(part.key, part.places)];
const mayEnd = /[.!?](?<!\bNo\.)\s*$/;
const mayBegin = /^\s*[A-Z0-9"]/;

function givenSentences(text: string, words: Words): readonly SaidSentence[] {
  const parts = text.split(end);
  const sentences: SaidSentence[] = [];
  for (let at = 0; at < parts.length; at++) {
    let [sentence, last] = [parts[at]!, at];
    let said = sentenceIn(sentence, words, parts.length > 1);
    while (said === null && abbreviated.test(sentence) && last + 1 < parts.length) {
      last += 1;
      sentence += ` ${parts[last]!}`;
      said = sentenceIn(sentence, words, true);
    }
    if (said !== null) at = last;
    sentences.push({ text: said === null ? parts[at]! : sentence, said });
  }
  // Some are known as a whole alone
  const whole = parts.length > 1 && sentences.some(({ said }) => said === null) ? sentenceIn(text, words, true) : null;
  return whole?.every((part) => typeof part === "string" || !end.test(part.given)) ? [{ text, said: whole }] : joined(sentences);
}

function sentenceIn(text: string, words: Words, isSentence: boolean): readonly Said[] | null {
  const said = words.say(text);
  const last = said?.at(-1);
  return isSentence && !(typeof last === "string" && told.test(last)) ? null : said;
}

/** Sentences that follow one another in English as one text. */
function joined(sentences: readonly SaidSentence[]): readonly SaidSentence[] {
  const all: SaidSentence[] = [];
  for (const sentence of sentences) {
    const last = all.at(-1);
    if (last?.said === null && sentence.said === null) all[all.length - 1] = { text: `${last.text} ${sentence.text}`, said: null };
    else all.push(sentence);
  }
  return all;
}
