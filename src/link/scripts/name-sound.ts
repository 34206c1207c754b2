import { kept } from "../../base/collections.ts";
import type { NameParts } from "../name-parse.ts";
import { type Mora, moraeOf } from "./name-morae.ts";
import { leadingLetters, spokenLetters } from "./name-translated.ts";

/**
 * Latin spellings of a name written by its sound in katakana or Hangul (ノベラスシステムズ, 노벨러스), as a pattern that a Latin name without blanks
 * has to match as a whole; `null` where the name is in no such script alone, or too short to tell owners apart.
 */
export interface Sound {
  readonly pattern: RegExp;
  /** First letters that a matching name may have. */
  readonly first: ReadonlySet<string>;
  /** Long enough to be told without a legal form. */
  readonly isLong: boolean;
}

/** Names of fewer consonants are shared by too many; without a legal form, one of so many is a name as a whole. */
const fewestConsonants = { formed: 3, bare: 8 };

export const soundOf = kept((core: string): Sound | null => {
  const read = moraeOf(core);
  if (read === null) return null;
  const morae = withX(read);
  const told = morae.reduce((sum, { consonant, coda }) => sum + Number(isTold(consonant)) + Number(isTold(coda)), 0);
  if (told < fewestConsonants.formed) return null;
  const pattern = new RegExp(`^${morae.map((mora, at) => spelled(mora, morae[at - 1], morae[at + 1])).join("")}$`);
  const { consonant = "", vowel = "" } = morae[0] ?? {};
  return { pattern, first: firstLetters(consonant, vowel), isLong: told >= fewestConsonants.bare };
});

const isTold = (consonant: string): boolean => !["", "y", "w", "h", "tense"].includes(consonant);

const consonants: Readonly<Record<string, string>> = {
  k: "(?:ck|cc|kk|ch|kh|qu|c|k|q)",
  g: "(?:gg|gh|gu|g)",
  s: "(?:sch|ss|sc|th|ps|sh|c|s|z)",
  ss: "(?:sch|sh|ss|sc|th|ts|ps|ch|ti|ci|si|c|s|z)",
  sh: "(?:sch|ssi|ti|ci|si|sh|ss|ch|s|c)",
  z: "(?:ds|ss|th|s|z|x)",
  j: "(?:dg|dj|ge|di|si|j|g|z|s)",
  t: "(?:tt|th|dt|t)",
  ts: "(?:tts|tz|ts|t|z)",
  ch: "(?:tsch|tch|ch|tt|ti|t|c)",
  d: "(?:dd|dh|th|d)",
  n: "(?:nn|kn|gn|n)",
  h: "(?:wh|ch|h|j)",
  f: "(?:ff|ph|wh|f|h|v)",
  b: "(?:bb|b|v|w)",
  v: "(?:v|w|b)",
  p: "(?:pp|p)",
  pf: "(?:pp|ff|ph|p|f)",
  m: "(?:mm|mn|m)",
  r: "(?:rr|ll|rl|wr|rh|r|l)",
  y: "[yji]?",
  w: "[wuov]?",
  sch: "(?:tsch|tch|ch|ts|tz|z|c|t|s)",
  zj: "(?:ds|dg|ge|ts|j|g|z|s)",
  kg: "(?:ck|kk|gg|c|k|g|q)",
  td: "(?:tt|dd|th|t|d|s)",
  bp: "(?:pp|bb|p|b|v|f)",
  ks: "(?:(?:ck|ch|kk|k|c|qu)[iyeu]?(?:ss|s|c|z)|cts|xx|x|cc)",
  "": "",
};

const vowels: Readonly<Record<string, string>> = { a: "aeuo", i: "ieyau", u: "uoew", e: "eaiy", o: "oauwe" };

/** `x` stands for two sounds: テクス, 텍스. */
function withX(morae: readonly Mora[]): readonly Mora[] {
  const isSibilant = (at: number): boolean => /^(s|ss|z)$/.test(morae[at]?.consonant ?? "");
  const isCarrier = ({ consonant, vowel, coda }: Mora): boolean => consonant === "k" && /[ui]/.test(vowel) && coda === "";
  return morae.flatMap((mora, at): readonly Mora[] => {
    if (isSibilant(at + 1) && isCarrier(mora) && at > 0) return [];
    if (isSibilant(at + 1) && mora.coda === "kg") return [{ ...mora, coda: "" }];
    const before = morae[at - 1];
    return [isSibilant(at) && before && ((isCarrier(before) && at > 1) || before.coda === "kg") ? { ...mora, consonant: "ks" } : mora];
  });
}

