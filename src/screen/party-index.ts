import { groupBy, keptWith } from "../base/collections.ts";
import type { Row } from "../base/tables.ts";
import { atOnce, type Turns } from "../base/turns.ts";
import type { AtlasParties, AtlasParty } from "./atlas-names.ts";
import type { BearerKind } from "./names/name-word.ts";
import type { NameScore } from "./names/score.ts";
import type { Lists } from "./read-lists.ts";
import type { NameSet } from "./search/candidates.ts";
import { indexNames, type NameQuestion } from "./search/name-index.ts";

/** A list row found by its most similar name. */
export interface PartyHit extends NameScore {
  readonly entry: string;
  /** The matching name as printed by list or atlas. */
  readonly name: string;
  /** Organisation of the atlas whose name matched, if the list does not print it. */
  readonly atlas: (AtlasParty & Pick<Row<"organisation_name">, "language" | "source">) | null;
}

/** Disjoint groups of rows searched separately; default all rows. Membership must not change. */
export interface PartyQuestion extends Pick<NameQuestion, "kind" | "least"> {
  readonly groups?: readonly ((entry: string) => boolean)[];
}

export interface PartyIndex {
  /** Number of different names. */
  readonly size: number;
  /** Rows with similar names, best first. Throws LM_NAME_TOO_LONG. */
  find(name: string, question?: PartyQuestion): readonly PartyHit[];
}

interface Bearer {
  readonly entry: string;
  readonly name: string;
  readonly kind: BearerKind;
  readonly atlas: PartyHit["atlas"];
}

/** Indexes the names of lists, each distinct name once with all its rows. */
export const createPartyIndex = (lists: Lists, atlas: AtlasParties): PartyIndex => atOnce(indexParties(lists, atlas));

/** The same in turns. */
export function* indexParties(lists: Lists, atlas: AtlasParties): Turns<PartyIndex> {
  const bearers = groupBy(bearersOf(lists, atlas), ({ kind, name }) => `${kind} ${name}`);
  const index = yield* indexNames([...bearers].map(([party, [first]]) => ({ party, name: first.name, kind: first.kind })));
  const setOf = keptWith(
    (isAsked: (entry: string) => boolean): NameSet =>
      Uint8Array.from([...bearers.values()], (own) => (own.some(({ entry }) => isAsked(entry)) ? 1 : 0)),
  );
  return {
    size: index.size,
    find(wanted, { kind = null, least = null, groups = [everyRow] } = {}) {
      const found = new Map<string, PartyHit>();
      const question = { kind, least, most: Number.POSITIVE_INFINITY, among: groups.map(setOf) };
      for (const { party, kind: _, ...hit } of index.find(wanted, question)) {
        for (const { entry, name, atlas: from } of bearers.get(party) ?? []) {
          if (!found.has(entry) && groups.some((isAsked) => isAsked(entry))) found.set(entry, { ...hit, entry, name, atlas: from });
        }
      }
      return [...found.values()];
    },
  };
}

const everyRow = (): boolean => true;

function bearersOf({ parties, names }: Lists, atlas: AtlasParties): readonly Bearer[] {
  return parties.flatMap(({ entry, kind: stated }) => {
    const kind = bearerKind(stated);
    const listed = (names.get(entry) ?? []).map(({ name }): Bearer => ({ entry, name, kind, atlas: null }));
    const party = atlas.byEntry.get(entry);
    if (party === undefined) return listed;
    const others = (atlas.names.get(party.organisation) ?? []).filter(({ name }) => !listed.some((own) => own.name === name));
    return [
      ...listed,
      ...others.map(({ name, language, source }): Bearer => ({ entry, name, kind, atlas: { ...party, language, source } })),
    ];
  });
}

/** The kind of names that a list's kind of party has. */
export const bearerKind = (kind: string | null): BearerKind =>
  kind === "person" ? "person" : kind === "vessel" || kind === "aircraft" ? "vessel" : "organisation";
