import { IntlMessageFormat } from "intl-messageformat";
import { kept } from "../base/collections.ts";
import { count } from "../base/format.ts";
import { type Argument, hasMessage, type Message, messagesIn } from "../base/message.ts";
import { capital } from "../base/words.ts";
import en from "./catalogues/en.json" with { type: "json" };
import zh from "./catalogues/zh.json" with { type: "json" };
import { numberIn } from "./figures.ts";
import { type Language, languages } from "./language.ts";
import { plainText, type Said } from "./said.ts";

/** Sentences of each language by their keys, in the syntax of ICU messages. */
const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, zh };

/** How a language says what stands around messages, with its blanks and marks, by its parts. */
export type SayGiven = (text: string) => readonly Said[];

/** A text in English. */
export const inEnglish = (text: string): string => (hasMessage(text) ? plainText(toldParts(text, "en", asGiven)) : text);

/** A text of JSON with all its messages in English. */
export const jsonInEnglish = (json: string): string => (hasMessage(json) ? plainText(toldParts(json, "json", asGiven)) : json);

const asGiven: SayGiven = (text) => [text];

/** What is told: a language, or English as it is written within a text of JSON. */
type Telling = Language | "json";
const isEnglish = (telling: Telling): boolean => telling !== "zh";

/** Plain data with all its texts in English. */
export function toldInEnglish<T>(value: T): T {
  if (typeof value === "string") return inEnglish(value) as T;
  if (Array.isArray(value)) return value.map(toldInEnglish) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toldInEnglish(each)])) as T;
}

/** A text with messages in a language, by its parts; what it has no words for is `given`. */
export function toldParts(text: string, language: Telling, sayGiven: SayGiven): readonly Said[] {
  return messagesIn(text).flatMap((part) => (typeof part === "string" ? sayGiven(part) : messageParts(part, language, sayGiven)));
}

function messageParts({ key, places }: Message, language: Telling, sayGiven: SayGiven): readonly Said[] {
  const format = formatOf(language)(key);
  // What a language has no sentence for is told in English, what no catalogue has by its key
  if (format === null) return [isEnglish(language) ? key : { given: plainText(messageParts({ key, places }, "en", asGiven)) }];
  const values = Object.entries(places).map(([name, value]) => [name, inPlace(value, language, sayGiven)]);
  const said = format
    .formatToParts<unknown>(Object.fromEntries(values))
    .flatMap(({ value }) => (value instanceof InPlace ? value.said : [String(value)]));
  return key === "words.capital" && isEnglish(language) ? [capital(plainText(said))] : said;
}

/** What stands in a place: told by its parts, chosen by where a sentence has a plural or a choice. */
class InPlace {
  constructor(
    readonly value: string | number,
    readonly said: readonly Said[],
  ) {}
  valueOf(): string | number {
    return this.value;
  }
  toString(): string {
    return String(this.value);
  }
}

function inPlace(value: Argument, language: Telling, sayGiven: SayGiven): InPlace {
  if (typeof value === "string") return new InPlace(value, toldParts(value, language, sayGiven));
  if (typeof value === "object") return new InPlace(value.given, [value]);
  return new InPlace(value, [language === "zh" ? numberIn(count(value), languages.zh.tag) : count(value)]);
}

const formatOf = kept((telling: Telling) =>
  kept((key: string) => {
    const language = telling === "json" ? "en" : telling;
    const sentence = Object.hasOwn(catalogues[language], key) ? catalogues[language][key] : undefined;
    if (sentence === undefined) return null;
    const written = telling === "json" ? JSON.stringify(sentence).slice(1, -1) : sentence;
    return new IntlMessageFormat(written, languages[language].tag, undefined, { ignoreTag: true });
  }),
);
