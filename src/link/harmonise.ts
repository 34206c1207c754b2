import { type NameParts, parseName } from "./name-parse.ts";

/** What tied a name to its holder, from the strictest to the loosest; `own`: the holder has no other name here. */
export type HolderRule =
  | "exact-alias"
  | "key"
  | "key-without-legal-form"
  | "script"
  | "abbreviation"
  | "respelled"
  | "word-order"
  | "stated-alias"
  | "most-frequent-form"
  | "through-another"
  | "side-by-side"
  | "own";

/** `holder` is the id of an organisation, or `name:` and a key made of the name alone. */
export interface Holder {
  readonly holder: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly rule: HolderRule;
}

export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly economy: string | null;
}

/** `kind: "short"` stands for the organisation only without a legal form: Shinko is Shinko Electric, Shinko Co., Ltd. is another firm. */
export interface KnownName {
  readonly organisation: string;
  readonly name: string;
  readonly language: string;
  readonly kind?: string | null;
}

/** An organisation found under a name, and by which rule. */
export interface Found {
  readonly organisation: string;
  readonly name: string;
  readonly rule: HolderRule;
}

export interface Harmoniser {
  /** The organisation that a parsed name stands for; `null` if it is none of the known ones or more than one. */
  find(parts: NameParts, economy?: string | null): Found | null;
  /** The holder of one name: a known organisation, else the name itself. `economy` is the holder's address (ISO alpha-2), if known. */
  harmonise(name: string, economy?: string | null): Holder;
}

interface Alias {
  readonly organisation: KnownOrganisation;
  readonly parts: NameParts;
  readonly bare: boolean;
}

type Index = Map<string, Alias[]>;

/** Cores of up to so many letters are shared by firms of several economies (TES, ISC, ARM). */
const shortCore = 4;

/**
 * Makes the function that ties names of patent holders to organisations. Names that are neither equal after leaving out case, accents,
 * punctuation, legal form, and differences of abbreviation and word order nor names that the tables know stay apart: a subsidiary with a
 * word more is another holder. A key that two organisations share decides nothing.
 */
export function createHarmoniser(organisations: readonly KnownOrganisation[], names: readonly KnownName[]): Harmoniser {
  const byId = new Map(organisations.map((each) => [each.id, each]));
  const indexes = { text: new Map(), key: new Map(), core: new Map(), reading: new Map(), ordered: new Map() } as const;
  const add = (index: Index, key: string | null, alias: Alias): void => {
    if (!key) return;
    const list = index.get(key);
    if (list) list.push(alias);
    else index.set(key, [alias]);
  };
  const learn = (organisation: KnownOrganisation, name: string, short: boolean): void => {
    const parts = parseName(name);
    const alias = { organisation, parts, bare: short && !parts.formed };
    add(indexes.text, parts.text, alias);
    add(indexes.key, parts.key, alias);
    add(indexes.core, parts.core, alias);
    for (const reading of parts.readings) add(indexes.reading, reading, alias);
    for (const reading of parts.respelled) add(indexes.reading, reading, alias);
    add(indexes.ordered, parts.ordered, alias);
    if (parts.stated) learn(organisation, parts.stated, short);
  };
  for (const organisation of organisations) learn(organisation, organisation.name, false);
  for (const { organisation, name, kind } of names) {
    const known = byId.get(organisation);
    if (known) learn(known, name, kind === "short");
  }

  const find = (parts: NameParts, economy: string | null = null): Found | null => {
    const pick = (index: Index, keys: readonly string[], rule: HolderRule, strict = false): Found | null => {
      const fitting = keys.flatMap((key) => index.get(key) ?? []).filter((alias) => strict || fits(alias, parts));
      const [first, ...others] = fitting;
      if (!first || others.some(({ organisation }) => organisation.id !== first.organisation.id)) return null;
      const { id, name, economy: home } = first.organisation;
      if (economy && home && economy !== home && parts.core.length <= shortCore) return null;
      return { organisation: id, name, rule: fitting.every((alias) => isOtherScript(alias.parts, parts)) ? "script" : rule };
    };
    return (
      pick(indexes.text, [parts.text], "exact-alias", true) ??
      pick(indexes.key, [parts.key], "key", true) ??
      pick(indexes.core, [parts.core], "key-without-legal-form") ??
      pick(indexes.reading, parts.readings, "abbreviation") ??
      pick(indexes.reading, parts.respelled, "respelled") ??
      pick(indexes.ordered, parts.ordered ? [parts.ordered] : [], "word-order")
    );
  };

  return {
    find,
    harmonise(name, economy = null) {
      const parts = parseName(name);
      const found = find(parts, economy) ?? statedIn(parts, find, economy);
      return found
        ? { holder: found.organisation, name: found.name, organisation: found.organisation, rule: found.rule }
        : { holder: ownId(parts), name: parts.text, organisation: null, rule: "own" };
    },
  };
}

/** A legal form of another economy makes another firm (Siemens AG, Siemens Inc.). */
function fits({ organisation, parts: known, bare }: Alias, { formed, economies }: NameParts): boolean {
  if (!formed) return true;
  if (bare) return false;
  if (!economies) return true;
  if (known.economies) return known.economies.some((economy) => economies.includes(economy));
  return organisation.economy === null || economies.includes(organisation.economy);
}

/** Whether two names with one key differ in their Han characters as printed: traditional, simplified or Japanese forms. */
export const isOtherScript = (one: NameParts, other: NameParts): boolean =>
  one.printed !== other.printed && (one.printed !== one.core || other.printed !== other.core);

/** The organisation of the other name that a name states. */
export function statedIn(parts: NameParts, find: Harmoniser["find"], economy: string | null = null): Found | null {
  const found = parts.stated === null ? null : find(parseName(parts.stated), economy);
  return found && { ...found, rule: "stated-alias" };
}

/** An id made of the name alone, so that it does not depend on which other names are there. */
export const ownId = ({ readings, core, key }: NameParts): string => `name:${[...readings].sort()[0] || core || key}`;
