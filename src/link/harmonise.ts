import type { Row } from "../base/tables.ts";
import { atOnce, eachInTurns, type Turns } from "../base/turns.ts";
import { type NameParts, parseName } from "./name-parse.ts";
import { plainLetters } from "./name-script.ts";
import { wordsOf } from "./name-words.ts";
import { isFormOfOffice, plainAbroad, spelledCores } from "./scripts/name-abroad.ts";
import { soundedCores } from "./scripts/name-sound.ts";
import { translatedCores } from "./scripts/name-translated.ts";

/** Link rules, strictest first; `own`: the holder has no other name here. */
export type HolderRule =
  | "exact-alias"
  | "key"
  | "key-without-legal-form"
  | "script"
  | "abbreviation"
  | "respelled"
  | "word-order"
  | "stated-alias"
  | "abroad"
  | "translated"
  | "former-name"
  | "misspelling"
  | "sound"
  | "initials"
  | "most-frequent-form"
  | "through-another"
  | "side-by-side"
  | "user-together"
  | "user-apart"
  | "own";

/** `holder`: an organisation's id, or `name:` and a key. */
export interface Holder {
  readonly holder: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly rule: HolderRule;
}

/** `outside`: of the table of owners, not of the atlas. */
export type KnownOrganisation = Pick<Row<"organisation">, "id" | "name" | "economy"> & { readonly outside?: boolean };

/**
 * `kind: "short"` matches only without a legal form: Shinko is Shinko Electric, Shinko Co., Ltd. is another firm. `former`: the same holder
 * under a name that it no longer has. `abroad`: what documents in other letters call it, with legal forms of their country or none. `reading`:
 * how a name in other letters is read.
 */
export type KnownName = Pick<Row<"organisation_name">, "organisation" | "name" | "language"> & { readonly kind?: string | null };

/** `organisation`: its id; `outside`: it is not of the atlas. */
export interface Found {
  readonly organisation: string;
  readonly name: string;
  readonly rule: HolderRule;
  readonly outside: boolean;
}

export interface Harmoniser {
  /** The organisation of a parsed name; `null` if none or ambiguous. */
  find(parts: NameParts, economy?: string | null): Found | null;
  /** The holder of a name: an organisation, else the name itself. `economy`: of the address (ISO alpha-2). */
  harmonise(name: string, economy?: string | null): Holder;
}

interface Alias {
  readonly organisation: KnownOrganisation;
  readonly parts: NameParts;
  readonly bare: boolean;
  readonly former: boolean;
  readonly abroad: boolean;
}

type Index = Map<string, Alias[]>;

/** Shorter cores are shared by firms of several economies (TES, ISC, ARM). */
const shortCore = 4;

/**
 * Creates the linker from holder names to organisations. Names match ignoring case, accents, punctuation, legal form, abbreviations and word
 * order, or by the tables; an additional word makes another holder. Ambiguous keys decide nothing, nor do short names that begin another
 * organisation's name (Samsung, Samsung Display).
 */
export const createHarmoniser = (organisations: readonly KnownOrganisation[], names: readonly KnownName[]): Harmoniser =>
  atOnce(learnHarmoniser(organisations, names));

/** The same in turns. */
export function* learnHarmoniser(organisations: readonly KnownOrganisation[], names: readonly KnownName[]): Turns<Harmoniser> {
  const byId = new Map(organisations.map((each) => [each.id, each]));
  const indexes = { text: new Map(), key: new Map(), core: new Map(), reading: new Map(), ordered: new Map(), sounded: new Map() } as const;
  const learn = (organisation: KnownOrganisation, name: string, kind: string | null): void => {
    const parts = parseName(name);
    const alias = { organisation, parts, bare: kind === "short" && !parts.formed, former: kind === "former", abroad: kind === "abroad" };
    add(indexes.text, parts.text, alias);
    add(indexes.key, parts.key, alias);
    add(indexes.core, parts.core, alias);
    for (const reading of parts.readings) add(indexes.reading, reading, alias);
    for (const reading of parts.respelled) add(indexes.reading, reading, alias);
    add(indexes.ordered, parts.ordered, alias);
    if (/^[a-z]+$/.test(parts.core)) add(indexes.sounded, parts.core[0] ?? "", alias);
    if (parts.stated) learn(organisation, parts.stated, kind);
  };
  yield* eachInTurns(organisations, (organisation) => learn(organisation, organisation.name, null));
  const shared = sharedFirstWords([...organisations.map(({ id, name }) => ({ organisation: id, name })), ...names]);
  yield* eachInTurns(names, ({ organisation, name, kind }) => {
    const known = byId.get(organisation);
    if (known && !(kind === "short" && shared(organisation, name))) learn(known, name, kind ?? null);
  });

  const coresFrom = (letter: string, home?: string): readonly string[] =>
    (indexes.sounded.get(letter) ?? []).flatMap(({ parts, organisation }: Alias) =>
      home === undefined || organisation.economy === home ? [parts.core] : [],
    );

  const find = (parts: NameParts, address: string | null = null): Found | null => {
    const plain = plainAbroad(parts);
    const economy = address ?? parts.home ?? plain?.home ?? null;
    const pick = (index: Index, keys: readonly string[], rule: HolderRule, strict = false): Found | null => {
      if (!keys.some((key) => index.has(key))) return null;
      const fitting = sameOrganisation(
        keys
          .flatMap((key) => index.get(key) ?? [])
          .filter((alias) => isOfHome(alias, plain?.home) && (strict || fits(alias, parts, rule === "translated"))),
        parts,
      );
      const [first, ...others] = fitting;
      if (!first || others.some(({ organisation }) => organisation.id !== first.organisation.id)) return null;
      const { id, name, economy: home, outside = false } = first.organisation;
      if (economy && home && economy !== home && parts.core.length <= shortCore) return null;
      return { organisation: id, name, rule: ruleOfAliases(fitting, parts, rule), outside };
    };
    return (
      pick(indexes.text, [parts.text], "exact-alias", true) ??
      pick(indexes.key, [parts.key], "key", true) ??
      pick(indexes.core, [parts.core], "key-without-legal-form") ??
      pick(indexes.reading, parts.readings, "abbreviation") ??
      pick(indexes.reading, parts.respelled, "respelled") ??
      pick(indexes.ordered, parts.ordered ? [parts.ordered] : [], "word-order") ??
      pick(indexes.core, soundedCores(parts, coresFrom), "sound") ??
      pick(indexes.core, [...(plain ? [plain.core] : []), ...spelledCores(parts)], "abroad") ??
      pick(indexes.core, translatedCores(plain?.core ?? parts.core), "translated") ??
      pick(indexes.reading, translatedCores(plain?.core ?? parts.core), "translated")
    );
  };

  return {
    find,
    harmonise(name, economy = null) {
      const parts = parseName(name);
      const found = find(parts, economy) ?? statedIn(parts, find, economy);
      return found ? holderOf(found) : { holder: ownId(parts), name: parts.text, organisation: null, rule: "own" };
    },
  };
}