/** Vowel letters that a mora may stand for; one that only carries its consonant may have none. */
function spelled(mora: Mora, before: Mora | undefined, after: Mora | undefined): string {
  const { consonant, vowel, coda } = mora;
  const head = headOf(mora, before);
  const closed = ending(coda, after);
  if (vowel === "") return head + closed;
  const glides = vowel === "a" && coda === "" && after?.consonant === "" && after.vowel === "i" ? "iy" : "";
  const letters = `[${vowels[vowel]}${glides}][aeiouyw]{0,2}(?:r{1,2}|h|w)?${after === undefined && coda === "" ? "e?" : ""}`;
  const isLast = after === undefined && coda === "";
  const carries =
    (vowel === "u" && (!/^[yw]?$/.test(consonant) || (isLast && consonant === "y" && /^(sh|ch|j)$/.test(before?.consonant ?? "")))) ||
    (vowel === "o" && /^[td]$/.test(consonant)) ||
    (vowel === "i" && (/^(k|ch|j|sh|sch|zj)$/.test(consonant) || (isLast && consonant === "ss")));
  const follows = consonant === "" && before !== undefined && before.coda === "";
  return `${head}(?:${letters})${carries || follows || isGlide(mora, after) ? "?" : ""}${carries ? "(?:e(?=s?$))?" : ""}${closed}`;
}

/** 후 is fu or hu, and a stop hardens b (닛본, Nippon). */
function headOf({ consonant, vowel }: Mora, before: Mora | undefined): string {
  if (consonant === "h" && vowel === "u") return `(?:${consonants.f}|${consonants.h})`;
  return consonant === "b" && before?.coda === "td" ? "(?:pp|bb|p|b)" : (consonants[consonant] ?? "");
}

/** テイ and フア are one syllable, as シユ at the end: the first vowel is not sounded. */
const isGlide = ({ consonant, vowel }: Mora, after: Mora | undefined): boolean =>
  after !== undefined &&
  ((vowel === "e" && /^[td]$/.test(consonant) && after.consonant === "") || (vowel === "i" && after.consonant === "y"));

/** A stop before a consonant may only double it (닛본, Nippon); n may keep its e before s (マシーンズ), and a last r its u (마테리알). */
function ending(coda: string, after: Mora | undefined): string {
  const closed = closing(coda);
  if (/^(td|bp|kg)$/.test(coda) && after !== undefined && after.consonant !== "") return `(?:${closed})?`;
  if (coda === "n" && /^(z|s)$/.test(after?.consonant ?? "")) return `${closed}e?`;
  return coda === "r" && after === undefined ? `${closed}u?` : closed;
}

const closing = (coda: string): string => (coda === "n" ? "(?:nn|ng|mm|n|m)" : coda === "ng" ? "(?:ng|nc|nk|n)" : (consonants[coda] ?? ""));

function firstLetters(consonant: string, vowel: string): ReadonlySet<string> {
  const sounds = consonant === "h" && vowel === "u" ? `${consonants.f}${consonants.h}` : (consonants[consonant] ?? "");
  const letters = sounds.match(/(?<=[(|:[]|^)[a-z]|(?<=\[[a-z]*)[a-z]/g) ?? [];
  return new Set(/^[yw]?$/.test(consonant) ? [...letters, ...(vowels[vowel] ?? ""), ..."aeiouywh"] : letters);
}

/**
 * Whether a legal form is not of the country of the script, so that the name renders one of elsewhere: a firm at home is called what it likes
 * (フルテック株式会社 is not Ferrotec).
 */
const isForeign = (core: string, economies: readonly string[]): boolean =>
  economies.length > 3 || !economies.includes(/^[가-힣]/.test(core) ? "KR" : "JP");

/** The country whose firms the office of the script prints with its own legal form: エスケーハイニックス株式会社, 파나소닉 주식회사. */
const neighbourOf = (core: string, economies: readonly string[] | null): string | undefined =>
  economies?.includes("KR") ? (/^[가-힣]/.test(core) ? "JP" : "KR") : undefined;

/**
 * Of the cores of Latin names, those that a name in katakana or Hangul sounds like; it has the legal form of another country, or is long. One
 * that begins with letters or is long may have the form of its own country where the owner is of the neighbour. `coresFrom`: the cores that begin with a letter, of owners of an economy where one is given.
 */
export function soundedCores(
  { core, formed, economies }: NameParts,
  coresFrom: (letter: string, home?: string) => readonly string[],
): readonly string[] {
  const isHome = economies !== null && !isForeign(core, economies);
  const neighbour = isHome ? neighbourOf(core, economies) : undefined;
  if (isHome ? neighbour === undefined : formed && economies === null) return [];
  const from = (letter: string): readonly string[] => coresFrom(letter, neighbour);
  const letters = formed && !isHome ? spokenLetters(core) : null;
  if (letters !== null) return [letters];
  const sound = soundOf(core);
  const whole =
    sound !== null && ((formed && !isHome) || sound.isLong)
      ? [...sound.first].flatMap(from).filter((each) => sound.pattern.test(each))
      : [];
  return whole.length > 0 || !formed ? whole : afterLetters(core, from);
}

const afterLetters = (core: string, coresFrom: (letter: string) => readonly string[]): readonly string[] =>
  leadingLetters(core).flatMap(({ letters, rest }) => {
    const pattern = soundOf(rest)?.pattern;
    if (!pattern) return [];
    return coresFrom(letters.charAt(0)).filter((each) => each.startsWith(letters) && pattern.test(each.slice(letters.length)));
  });
