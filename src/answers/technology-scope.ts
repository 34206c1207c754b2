import { technologyScope } from "../corpus/technology-scope.ts";
import type { Technology } from "../measure/supply-map.ts";
import type { ReadModel } from "./read-model.ts";
import { requireTechnology } from "./technologies.ts";

/** The technology itself and the ids of those whose patents count for it. Throws LM_TECHNOLOGY_UNKNOWN. */
export function requireScope(read: ReadModel, wanted: string): { readonly technology: Technology; readonly scope: readonly string[] } {
  const technology = requireTechnology(read, wanted);
  const { familyOf, technologies, indexOf } = read.map;
  const members = (family: string): readonly string[] =>
    [...familyOf].flatMap(([member, of]) => (of === indexOf.get(family) ? [technologies[member]!.id] : []));
  return { technology, scope: technologyScope(technology.id, members) };
}
