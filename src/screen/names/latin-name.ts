import { type FormKind, type Formless, isBareForm, withoutForms, writtenOutForms } from "../../link/legal-forms.ts";
import { wordsOf } from "../../link/name-words.ts";
import { type NameKind, type NameWord, nameWord, type Rarity } from "./name-word.ts";
import { isNumberWord, numberOf, withoutNumerals } from "./numerals.ts";
import { editsBetween } from "./spelling.ts";
import { translationsOf } from "./translations.ts";
import { latinLetters } from "./written.ts";

/** What a name of any script has. */
export interface ParsedName {
  readonly words: readonly NameWord[];
  readonly numerals: readonly string[];
  readonly forms: readonly string[];
  readonly formKinds: readonly FormKind[];
  readonly economies: readonly string[] | null;
}

export interface LatinName extends ParsedName {
  /** All words including legal forms and numbers; without these if nothing else is left. */
  readonly whole: string;
  /** Whether its alphabet omits short vowels. */
  readonly isVowelless: boolean;
}

/** Most distinctive words per name. */
const mostWords = 24;

/** Parses a name in any alphabet. */
export function latinName(written: string, kind: NameKind, rarity: Rarity): LatinName {
  return kind === "person" ? personName(written, rarity) : organisationName(written, rarity);
}

function organisationName(written: string, rarity: Rarity): LatinName {
  const given = withPlainNumbers(withPlainArticle(withWholeForm(wordsOf(latinLetters(written)))));
  const formless = nearForm(withoutForms(given));
  const isBare = isBareForm(given);
  const { words, numerals } = withoutNumerals(isBare ? [] : formless.rest.map(numberWord));
  const bracketed = new Set([...written.matchAll(/\(([^()]*)\)/g)].flatMap(([, inner = ""]) => wordsOf(latinLetters(inner))));
  return {
    whole: isBare ? "" : given.join(" "),
    words: (isVowelless(written) ? withoutDoubles(words).flatMap(articleApart) : words)
      .slice(0, mostWords)
      .map((word) => nameWord(word, "organisation", rarity, { isBracketed: bracketed.has(word) })),
    numerals,
    forms: formless.forms,
    formKinds: formless.kinds,
    economies: formless.economies,
    isVowelless: isVowelless(written),
  };
}

/** Arabic says some words in two: الخطوط الجوية, lines of the air, are airlines. */
const withoutDoubles = (words: readonly string[]): readonly string[] =>
  words.filter(
    (word, at) => at === 0 || !translationsOf(word).some((english) => translationsOf(words[at - 1] as string).includes(english)),
  );

/** The Arabic article is a word of its own in Latin letters, or none: الراجحي, Al Rajhi. Words that have a meaning keep it. */
function articleApart(word: string): readonly string[] {
  const [, rest = ""] = /^al(.{3,})$/.exec(word) ?? [];
  return rest === "" || translationsOf(word).length > 0 ? [word] : ["al", rest];
}

/** The Arabic article as it is said before some letters: An Nur, Al Noor; ar-Rahman, al-Rahman. */
const withPlainArticle = (words: readonly string[]): readonly string[] =>
  words.map((word, at) => {
    const [, letters = ""] = /^a(n|r|s|sh|t|th|d|dh|z|l)$/.exec(word) ?? [];
    return letters !== "" && words[at + 1]?.startsWith(letters) ? "al" : word;
  });

/** Servant of one of the names of God, with the article as it is said: Abdulrahman, Abdel Rahman and Abdurrahman are Abd al-Rahman. Abdullah is one word. */
function servantApart(word: string): readonly string[] {
  if (/^abd[aeiou]l$/.test(word)) return ["abd", "al"];
  const [, , rest = ""] = /^abd[aeiou](?:l|([rnszdt])(?=\1))((?!l).{4,})$/.exec(word) ?? [];
  return rest === "" ? [word] : ["abd", "al", rest];
}

