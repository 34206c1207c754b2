import { groupBy } from "../base/collections.ts";
import type { Row } from "../base/tables.ts";
import { inTurns, type Turns } from "../base/turns.ts";
import { type HolderRule, learnHarmoniser } from "../link/harmonise.ts";
import { parseName } from "../link/name-parse.ts";
import { withKnownParties } from "../link/organisations.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type JoinedRecords, joinRecords } from "./party-records.ts";
import type { Lists } from "./read-lists.ts";

/** The organisation that a listed party is, with the listed name and the rule that links them. */
export interface AtlasParty {
  readonly organisation: string;
  readonly by: string;
  readonly rule: HolderRule;
}

/** Organisations of the atlas and of loaded records of firms with all their names, and their listed parties. */
export interface AtlasParties {
  readonly byEntry: ReadonlyMap<string, AtlasParty>;
  readonly names: ReadonlyMap<string, readonly Row<"organisation_name">[]>;
  readonly organisations: ReadonlyMap<string, Row<"organisation">>;
}

const ownName = ({ id, name, source }: Row<"organisation">): Row<"organisation_name"> => ({
  organisation: id,
  name,
  language: "en",
  kind: "short",
  source,
});

const withoutBracket = (name: string): string => name.replace(/\s*\([^()]*\)\s*$/, "");

/**
 * Links listed parties to organisations of the atlas and to loaded records of firms, so that lists (mostly Latin script) are also searched
 * by other names. A party is linked by a name that belongs to one organisation of the same economy, its main name first; not persons,
 * ships or aircraft.
 */
export async function readAtlasParties(workspace: Pick<Workspace, "rows" | "rowsWith">, lists: Lists): Promise<AtlasParties> {
  return withRecords(await readOwnParties(workspace, lists), await joinRecords(workspace, lists));
}

/** Adds the names of records: to the organisation of a party that has one, else under the id of the record. */
function withRecords({ byEntry, names, organisations }: AtlasParties, records: ReadonlyMap<string, JoinedRecords>): AtlasParties {
  const [linked, named] = [new Map(byEntry), new Map(names)];
  for (const [entry, { organisation: own, by, names: told }] of records) {
    const party = linked.get(entry) ?? { organisation: own, by, rule: "key" as const };
    linked.set(entry, party);
    const { organisation } = party;
    const had = named.get(organisation) ?? [];
    const more = told.filter(({ name }) => !had.some((each) => each.name === name));
    named.set(organisation, [...had, ...more.map((row) => ({ ...row, organisation }))]);
  }
  return { byEntry: linked, names: named, organisations };
}

async function readOwnParties(workspace: Pick<Workspace, "rows">, lists: Lists): Promise<AtlasParties> {
  const [organisations, names] = await Promise.all([workspace.rows("organisation"), workspace.rows("organisation_name")]);
  return inTurns(ownParties([organisations, names], lists));
}

/** Parties by the names of organisations; on large lists that takes a second or more. */
function* ownParties(
  own: readonly [readonly Row<"organisation">[], readonly Row<"organisation_name">[]],
  { parties, names }: Lists,
): Turns<AtlasParties> {
  const { organisations, names: organisationNames } = withKnownParties(...own);
  const { find } = yield* learnHarmoniser(organisations, organisationNames);
  const economyOf = new Map(organisations.map(({ id, economy }) => [id, economy]));
  const economies = new Set(economyOf.values());
  const known = new Map<string, ReturnType<typeof find>>();
  const lookUp = (name: string): ReturnType<typeof find> => {
    if (!known.has(name)) known.set(name, find(parseName(name)) ?? find(parseName(withoutBracket(name))));
    return known.get(name) ?? null;
  };
  const byEntry = new Map<string, AtlasParty>();
  for (const { entry, kind, economy } of parties) {
    yield;
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
    names: groupBy([...own[0].map(ownName), ...organisationNames], ({ organisation }) => organisation),
    organisations: new Map(own[0].map((row) => [row.id, row])),
  };
}
