import { existsSync, readFileSync } from "node:fs";
import { bundledFile } from "../base/built-file.ts";
import { csvTable } from "../base/csv-table.ts";
import { createHarmoniser, type Harmoniser, type KnownName, type KnownOrganisation } from "./harmonise.ts";
import { once, readLinkTable } from "./link-table.ts";
import { nameKey, slug } from "./name-key.ts";
import { parseName } from "./name-parse.ts";
import { simplifiedHan } from "./name-script.ts";

const atlasRows = (name: string): readonly Readonly<Record<string, string>>[] => {
  const file = bundledFile(`atlas/${name}.csv`);
  return existsSync(file) ? csvTable(readFileSync(file, "utf8")) : [];
};

/** Atlas organisations by name key; ambiguous names are left out. */
const atlasNames = once((): ReadonlyMap<string, string> => {
  const ids = new Map<string, Set<string>>();
  const add = (name: string | undefined, id: string | undefined): void => {
    const key = nameKey(name ?? "");
    if (key && id) ids.set(key, (ids.get(key) ?? new Set()).add(id));
  };
  for (const row of atlasRows("organisations")) add(row.name, row.id);
  for (const row of atlasRows("organisation-names")) add(row.name, row.organisation);
  return new Map([...ids].flatMap(([key, found]) => (found.size === 1 ? [[key, [...found][0] as string] as const] : [])));
});

export interface OrganisationLink {
  readonly id: string;
  readonly rule: "equal name" | "name of the source";
}

/** The atlas organisation of equal name, else an id made of the name under `scheme`. */
export function linkOrganisation(scheme: string, name: string, known: ReadonlyMap<string, string> = atlasNames()): OrganisationLink {
  const id = known.get(nameKey(name));
  return id ? { id, rule: "equal name" } : { id: `${scheme}-${slug(name)}`, rule: "name of the source" };
}

/** Organisations of the bundled atlas. */
export const atlasOrganisationRows = once((): readonly KnownOrganisation[] =>
  atlasRows("organisations").map(({ id = "", name = "", economy }) => ({ id, name, economy: economy || null })),
);

/** Their names. */
export const atlasNameRows = once((): readonly KnownName[] =>
  atlasRows("organisation-names").map(({ organisation = "", name = "", language = "", kind }) => ({
    organisation,
    name,
    language,
    kind: kind ?? null,
  })),
);

export const atlasHarmoniser = once((): Harmoniser => createHarmoniser(atlasOrganisationRows(), atlasNameRows()));

/** A name of a party that some document states, with the id of that in `data/link/name-sources.csv`. */
interface StatedName extends KnownName {
  readonly language: string;
  readonly kind: "official" | "short";
  readonly source: string;
}

/** The language that the letters of a name tell. */
const languageOf = (name: string): string =>
  /\p{Script=Han}/u.test(name) ? "zh" : /\p{Script=Arabic}/u.test(name) ? (/[پچژگکی]/u.test(name) ? "fa" : "ar") : "en";

interface KnownParties {
  readonly organisations: readonly KnownOrganisation[];
  readonly names: readonly StatedName[];
}

/**
 * Listed parties and chip firms with the names that documents state (`data/link/known-names.csv`, where a party stands in its first row);
 * the first one is shown.
 */
export const knownParties = once((): KnownParties => {
  const organisations = new Map<string, KnownOrganisation>();
  let party = "";
  const names = readLinkTable("known-names").map(({ party: named, economy, name = "", source = "" }): StatedName => {
    if (named) {
      party = named;
      organisations.set(party, { id: party, name, economy: economy || null });
    }
    return { organisation: party, name, language: languageOf(name), kind: parseName(name).formed ? "official" : "short", source };
  });
  return { organisations: [...organisations.values()], names };
});

/** Adds known parties and names to organisations that may have them already. */
export function withKnownParties<O extends KnownOrganisation, N extends KnownName>(
  organisations: readonly O[],
  names: readonly N[],
): { readonly organisations: readonly (O | KnownOrganisation)[]; readonly names: readonly (N | StatedName)[] } {
  const ids = new Set(organisations.map(({ id }) => id));
  const known = knownParties();
  const printed = new Set(names.map(keyOf));
  return {
    organisations: [...organisations, ...known.organisations.filter(({ id }) => !ids.has(id))],
    names: [...names, ...known.names.filter((name) => !printed.has(keyOf(name)))],
  };
}

const keyOf = ({ organisation, name }: KnownName): string => `${organisation} ${simplifiedHan(name)}`;

const harmoniser = once((): Harmoniser => {
  const { organisations, names } = withKnownParties(atlasOrganisationRows(), atlasNameRows());
  return createHarmoniser(organisations, names);
});

/** The bundled organisation or known party of a name, by name alone; `null` if none or ambiguous. */
export const knownPartyOf = (name: string): string | null => harmoniser().find(parseName(name))?.organisation ?? null;
