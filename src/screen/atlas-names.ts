import { groupBy } from "../base/group-by.ts";
import type { Row } from "../base/tables.ts";
import { createHarmoniser, type HolderRule } from "../link/harmonise.ts";
import { parseName } from "../link/name-parse.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Lists } from "./read-lists.ts";

/** The organisation of the atlas that a listed party is, by one of its names as listed and the rule that joins the two. */
export interface AtlasParty {
  readonly organisation: string;
  readonly by: string;
  readonly rule: HolderRule;
}

/** Organisations of the atlas with their names in all languages, and which listed parties they are. */
export interface AtlasParties {
  readonly byEntry: ReadonlyMap<string, AtlasParty>;
  readonly names: ReadonlyMap<string, readonly Row<"organisation_name">[]>;
  readonly organisations: ReadonlyMap<string, Row<"organisation">>;
}

/** The name that the atlas calls an organisation by. */
const ownName = ({ id, name, source }: Row<"organisation">): Row<"organisation_name"> => ({
  organisation: id,
  name,
  language: "en",
  kind: "short",
  source,
});

/**
 * Finds which listed parties are organisations of the atlas, so that these are found on lists under names that the lists do not print:
 * official lists have names in Latin letters only. A party is joined by a name of its own that stands for one organisation of the same
 * economy; its own name counts before its other names, and persons, ships and aircraft are none.
 */
export async function readAtlasParties(workspace: Workspace, { parties, names }: Lists): Promise<AtlasParties> {
  const [organisations, organisationNames] = await Promise.all([workspace.rows("organisation"), workspace.rows("organisation_name")]);
  const { find } = createHarmoniser(organisations, organisationNames);
  const economyOf = new Map(organisations.map(({ id, economy }) => [id, economy]));
  const economies = new Set(economyOf.values());
  const known = new Map<string, ReturnType<typeof find>>();
  const lookUp = (name: string): ReturnType<typeof find> => {
    if (!known.has(name)) known.set(name, find(parseName(name)));
    return known.get(name) ?? null;
  };
  const byEntry = new Map<string, AtlasParty>();
  for (const { entry, kind, economy } of parties) {
    if ((kind !== null && kind !== "organisation") || economy === null || !economies.has(economy)) continue;
    for (const { name } of names.get(entry) ?? []) {
      const found = lookUp(name);
      if (found === null || economyOf.get(found.organisation) !== economy) continue;
      byEntry.set(entry, { organisation: found.organisation, by: name, rule: found.rule });
      break;
    }
  }
  return {
    byEntry,
    names: groupBy([...organisations.map(ownName), ...organisationNames], ({ organisation }) => organisation),
    organisations: new Map(organisations.map((row) => [row.id, row])),
  };
}
