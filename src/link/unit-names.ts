import type { Harmoniser, Holder } from "./harmonise.ts";
import { withoutAsianForms, withoutForms } from "./legal-forms.ts";
import { once, readLinkTable } from "./link-table.ts";
import { parseName } from "./name-parse.ts";
import { hangulLetters, plainKana, plainLetters, simplifiedHan } from "./name-script.ts";
import { wordsOf } from "./name-words.ts";

/** A holder that is a unit of another by its name, which is the other's and a place: `X (Shanghai) Corporation`, `X Japan KK`. */
export interface Unit {
  readonly holder: string;
  readonly parent: Pick<Holder, "holder" | "name">;
  /** The name that says so. */
  readonly name: string;
}

interface Places {
  /** Latin places of one or more words, glued by blanks. */
  readonly latin: ReadonlySet<string>;
  readonly end: RegExp;
  readonly start: RegExp;
}

const mostWords = 2;

/** Economies and cities of `name-words.csv`, and what else names units (`unit-places.csv`). */
const places = once((): Places => {
  const rows = readLinkTable("unit-places");
  const asian = rows.filter(({ script }) => script !== "latin");
  const any = (of: typeof asian): string => of.map(({ place = "" }) => simplifiedHan(place)).join("|");
  return {
    latin: new Set([
      ...readLinkTable("name-words").flatMap(({ word = "", kind }) => (kind === "branch" || kind === "place" ? [word] : [])),
      ...rows.flatMap(({ place = "", script }) => (script === "latin" ? [place] : [])),
    ]),
    end: new RegExp(`(?:${any(asian)})$`, "u"),
    start: new RegExp(`^(?:${any(asian.filter(({ position }) => position === "both"))})`, "u"),
  };
});

const asianScript = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What is left of a name without the place of a unit, without legal form; `null` where it names none. */
export function unitBase(name: string): string | null {
  const text = name
    .normalize("NFKC")
    .replace(/\[[A-Z]{2}\]$/, "")
    .trim();
  return asianScript.test(text) ? asianBase(text) : latinBase(text);
}

function latinBase(text: string): string | null {
  const unbracketed = text.replace(/\(([^()]*)\)/g, (all, inner: string) => (isPlace(wordsOf(plainLetters(inner))) ? " " : all));
  const words = withoutForms(wordsOf(plainLetters(unbracketed))).rest;
  const bracketless = unbracketed === text ? null : words;
  return (withoutPlace(words) ?? bracketless)?.join(" ") ?? null;
}

/** The words before a place at the end: `austria`, `of north america`, `crolles 2`. */
function withoutPlace(words: readonly string[]): readonly string[] | null {
  const last = words.at(-1) ?? "";
  const numbered = words.length > 2 && (/^\d{1,2}$/.test(last) || /^holdings?$/.test(last)) ? words.slice(0, -1) : words;
  for (let length = mostWords; length > 0; length--) {
    if (numbered.length <= length || !isPlace(numbered.slice(-length))) continue;
    const rest = numbered.slice(0, -length);
    const cut = rest.at(-1) === "of" ? rest.slice(0, -1) : rest;
    const formless = withoutForms(cut).rest;
    return formless.length > 0 ? formless : null;
  }
  return null;
}

const isPlace = (words: readonly string[]): boolean => words.length > 0 && words.length <= mostWords && places().latin.has(words.join(" "));

function asianBase(text: string): string | null {
  const plain = simplifiedHan(plainLetters(hangulLetters(plainKana(text))));
  const core = withoutAsianForms(plain).rest;
  const unbracketed = core.replace(/[(（]([^()（）]*)[)）]/gu, (all, inner: string) => (inner.replace(places().end, "") === "" ? "" : all));
  const cut = wordsOf(withoutAsianForms(unbracketed).rest).join("");
  const rest = cut.replace(places().end, "").replace(places().start, "");
  return rest !== "" && rest !== wordsOf(core).join("") ? rest : null;
}

/** Shorter names of one word, known from nowhere, are shared by too many. */
const fewestLetters = 6;

/**
 * Units among holders of names, each with the one holder whose name it has: a known organisation, otherwise a holder of that name. `holders`
 * are those of `names`, in order; `apart`: ids of holders whose parents are known otherwise.
 */
export function unitsOf(
  { find }: Harmoniser,
  names: readonly string[],
  holders: readonly Holder[],
  apart: ReadonlySet<string> = new Set(),
): readonly Unit[] {
  const byCore = new Map<string, Holder | null>();
  names.forEach((name, i) => {
    const [holder, { core }] = [holders[i] as Holder, parseName(name)];
    const held = byCore.get(core);
    byCore.set(core, held === undefined || held?.holder === holder.holder ? holder : null);
  });
  const parentOf = (base: string): Pick<Holder, "holder" | "name"> | null => {
    const parts = parseName(base);
    const known = find({ ...parts, formed: false, economies: null });
    if (known) return { holder: known.organisation, name: known.name };
    const isDistinct = base.includes(" ") || base.length >= fewestLetters;
    return isDistinct ? (byCore.get(parts.core) ?? null) : null;
  };
  const units = new Map<string, Unit>();
  names.forEach((name, i) => {
    const { holder } = holders[i] as Holder;
    const base = units.has(holder) || apart.has(holder) ? null : unitBase(name);
    const parent = base === null ? null : parentOf(base);
    if (parent && parent.holder !== holder) units.set(holder, { holder, parent, name });
  });
  return [...units.values()];
}
