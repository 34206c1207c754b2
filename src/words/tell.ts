import { IntlMessageFormat } from "intl-messageformat";
import { kept } from "../base/collections.ts";
import { count } from "../base/format.ts";
import { type Argument, hasMessage, type Message, messagesIn } from "../base/message.ts";
import en from "./catalogues/en.json" with { type: "json" };
import zh from "./catalogues/zh.json" with { type: "json" };
import type { Said } from "./dictionary.ts";
import { numberIn } from "./figures.ts";
import { type Language, languages } from "./language.ts";

/** Sentences of each language by their keys, in the syntax of ICU messages. */
const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, zh };

/** How a language says a text that is no message, by its parts; `null`: it has no words for it. */
type SayGiven = (text: string) => readonly Said[] | null;

/** Parts of what is said as one text. */
export const plainText = (said: readonly Said[]): string => said.map((part) => (typeof part === "string" ? part : part.given)).join("");

/** A text in English. */
export const inEnglish = (text: string): string => (hasMessage(text) ? plainText(toldParts(text, "en", asGiven)) : text);

const asGiven: SayGiven = (text) => [text];

/** Plain data with all its texts in English. */
export function toldInEnglish<T>(value: T): T {
  if (typeof value === "string") return inEnglish(value) as T;
  if (Array.isArray(value)) return value.map(toldInEnglish) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toldInEnglish(each)])) as T;
}

/** A text with messages in a language, by its parts; what it has no words for is `given`. */
export function toldParts(text: string, language: Language, sayGiven: SayGiven): readonly Said[] {
  return messagesIn(text).flatMap((part) =>
    typeof part === "string" ? givenParts(part, sayGiven) : messageParts(part, language, sayGiven),
  );
}

/** With the blanks around it, which no words bring along. */
function givenParts(text: string, sayGiven: SayGiven): readonly Said[] {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  const said = inner === "" ? [] : (sayGiven(inner) ?? [{ given: inner }]);
  return [before, ...said, after].filter((part) => part !== "");
}

function messageParts({ key, places }: Message, language: Language, sayGiven: SayGiven): readonly Said[] {
  const format = formatOf(language)(key);
  // What a language has no sentence for is told in English, what no catalogue has by its key
  if (format === null) return [language === "en" ? key : { given: plainText(messageParts({ key, places }, "en", asGiven)) }];
  const values = Object.entries(places).map(([name, value]) => [name, inPlace(value, language, sayGiven)]);
  return format
    .formatToParts<unknown>(Object.fromEntries(values))
    .flatMap(({ value }) => (value instanceof InPlace ? value.said : [String(value)]));
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

function inPlace(value: Argument, language: Language, sayGiven: SayGiven): InPlace {
  if (typeof value === "string") return new InPlace(value, toldParts(value, language, sayGiven));
  if (typeof value === "object") return new InPlace(value.given, [value]);
  return new InPlace(value, [language === "en" ? count(value) : numberIn(count(value), languages[language].tag)]);
}

const formatOf = kept((language: Language) =>
  kept((key: string) => {
    const sentence = Object.hasOwn(catalogues[language], key) ? catalogues[language][key] : undefined;
    return sentence === undefined ? null : new IntlMessageFormat(sentence, languages[language].tag, undefined, { ignoreTag: true });
  }),
);
