/** A name of a listed party. `acronym` stands in brackets behind another; `script` is the same name in other letters beside it. */
export interface PartyName {
  readonly name: string;
  readonly kind: "primary" | "alias" | "weak-alias" | "former" | "acronym" | "script";
  readonly language: string | null;
}

const asian = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
const asianRun = new RegExp(`[${asian}]`, "u");
/** `Daehung Trading Co. (大興貿易会社)`, `第23研究所（23rd Institute）`: one name in two scripts. */
const inBrackets = /^(.+?)\s*[（(]([^()（）]{2,})[)）]\s*\.?$/u;
/** `Second Academy 23rd Research Institute 第二研究院第二十三研究所`. */
const behind = new RegExp(String.raw`^([\p{Script=Latin}\d][^${asian}]{3,}?)\s*([${asian}][${asian}\d\s（）()・ー]{3,})$`, "u");
const acronym = /^[A-Z][A-Z0-9&.\- ]{1,9}$/;
const successors =
  /[;,]?\s*(?:and\s+)?(?:any|its)\s+(?:successors?|sub-?units?)\b(?:[\s,]+(?:and|or|any|sub-?units?|successors?|subsidiar(?:y|ies)|thereof))*\s*$/i;
const also = /[\s,(]{0,9}\b([af])\s?\.\s?k\s?\.\s?a\b\.?[,:;]?\s*/gi;

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

/** Longer texts are no names that could be taken apart. */
const longest = 1000;

function split(name: PartyName): readonly PartyName[] {
  if (name.name.length > longest) return [name];
  return byAlso(name).flatMap((each) => inScripts({ ...each, name: tidyName(each.name) }));
}

/** `A (a.k.a., B` is A, and B as another name. */
function byAlso({ name, kind, language }: PartyName): readonly PartyName[] {
  const parts = name.replace(successors, "").split(also);
  const [first = "", ...rest] = parts;
  const names: PartyName[] = [{ name: first, kind, language }];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    names.push({ name: rest[at + 1] ?? "", kind: rest[at]?.toLowerCase() === "f" ? "former" : "alias", language });
  }
  return names;
}

function inScripts({ name, kind, language }: PartyName): readonly PartyName[] {
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
