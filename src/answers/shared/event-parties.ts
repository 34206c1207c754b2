import { findPlace } from "../../link/economies.ts";
import { nameKey } from "../../link/name-key.ts";
import type { Party } from "../../link/party.ts";
import { findTechnology } from "../../link/technologies.ts";
import type { ReadModel } from "./read-model.ts";

/** Finds who and what an event means by the names in it. */
export interface EventNames {
  party(name: string): Party;
  /** Id of a technology by id, alias or name; `null` where the map has none of it. */
  technology(name: string): string | null;
}

/** @param groups members of groups on the day of the event */
export function eventNames(read: ReadModel, groups: ReadModel["map"]["groups"]): EventNames {
  const organisations = organisationKeys(read);
  const aliases = new Map(read.aliases.map(({ alias, technology }) => [alias, technology]));
  return {
    party: (name) =>
      placeParty(read, groups, name) ?? plantParty(read, name) ?? organisationParty(read, name, organisations) ?? unknownParty(name),
    technology: (name) => findTechnology(name, read.map.technologies, aliases).id,
  };
}

function placeParty(read: ReadModel, groups: ReadModel["map"]["groups"], name: string): Party | null {
  const code = name.toUpperCase();
  const members = groups.get(code);
  if (members) return { name, kind: "group", id: code, economies: members, seat: null };
  if (nameKey(name) === "world" || nameKey(name) === "all") return { name, kind: "world", id: "world", economies: [], seat: null };
  const economy = read.economies.find(({ id }) => id === code)?.id;
  const place = economy === undefined ? findPlace(name) : null;
  if (place?.kind === "world") return { name, kind: "world", id: "world", economies: [], seat: null };
  const id = economy ?? (place?.kind === "economy" ? place.id : undefined);
  return id === undefined ? null : { name, kind: "economy", id, economies: [id], seat: null };
}

function plantParty({ plants }: ReadModel, name: string): Party | null {
  const key = nameKey(name);
  const plant = plants.find(({ id }) => nameKey(id) === key);
  return plant ? { name, kind: "plant", id: plant.owner, economies: [], seat: plant.economy } : null;
}

function organisationParty({ organisations }: ReadModel, name: string, keys: ReadonlyMap<string, string>): Party | null {
  const id = keys.get(nameKey(name));
  return id === undefined ? null : { name, kind: "organisation", id, economies: [], seat: organisations.get(id)?.economy ?? null };
}

const unknownParty = (name: string): Party => ({ name, kind: "unknown", id: null, economies: [], seat: null });

/** Ids of organisations by every name of theirs; a name that two share is left out. */
export function organisationKeys({ organisations, organisationNames }: ReadModel): ReadonlyMap<string, string> {
  const keys = new Map<string, Set<string>>();
  const add = (name: string, id: string): void => {
    keys.get(nameKey(name))?.add(id) ?? keys.set(nameKey(name), new Set([id]));
  };
  for (const { id, name } of organisations.values()) {
    add(id, id);
    add(name, id);
    for (const row of organisationNames.get(id) ?? []) add(row.name, id);
  }
  return new Map([...keys].flatMap(([key, ids]) => (ids.size === 1 ? [[key, [...ids][0]!] as const] : [])));
}