function add(index: Index, key: string | null, alias: Alias): void {
  if (!key) return;
  const list = index.get(key);
  if (list) list.push(alias);
  else index.set(key, [alias]);
}

/** Of several organisations those whose name has a legal form where the printed one has: Resonac Corp is Resonac Corporation, not Resonac. */
function sameOrganisation(fitting: readonly Alias[], { formed }: NameParts): readonly Alias[] {
  if (fitting.every(({ organisation }) => organisation.id === fitting[0]?.organisation.id)) return fitting;
  return fitting.filter((alias) => alias.parts.formed === formed);
}

function ruleOfAliases(fitting: readonly Alias[], parts: NameParts, rule: HolderRule): HolderRule {
  if (fitting.every(({ former }) => former)) return "former-name";
  if (fitting.every(({ abroad }) => abroad)) return "abroad";
  return rule !== "translated" && fitting.every((alias) => isOtherScript(alias.parts, parts)) ? "script" : rule;
}

/** The holder that an organisation is. */
export const holderOf = ({ organisation, name, rule, outside }: Found): Holder => ({
  holder: organisation,
  name,
  organisation: outside ? null : organisation,
  rule,
});

/** Whether a holder is a known organisation, of the atlas or of the table of owners. */
export const isKnownHolder = ({ holder }: Pick<Holder, "holder">): boolean => !holder.startsWith("name:");

const isOfHome = ({ organisation: { economy } }: Alias, home: string | null = null): boolean =>
  home === null || economy === null || economy === home;

/** A legal form of another economy makes another firm (Siemens AG, Siemens Inc.), but where it is only how an office prints foreign names. */
function fits({ organisation, parts: known, bare, abroad }: Alias, parts: NameParts, translated: boolean): boolean {
  const { formed, economies } = parts;
  if (!formed) return true;
  if (bare) return false;
  if (!economies || isFormOfOffice(parts, organisation.economy, abroad || translated)) return true;
  if (known.economies) return known.economies.some((economy) => economies.includes(economy));
  return organisation.economy === null || economies.includes(organisation.economy);
}

/** Whether Han characters differ as printed: traditional, simplified or Japanese. */
export const isOtherScript = (one: NameParts, other: NameParts): boolean =>
  one.printed !== other.printed && (one.printed !== one.core || other.printed !== other.core);

export function statedIn(parts: NameParts, find: Harmoniser["find"], economy: string | null = null): Found | null {
  const found = parts.stated === null ? null : find(parseName(parts.stated), economy);
  return found && { ...found, rule: "stated-alias" };
}

/** An id made of the name alone, independent of other names. */
export const ownId = ({ readings, core, key }: NameParts): string => `name:${[...readings].sort()[0] || core || key}`;

/** Whether a name, in whole words, begins several organisations' names: Samsung for Samsung Electronics and Samsung Display. */
export function sharedFirstWords(
  names: readonly { readonly organisation: string; readonly name: string }[],
): (organisation: string, name: string) => boolean {
  const beginners = new Map<string, Set<string>>();
  const learn = (organisation: string, name: string): void => {
    const words = wordsOf(plainLetters(name));
    for (let length = 1; length < words.length; length++) {
      const start = words.slice(0, length).join(" ");
      beginners.set(start, (beginners.get(start) ?? new Set()).add(organisation));
    }
  };
  for (const { organisation, name } of names) learn(organisation, name);
  return (organisation, name) => {
    const begun = beginners.get(wordsOf(plainLetters(name)).join(" "));
    return begun !== undefined && [...begun].some((other) => other !== organisation);
  };
}
