import { kept } from "../base/collections.ts";
import { type Mora, moraeOf } from "./name-morae.ts";
import type { NameParts } from "./name-parse.ts";
import { leadingLetters, spokenLetters } from "./spoken-letters.ts";

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
  ss: "(?:sch|sh|ss|sc|th|ps|ch|ti|ci|si|c|s|z)",
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
  zj: "(?:ds|dg|ge|j|g|z|s)",
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
  const head = consonants[consonant] ?? "";
  const closed = closing(coda);
  if (vowel === "") return head + closed;
  const glides = vowel === "a" && coda === "" && after?.consonant === "" && after.vowel === "i" ? "iy" : "";
  const letters = `[${vowels[vowel]}${glides}][aeiouyw]{0,2}(?:r{1,2}|h|w)?${after === undefined && coda === "" ? "e?" : ""}`;
  const carries =
    (vowel === "u" && !/^[yw]?$/.test(consonant)) ||
    (vowel === "o" && /^[td]$/.test(consonant)) ||
    (vowel === "i" && /^(k|ch|j|sh|sch|zj)$/.test(consonant));
  const follows = consonant === "" && before !== undefined && before.coda === "";
  return `${head}(?:${letters})${carries || follows || isGlide(mora, after) ? "?" : ""}${carries ? "(?:e(?=s?$))?" : ""}${closed}`;
}

/** テイ and フア are one syllable: the first vowel is not sounded. */
const isGlide = ({ consonant, vowel }: Mora, after: Mora | undefined): boolean =>
  after !== undefined &&
  ((vowel === "e" && /^[td]$/.test(consonant) && after.consonant === "") || (vowel === "i" && after.consonant === "y"));

const closing = (coda: string): string => (coda === "n" ? "(?:nn|ng|mm|n|m)" : coda === "ng" ? "(?:ng|nc|nk|n)" : (consonants[coda] ?? ""));

function firstLetters(consonant: string, vowel: string): ReadonlySet<string> {
  const letters = (consonants[consonant] ?? "").match(/(?<=[(|:[]|^)[a-z]|(?<=\[[a-z]*)[a-z]/g) ?? [];
  return new Set(/^[yw]?$/.test(consonant) ? [...letters, ...(vowels[vowel] ?? ""), ..."aeiouywh"] : letters);
}

/**
 * Whether a legal form is not of the country of the script, so that the name renders one of elsewhere: a firm at home is called what it likes
 * (フルテック株式会社 is not Ferrotec).
 */
const isForeign = (core: string, economies: readonly string[]): boolean =>
  economies.length > 3 || !economies.includes(/^[가-힣]/.test(core) ? "KR" : "JP");

/**
 * Of the cores of Latin names, those that a name in katakana or Hangul sounds like; it has the legal form of another country, or is long.
 * `coresFrom`: the cores that begin with a letter.
 */
export function soundedCores({ core, formed, economies }: NameParts, coresFrom: (letter: string) => readonly string[]): readonly string[] {
  if (economies ? !isForeign(core, economies) : formed) return [];
  const letters = formed ? spokenLetters(core) : null;
  if (letters !== null) return [letters];
  const sound = soundOf(core);
  const whole =
    sound !== null && (formed || sound.isLong) ? [...sound.first].flatMap(coresFrom).filter((each) => sound.pattern.test(each)) : [];
  return whole.length > 0 || !formed ? whole : afterLetters(core, coresFrom);
}

const afterLetters = (core: string, coresFrom: (letter: string) => readonly string[]): readonly string[] =>
  leadingLetters(core).flatMap(({ letters, rest }) => {
    const pattern = soundOf(rest)?.pattern;
    if (!pattern) return [];
    return coresFrom(letters.charAt(0)).filter((each) => each.startsWith(letters) && pattern.test(each.slice(letters.length)));
  });
