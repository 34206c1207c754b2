import { partsOf } from "../../link/technology-parts.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import { requireTechnology } from "../card/technologies.ts";
import type { ReadModel } from "./read-model.ts";

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
