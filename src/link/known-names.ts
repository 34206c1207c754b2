import { createHarmoniser, type Harmoniser, type KnownName, type KnownOrganisation } from "./harmonise.ts";
import { once, readLinkTable } from "./link-table.ts";
import { parseName } from "./name-parse.ts";
import { simplifiedHan } from "./name-script.ts";
import { atlasNameRows, atlasOrganisationRows } from "./organisations.ts";

/** A name of a party that some document states, with the id of that in `data/link/name-sources.csv`. */
export interface StatedName extends KnownName {
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
