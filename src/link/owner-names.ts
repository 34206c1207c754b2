import { createHarmoniser, type Harmoniser, type KnownName, type KnownOrganisation } from "./harmonise.ts";
import { once, readLinkTable } from "./link-table.ts";
import { atlasNameRows, atlasOrganisationRows, withKnownParties } from "./organisations.ts";

/** A name of an owner of patents, with the id of its document in `data/link/owner-sources.csv`; `null` where the name is assumed. */
export interface OwnerName extends KnownName {
  readonly kind: string;
  readonly source: string | null;
}

interface Owners {
  readonly organisations: readonly KnownOrganisation[];
  readonly names: readonly OwnerName[];
}

/** What documents in other letters call owners of either table or of the atlas (`data/link/owner-names-abroad.csv`). */
const namesAbroad = (): readonly OwnerName[] =>
  readLinkTable("owner-names-abroad").flatMap(({ owner = "", names = "", source }) =>
    names.split("|").map((name) => ({ organisation: owner, name, language: "", kind: "abroad", source: source || null })),
  );

/** Chip filers, universities and institutes with their names, now and former (`data/link/owner-names.csv`; an owner stands in its first row). */
export const ownerNames = once((): Owners => {
  const organisations = new Map<string, KnownOrganisation>();
  let owner = "";
  const names = readLinkTable("owner-names").map(({ owner: named, economy, name = "", kind = "", source }): OwnerName => {
    if (named) {
      owner = named;
      organisations.set(owner, { id: owner, name, economy: economy || null, outside: true });
    }
    return { organisation: owner, name, language: "", kind, source: source || null };
  });
  return { organisations: [...organisations.values()], names: [...names, ...namesAbroad()] };
});

/** All that the tables call an owner, by its id. */
export const namesByOwner = once((): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>();
  for (const { organisation, name } of ownerNames().names) names.set(organisation, [...(names.get(organisation) ?? []), name]);
  return names;
});

/** Adds the owners of the table and listed parties to the organisations of an atlas; organisations of the atlas keep their name. */
export function withOwners(
  organisations: readonly KnownOrganisation[],
  names: readonly KnownName[],
): { readonly organisations: readonly KnownOrganisation[]; readonly names: readonly KnownName[] } {
  const owners = ownerNames();
  const ids = new Set(organisations.map(({ id }) => id));
  const all = [...organisations, ...owners.organisations.filter(({ id }) => !ids.has(id))];
  const known = withKnownParties(all, [...names, ...owners.names]);
  const inside = new Set(all.map(({ id }) => id));
  return {
    organisations: known.organisations.map((one) => (inside.has(one.id) ? one : { ...one, outside: true })),
    names: known.names,
  };
}

/** The linker to the bundled atlas and owners. */
export const ownerHarmoniser = once((): Harmoniser => {
  const { organisations, names } = withOwners(atlasOrganisationRows(), atlasNameRows());
  return createHarmoniser(organisations, names);
});
