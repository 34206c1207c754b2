/**
 * A name of a listed party. `acronym` stands in brackets behind another; `script` is the same name in other letters beside it; `unit` is the
 * name of a part that is printed behind its whole.
 */
export interface PartyName {
  readonly name: string;
  readonly kind: "primary" | "alias" | "weak-alias" | "former" | "acronym" | "script" | "unit";
  readonly language: string | null;
}

const asian = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
const asianRun = new RegExp(`[${asian}]`, "u");
/** `Daehung Trading Co. (大興貿易会社)`, `第23研究所（23rd Institute）`: one name in two scripts. */
const inBrackets = /^(.+?)\s*[（(]([^()（）]{2,})[)）]\s*\.?$/u;
/** `Second Academy 23rd Research Institute 第二研究院第二十三研究所`. */
const behind = new RegExp(String.raw`^([\p{Script=Latin}\d][^${asian}]{3,}?)\s*([${asian}][${asian}\d\s（）()・ー]{3,})$`, "u");
/** `Nord Corporation 29 (NC 29) Institute`: an acronym amid a name that repeats its number; others are those of the whole. */
const numbered = /\b(\d+)(?:st|nd|rd|th)? \(([A-Z][A-Z&.-]{1,9}[ -]?\1)\) \p{L}/u;
const acronym = /^[A-Z][A-Z0-9&.\- ]{1,9}$/;
const successors =
  /[;,]?\s*(?:and\s+)?(?:any|its)\s+(?:successors?|sub-?units?)\b(?:[\s,]+(?:and|or|any|sub-?units?|successors?|subsidiar(?:y|ies)|thereof))*\s*$/i;
/** `a.k.a.`, `f/k/a`, and `aka` or `-AKAS-` where a sign before it shows that it is no part of the name. */
const also = /[\s,([]{0,9}(?:\b([af])\s?[./]\s?k\s?[./]\s?a\b\.?|(?<=[,;([]\s?)\b([af])ka\b|-\s?([af])kas?\s?-)[,:;]?\s*/gi;
/** `Nord Academy. Subordinate Institution - 7th Institute`, `Nord (Nord). Affiliated Entity: Nord Net`. */
const subordinate =
  /^(.{3,}?)[.,;] (?:subordinate|affiliated|subsidiary) ?(?:institut(?:e|ion)|entity|unit|company)? ?[-–—:] ?(?=[^\s])(.{3,})$/i;
/** `Nord Radio (a subordinate institute of Nord 7)`. */
const partIn = /^(.{3,}?) ?\((?:an? )?(?:subordinate|affiliated|subsidiary) ?(?:institut(?:e|ion)|entity|unit|company)? of ([^()]{2,})\)$/i;

/**
 * The names of a party: its own first, then the others, each once. `(a.k.a. ...` and `f.k.a.` within a name, successors, brackets with
 * an acronym or the name in other letters, and signs left at the end are taken apart.
 * @example partyNames("OOO Zavod (f.k.a., AO Zavod", ["Zavod; and"]) // Zavod OOO primary, AO Zavod former, Zavod alias
 */
export function partyNames(printed: string, others: readonly PartyName[], language: string | null = null): readonly PartyName[] {
  const found = [...split({ name: printed, kind: "primary", language }), ...others.flatMap(split)];
  const seen = new Set<string>();
  return found.filter(({ name }) => {
    const known = name === "" || seen.has(name);
    seen.add(name);
    return !known;
  });
}

/** Groups of `also`. */
const groups = 3;

/** Longer texts are no names that could be taken apart. */
const longest = 1000;

function split(name: PartyName): readonly PartyName[] {
  if (name.name.length > longest) return [name];
  return byAlso(name).flatMap((each) => {
    const tidy = { ...each, name: tidyName(each.name) };
    return [...inScripts(tidy), ...units(tidy)];
  });
}

/** The names of a part that is printed with its whole: its own, and with the name of the whole before it. */
function units({ name, language }: PartyName): readonly PartyName[] {
  const [, whole = "", unit = ""] = subordinate.exec(name) ?? [];
  if (unit !== "") {
    const bare = whole.replace(/\s*\([^()]*\)$/, "");
    return [unit, `${bare} ${unit}`].map((each) => ({ name: tidyName(each), kind: "unit", language: languageOf(each, language) }));
  }
  const [, part = ""] = partIn.exec(name) ?? [];
  return part === "" ? [] : [{ name: tidyName(part), kind: "unit", language: languageOf(part, language) }];
}

/** What the printed name says a party is part of. */
export function partOf(printed: string): readonly { readonly relation: "part-of"; readonly other: string; readonly date: null }[] {
  if (printed.length > longest) return [];
  const text = tidyName(printed.replace(successors, ""));
  const whole = subordinate.exec(text)?.[1] ?? partIn.exec(text)?.[2];
  return whole === undefined ? [] : [{ relation: "part-of", other: tidyName(whole), date: null }];
}

/** `A (a.k.a., B` is A, and B as another name. */
function byAlso({ name, kind, language }: PartyName): readonly PartyName[] {
  const parts = name.replace(successors, "").split(also);
  const [first = "", ...rest] = parts;
  const names: PartyName[] = [{ name: first, kind, language }];
  for (let at = 0; at + groups < rest.length; at += groups + 1) {
    const former = rest.slice(at, at + groups).some((letter) => letter?.toLowerCase() === "f");
    names.push({ name: rest[at + groups] ?? "", kind: former ? "former" : "alias", language });
  }
  return names;
}

function inScripts({ name, kind, language }: PartyName): readonly PartyName[] {
  const label = numbered.exec(name)?.[2];
  if (label !== undefined)
    return [
      { name, kind, language: languageOf(name, language) },
      { name: label, kind: "acronym", language: null },
    ];
  const [, outer, inner] = inBrackets.exec(name) ?? behind.exec(name) ?? [];
  const whole = { name, kind, language: languageOf(name, language) };
  if (outer === undefined || inner === undefined) return [whole];
  if (asianRun.test(outer) !== asianRun.test(inner)) {
    const [first, second] = [tidyName(outer), tidyName(inner)];
    return [
      { name: first, kind, language: languageOf(first, language) },
      { name: second, kind: "script", language: languageOf(second, language) },
    ];
  }
  return acronym.test(inner) ? [whole, { name: inner, kind: "acronym", language: null }] : [whole];
}

const eastAsian = /^(?:zh|ja|ko)\b/;

/** Kana are Japanese, Hangul Korean. Han keeps the stated language; other letters lose a stated Chinese, Japanese or Korean. */
function languageOf(name: string, stated: string | null): string | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return "ja";
  if (/\p{Script=Hangul}/u.test(name)) return "ko";
  return asianRun.test(name) || !eastAsian.test(stated ?? "") ? stated : null;
}

/** One space between words, no sign left over at the end, no bracket without its other half there. */
function tidyName(text: string): string {
  let name = text.replace(/\s+/g, " ").trim();
  for (;;) {
    const shorter = name
      .replace(/(?:[;,:]|;\s*and|,\s*and)$/i, "")
      .replace(/^[;,:\s]+/, "")
      .trim();
    const open = (shorter.match(/[（(]/g) ?? []).length - (shorter.match(/[)）]/g) ?? []).length;
    const even = open < 0 ? shorter.replace(new RegExp(`[)）]{1,${-open}}$`), "") : open > 0 ? shorter.replace(/[\s（(]+$/, "") : shorter;
    if (even === name) return name;
    name = even;
  }
}
