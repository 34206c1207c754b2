import { existsSync, readFileSync } from "node:fs";
import { bundledFile } from "../base/built-file.ts";
import { csvTable } from "../base/csv-table.ts";
import { createHarmoniser, type Harmoniser, type KnownName, type KnownOrganisation } from "./harmonise.ts";
import { once } from "./link-table.ts";
import { nameKey, slug } from "./name-key.ts";

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
