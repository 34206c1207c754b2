import { type Formless, isBareAsianForm, withoutAsianForms } from "../../link/legal-forms.ts";
import { plainLetters } from "../../link/name-script.ts";
import { type AsianName, asianName } from "./asian-name.ts";
import { type LatinName, latinName } from "./latin-name.ts";
import { type BearerKind, nameKindOf, type Rarity } from "./name-word.ts";
import { organisationWordKind } from "./translations.ts";
import { pinyinNames } from "./wade-giles.ts";
import { hasAsianLetters, withJoinedLetters, writtenName } from "./written.ts";

export type NameReading = { readonly script: "latin"; readonly name: LatinName } | { readonly script: "asian"; readonly name: AsianName };

/** A parsed name with all its readings. */
export interface ScreenedName {
  readonly text: string;
  readonly kind: BearerKind;
  readonly readings: readonly NameReading[];
}

const mostReadings = 4;

/** A Latin name with an Asian form (`NIPPO株式会社`) is Latin. */
const withForms = (name: LatinName, { forms, kinds, economies }: Formless<string>): LatinName => ({
  ...name,
  forms: [...name.forms, ...forms],
  formKinds: [...name.formKinds, ...kinds],
  economies: economies ?? name.economies,
});

/** Parses a name; `rarity`: distinctiveness of words. */
export function screenedName(text: string, bearer: BearerKind, rarity: Rarity): ScreenedName {
  const kind = nameKindOf(bearer);
  const written = withJoinedLetters(writtenName(text));
  const given = alternatives(written);
  const readings = [...given, ...(kind === "person" ? pinyinNames(written) : [])].slice(0, mostReadings).map((each): NameReading => {
    if (!hasAsianLetters(each)) return { script: "latin", name: latinName(each, kind, rarity) };
    const formless = withoutAsianForms(plainLetters(each));
    const rest = isBareAsianForm(each) ? "" : formless.rest;
    return hasAsianLetters(rest)
      ? { script: "asian", name: asianName(each, kind, rarity) }
      : { script: "latin", name: withForms(latinName(rest, kind, rarity), formless) };
  });
  return { text, kind: bearer, readings };
}

const joint =
  /\s*[;,(]?\s*\b(?:a\.?\s?\/?\s?k\.?\s?\/?\s?a\.?|f\.?\s?\/?\s?k\.?\s?\/?\s?a\.?|d\s?\/\s?b\s?\/\s?a|also known as|formerly(?: known as)?|doing business as|trading as)(?![\p{L}\p{N}])[:\s]*/iu;
const slash = /\s*\/\s*/;
/** `A/S`, `24/7` and `c/o` are not separators. */
const leastLetters = 4;

/** Alternative names within a name: `X a.k.a. Y`, `X/Y`, `X (name in another script)`. The whole first, then the parts. */
function alternatives(written: string): readonly string[] {
  const names = split(written, joint).flatMap((name) => split(name, slash).flatMap(scripts).flatMap(withoutIdentifier));
  return names.length > 1 ? [...new Set([written, ...names])] : [written];
}

function split(name: string, at: RegExp): readonly string[] {
  const parts = name.split(at).map((part) => part.replace(/[()]+$/, "").trim());
  return parts.length > 1 && parts.every((part) => part.replace(/[^\p{L}]/gu, "").length >= leastLetters) ? parts : [name];
}

const bracketed = /^(.+?)\s*[(（]\s*([^()（）]+?)\s*[)）]\s*$/u;

const identifier = /^[A-Z][A-Z0-9&.\- ]{1,11}$|^\d+(?:st|nd|rd|th)?\b/i;
const otherWords = 1;

/** A bracket that names the same party again, by initials, brand or number, may be left out: `(SMIC)`, `(CETC 38)`, `(HiSilicon)`. */
function withoutIdentifier(name: string): readonly string[] {
  const [, outer = "", inner = ""] = bracketed.exec(name) ?? [];
  if (outer === "" || hasAsianLetters(outer) || !isIdentifier(inner, outer)) return [name];
  return [name, outer];
}

function isIdentifier(inner: string, outer: string): boolean {
  const words = inner.split(/\s+/);
  const isAcronym = identifier.test(inner) && inner === inner.toUpperCase() && organisationWordKind(inner.toLowerCase()) === "word";
  const isBrand = words.length <= otherWords && outer.toLowerCase().includes(inner.toLowerCase());
  return isAcronym || isBrand || /\d|\bbranch$/i.test(inner);
}

/** An Asian bracket after a Latin name is the same name. */
function scripts(name: string): readonly string[] {
  const [, outer = "", inner = ""] = bracketed.exec(name) ?? [];
  const differ = outer !== "" && hasAsianLetters(outer) !== hasAsianLetters(inner);
  return differ && inner.length > 2 ? [outer, inner] : [name];
}
