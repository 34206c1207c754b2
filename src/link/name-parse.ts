import { isEconomy } from "./economies.ts";
import { withoutAsianForms, withoutForms } from "./legal-forms.ts";
import { hangulLetters, plainKana, plainLetters, simplifiedHan, withoutUmlauts } from "./name-script.ts";
import { expanded, withoutSmallWords, wordsOf } from "./name-words.ts";

/** What of a name may be compared with another name, from the strictest to the loosest. */
export interface NameParts {
  /** The name as printed, blanks collapsed. */
  readonly text: string;
  /** Letters and digits with the legal form, glued. */
  readonly key: string;
  /** The same without the legal form. */
  readonly core: string;
  /** `core` with its Han characters as they were printed; the same as `core` where it has none. */
  readonly printed: string;
  /** Readings of `core` with abbreviations and plurals written in one way and small words left out. */
  readonly readings: readonly string[];
  /** The words of the only reading in the order of the alphabet; `null` if it has one word or several readings. */
  readonly ordered: string | null;
  /** Whether the name is seen to be an organisation's; two bare words may be a person's name, whose order tells persons apart. */
  readonly organised: boolean;
  /** `core` and its readings where umlauts are written as two letters. */
  readonly respelled: readonly string[];
  readonly formed: boolean;
  /** Where the legal form is used; `null` if it has none or one that is used anywhere. */
  readonly economies: readonly string[] | null;
  /** Another name of the same organisation that the name states itself: `X KK (Y, LTD.)`, `X d/b/a Y, Inc.` */
  readonly stated: string | null;
  /** The economy that a register prints after the name: `X CO LTD [KR]`. */
  readonly home: string | null;
}

const asianScript = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words that make a name one of an organisation, so that it cannot be a person's with the family name first or last. */
const organisationWords = /^(universit.*|institut.*|laborator.*|academy|foundation|college|school|center|centre|technology|research)$/;

/** Takes a name of a patent holder apart. */
export function parseName(name: string): NameParts {
  const text = /[^\x21-\x7e]{2}|[^\x20-\x7e]|^ | $/.test(name) ? name.normalize("NFKC").replace(/\s+/g, " ").trim() : name;
  const [, unmarked = text, mark = ""] = marked.exec(text) ?? [];
  const { outer, stated } = statedName(unmarked);
  const home = isEconomy(mark) ? mark : null;
  return { ...(asianScript.test(outer) ? parseAsian(outer) : parseLatin(outer)), text, stated, home };
}

/** DOCDB and Espacenet print the economy of an applicant after the name. */
const marked = /^(.*\S)\s*\[([A-Z]{2})\]$/;

type Parts = Omit<NameParts, "text" | "stated" | "home">;

function parseAsian(text: string): Parts {
  const plain = plainLetters(hangulLetters(plainKana(text)));
  const key = simplifiedHan(plain);
  const { rest, formed, economies } = withoutAsianForms(key);
  const latin = withoutForms(wordsOf(rest));
  const core = latin.rest.join("");
  const printed = withoutForms(wordsOf(withoutAsianForms(plain).rest)).rest.join("");
  return {
    key: wordsOf(key).join(""),
    core,
    printed,
    readings: [core],
    ordered: null,
    organised: formed || latin.formed,
    respelled: none,
    formed: formed || latin.formed,
    economies: economies ?? latin.economies,
  };
}

function parseLatin(text: string): Parts {
  const words = wordsOf(plainLetters(text));
  const { rest, formed, economies } = withoutForms(words);
  const readings = expanded(rest).flatMap(universities).map(withoutSmallWords);
  const core = glued(rest);
  const umlaut = withoutUmlauts(text);
  const other = umlaut === null ? null : parseLatin(umlaut);
  return {
    key: formed ? glued(words) : core,
    core,
    printed: core,
    readings: distinct(readings.map(glued)),
    ordered: orderOf(readings),
    organised: isOrganised(readings, formed),
    respelled: other ? distinct([other.core, ...other.readings]) : none,
    formed,
    economies,
  };
}

const none: readonly string[] = [];

const glued = (words: readonly string[]): string => {
  const text = words.join("");
  return text.includes("'") ? text.replaceAll("'", "") : text;
};

const distinct = (texts: readonly string[]): readonly string[] =>
  texts.length === 1 && texts[0] ? texts : [...new Set(texts)].filter((text) => text !== "");

/** Registers write both X University and University of X as `UNIV X`. */
function universities(words: readonly string[]): readonly (readonly string[])[] {
  const [first, ...others] = words;
  if (first !== "university" || others.length === 0 || others.includes("of")) return [words];
  return [
    [...others, first],
    [first, "of", ...others],
  ];
}

const orderOf = (readings: readonly (readonly string[])[]): string | null => {
  const [reading, ...others] = readings;
  return reading && others.length === 0 && reading.length > 1 ? glued([...reading].sort().map((word) => `${word} `)) : null;
};

const isOrganised = (readings: readonly (readonly string[])[], formed: boolean): boolean =>
  formed || readings.some((reading) => reading.length > 3 || reading.some((word) => organisationWords.test(word)));

const trading = /^(.+?)[\s,(]+(?:d\s?\/\s?b\s?\/\s?a|doing business as|trading as|formerly(?: known as)?)\s+(.+?)\)?$/i;
const bracketed = /^(.+?)\s*\(([^()]{3,})\)\s*$/;

/** Splits off the other name or the initials that a name gives of itself. */
function statedName(text: string): { readonly outer: string; readonly stated: string | null } {
  const [, before, after] = trading.exec(text) ?? [];
  if (before && after) return { outer: before, stated: after };
  const [, outer, inner] = bracketed.exec(text) ?? [];
  if (!outer || !inner) return { outer: text, stated: null };
  if (isInitials(inner, outer)) return { outer, stated: null };
  if (isInitials(outer, inner)) return { outer: inner, stated: null };
  const words = wordsOf(plainLetters(inner));
  const named = !asianScript.test(text) && words.length > 1 && withoutForms(words).formed;
  return named ? { outer, stated: inner } : { outer: text, stated: null };
}

/** Initials stay as they are when a name grows (CEA for the Commissariat of two energies): they may be the first of them. */
function isInitials(short: string, long: string): boolean {
  const letters = short.replace(/[\s.]/g, "");
  if (!/^[A-Z]{3,8}$/.test(letters)) return false;
  const words = withoutSmallWords(wordsOf(plainLetters(long))).filter((word) => !["of", "for", "aux"].includes(word));
  const initials = words.map((word) => word[0]).join("");
  return words.length > 2 && initials.startsWith(letters.toLowerCase());
}