/** Noureddine, Nur al-Din: of the faith, with the article as it is said or written. */
function faithApart(word: string): readonly string[] {
  const [, name = ""] = /^(.{3,}?)(?:[aeiou]dd|[aeiou]?l-?d)(?:in|ine|een|ein)$/.exec(word) ?? [];
  return name === "" ? [word] : [name, "al", "din"];
}

/** `No. 771`, `771st` are 771. */
const withPlainNumbers = (words: readonly string[]): readonly string[] =>
  words
    .filter((word, at) => !((word === "no" || word === "nr") && numberOf(words[at + 1] ?? "") !== null))
    .map((word) => numberOf(word) ?? word);

/** A number of another language as that in English. */
const numberWord = (word: string): string => translationsOf(word).find(isNumberWord) ?? word;

/** `Co., td.`, `Co., Lt.d`: what is left of a short form behind `Co` is that form. */
function withWholeForm(words: readonly string[]): readonly string[] {
  const at = words.lastIndexOf("co");
  const rest = words.slice(at + 1).join("");
  return at > 0 && rest.length > 1 && rest.length < 5 && rest !== "ltd" && editsBetween(rest, "ltd") === 1
    ? [...words.slice(0, at + 1), "ltd"]
    : words;
}

function personName(written: string, rarity: Rarity): LatinName {
  const words = withPlainArticle(
    wordsOf(latinLetters(givenFirst(written)))
      .flatMap(servantApart)
      .flatMap(faithApart),
  );
  const formless = withoutForms(words);
  const clear = formless.forms.some((form) => form.length > 2);
  const plain = (clear ? formless.rest : words).map(lettersForDigits);
  const rest = isVowelless(written) ? plain.flatMap(articleApart) : plain;
  return {
    whole: words.join(" "),
    words: rest.slice(0, mostWords).map((word) => nameWord(word, "person", rarity)),
    numerals: [],
    forms: clear ? formless.forms : [],
    formKinds: [],
    economies: null,
    isVowelless: isVowelless(written),
  };
}

const isVowelless = (written: string): boolean => vowelless.test(written);
const vowelless =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Thai}\p{Script=Lao}]/u;

/** `Smith, John` is John Smith. */
function givenFirst(written: string): string {
  const parts = written.split(",");
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : written;
}

const seenAs: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", 8: "b" };

/** Digits in a person's name that replace similar letters. */
const lettersForDigits = (word: string): string =>
  /[a-z]/.test(word) ? word.replace(/[0134578]/g, (digit) => seenAs[digit] ?? digit) : word;

/** Misspelt or truncated written-out forms: `Aktiengeselschaft`, `JOINT STOCK COMPAN`. */
const mostEdits = 2;

/** Removes a misspelt written-out legal form from either end of a name. */
function nearForm(name: Formless<readonly string[]>): Formless<readonly string[]> {
  for (const form of writtenOutForms()) {
    const length = form.words.length;
    if (length >= name.rest.length) continue;
    const isNear = (words: readonly string[]): boolean => words[0]?.[0] === form.text[0] && near(words.join(" "), form.text);
    if (form.position !== "start" && isNear(name.rest.slice(-length))) return replaced(name.rest.slice(0, -length), form.words, name);
    if (form.position !== "any" && form.position !== "end" && isNear(name.rest.slice(0, length)))
      return replaced(name.rest.slice(length), form.words, name);
  }
  return name;
}

const near = (text: string, form: string): boolean =>
  Math.abs(text.length - form.length) <= mostEdits && editsBetween(text, form) <= mostEdits;

const replaced = (rest: readonly string[], form: readonly string[], name: Formless<readonly string[]>): Formless<readonly string[]> => {
  const found = withoutForms([...rest, ...form]);
  return { ...found, forms: [...name.forms, ...found.forms], kinds: [...name.kinds, ...found.kinds] };
};
