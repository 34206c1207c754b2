import { LevermapError } from "../../base/errors.ts";
import { findTechnology, partsOf } from "../../link/technologies.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { ReadModel } from "./read-model.ts";

/** Finds a technology by id or alias; says what was meant if it is misspelt. Throws LM_TECHNOLOGY_UNKNOWN. */
export function requireTechnology(read: ReadModel, wanted: string): Technology {
  const { technologies, indexOf } = read.map;
  const match = findTechnology(wanted, technologies, new Map(read.aliases.map(({ alias, technology }) => [alias, technology])));
  const index = match.id === null ? undefined : indexOf.get(match.id);
  if (index !== undefined) return technologies[index]!;
  const near = match.id === null ? match.nearest : [];
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  throw new LevermapError("LM_TECHNOLOGY_UNKNOWN", `There is no technology "${wanted}".${hint}`, { technology: wanted, near });
}

/**
 * The technology itself and the ids of those whose patents count for it: itself first, the members of its family and theirs, and what is
 * part of it though the map keeps it apart. Throws LM_TECHNOLOGY_UNKNOWN.
 */
export function requireScope(read: ReadModel, wanted: string): { readonly technology: Technology; readonly scope: readonly string[] } {
  const technology = requireTechnology(read, wanted);
  const { familyOf, technologies, indexOf } = read.map;
  const members = (family: string): readonly string[] =>
    [...familyOf].flatMap(([member, of]) => (of === indexOf.get(family) ? [technologies[member]!.id] : []));
  const scope = new Set([technology.id]);
  for (const one of scope) for (const other of [...members(one), ...partsOf(one)]) scope.add(other);
  return { technology, scope: [...scope] };
}
