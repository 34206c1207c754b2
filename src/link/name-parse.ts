import { isEconomy } from "./economies.ts";
import { withoutAsianForms, withoutForms } from "./legal-forms.ts";
import { hangulLetters, plainKana, plainLetters, simplifiedHan, withoutUmlauts } from "./name-script.ts";
import { expanded, mayBeOfAcademy, ofAcademy, withoutSmallWords, wordsOf } from "./name-words.ts";

/** Comparison keys of a name, strictest first. */
export interface NameParts {
  /** As printed, spaces collapsed. */
  readonly text: string;
  /** Letters and digits including the legal form. */
  readonly key: string;
  /** The same without legal form. */
  readonly core: string;
  /** `core` with original Han characters. */
  readonly printed: string;
  /** Variants of `core` with normalised abbreviations and plurals, without small words. */
  readonly readings: readonly string[];
  /** Sorted words of the only variant; `null` for one word or several variants. */
  readonly ordered: string | null;
  /** Whether it is visibly an organisation's; word order distinguishes persons of two bare names. */
  readonly organised: boolean;
  /** `core` and variants with umlauts as two letters. */
  readonly respelled: readonly string[];
  readonly formed: boolean;
  /** Economies of the legal form; `null` if none or anywhere. */
  readonly economies: readonly string[] | null;
  /** Another name stated in it: `X KK (Y, LTD.)`, `X d/b/a Y, Inc.` */
  readonly stated: string | null;
  /** Initials stated in it, lower case: `Taiwan Semiconductor Manufacturing Company (TSMC)`. */
  readonly initials: string | null;
  /** Economy printed by a register after the name: `X CO LTD [KR]`. */
  readonly home: string | null;
}

const asianScript = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words that mark organisations. */
const organisationWords = /^(universit.*|institut.*|laborator.*|academy|foundation|college|school|center|centre|technology|research)$/;

export function parseName(name: string): NameParts {
  const text = /[^\x21-\x7e]{2}|[^\x20-\x7e]|^ | $/.test(name) ? name.normalize("NFKC").replace(/\s+/g, " ").trim() : name;
  const [, unmarked = text, mark = ""] = (text.endsWith("]") && marked.exec(text)) || [];
  const { outer, stated, initials = null } = statedName(unmarked);
  const home = isEconomy(mark) ? mark : null;
  const { key, core, printed, readings, ordered, organised, respelled, formed, economies } = asianScript.test(outer)
    ? parseAsian(outer)
    : parseLatin(outer);
  // Written out, since a spread of so many fields is slow.
  return { text, key, core, printed, readings, ordered, organised, respelled, formed, economies, stated, initials, home };
}

/** DOCDB and Espacenet print the applicant's economy after the name. */
const marked = /^(.*\S)\s*\[([A-Z]{2})\]$/;

type Parts = Omit<NameParts, "text" | "stated" | "initials" | "home">;

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
  const letters = plainLetters(text);
  const words = mayBeOfAcademy(letters) ? ofAcademy(wordsOf(letters)) : wordsOf(letters);
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

/** Registers write X University and University of X as `UNIV X`. */
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

const trading =
  /^(.+?)[\s,(]+(?:[dfna]\s?[./]\s?[bk]\s?[./]\s?a\.?|doing business as|trading as|also known as|now (?:known as|called)|(?:formerly|previously)(?: known as| called)?)[\s:]+(.+?)\)?$/i;
const mentioned = /known|formerly|previously|trading|business|called|\/|\.[bk]\./i;
const bracketed = /^(.+?)\s*\(([^()]{3,})\)\s*$/;

/** Splits off another name or initials stated in the name. */
function statedName(text: string): { readonly outer: string; readonly stated: string | null; readonly initials?: string } {
  const [, before, after] = (mentioned.test(text) && trading.exec(text)) || [];
  if (before && after) return { outer: before, stated: after };
  const [, outer, inner] = (text.includes("(") && bracketed.exec(text)) || [];
  if (!outer || !inner) return { outer: text, stated: null };
  if (isInitials(inner, outer) || isShortName(inner, outer)) return { outer, stated: null, initials: lower(inner) };
  if (isInitials(outer, inner)) return { outer: inner, stated: null, initials: lower(outer) };
  const words = wordsOf(plainLetters(inner));
  const named = !asianScript.test(text) && words.length > 1 && withoutForms(words).formed;
  return named ? { outer, stated: inner } : { outer: text, stated: null };
}

const lower = (initials: string): string => initials.toLowerCase().replace(/[\s.]/g, "");

/** Capitals after a long name: `Interuniversitair Microelektronica Centrum (IMEC)`; a country or legal form is none. */
function isShortName(short: string, long: string): boolean {
  if (!/^[A-Z]{4,8}$/.test(short) || long.toUpperCase() === long) return false;
  const words = wordsOf(plainLetters(long));
  return words.length > 2 && !withoutForms(["x", short.toLowerCase()]).formed;
}

/** Initials may match the start of a longer name (CEA for the Commissariat of two energies). */
function isInitials(short: string, long: string): boolean {
  const letters = short.replace(/[\s.]/g, "");
  if (!/^[A-Z]{3,8}$/.test(letters)) return false;
  const words = withoutSmallWords(wordsOf(plainLetters(long))).filter((word) => !["of", "for", "aux"].includes(word));
  const initials = words.map((word) => word[0]).join("");
  return words.length > 2 && initials.startsWith(letters.toLowerCase());
}
