import type { IdentifierIndex } from "../../screen/evidence/listed-facts.ts";
import { effects, type KnownOfParty, withLogOdds } from "../../screen/evidence/other-evidence.ts";
import type { NameKind } from "../../screen/names/name-word.ts";
import type { PartyHit, PartyIndex } from "../../screen/party-index.ts";
import type { Lists } from "../../screen/read-lists.ts";
import type { ScreenReport } from "./screen-report.ts";

/** Where rows are looked for. `groups`: disjoint sets of rows that are searched separately. */
export interface SearchedLists {
  readonly lists: Lists;
  readonly index: PartyIndex;
  readonly identifiers: IdentifierIndex;
  readonly thresholds: ScreenReport["thresholds"];
  readonly groups: readonly ((entry: string) => boolean)[];
}

/**
 * Rows that may be a party, best first: by its name, and whatever the name by an identifier (score 1). A name may be less alike by as much as
 * an equal date of birth adds. Throws LM_NAME_TOO_LONG.
 */
export function findHits(
  name: string,
  { kind, known }: { readonly kind: NameKind | null; readonly known: KnownOfParty },
  { lists, index, identifiers, thresholds, groups }: SearchedLists,
): readonly PartyHit[] {
  const threshold = Math.min(...(kind === null ? Object.values(thresholds) : [thresholds[kind]]));
  const least = known.born === null ? threshold : withLogOdds(threshold, -effects.sameBirth);
  const hits = index.find(name, { kind, least, groups });
  if (known.identifiers.length === 0) return hits;
  const same = identifiers.find(known.identifiers, known.country).filter((entry) => groups.some((isAsked) => isAsked(entry)));
  const named = new Map(hits.map((hit) => [hit.entry, hit]));
  const sure = same.map((entry): PartyHit => ({ ...(named.get(entry) ?? nameless(entry, lists)), score: 1 }));
  return [...sure, ...hits.filter(({ entry }) => !same.includes(entry))];
}

/** A row that no name found. */
const nameless = (entry: string, { byEntry }: Lists): PartyHit => ({
  ...{ entry, name: byEntry.get(entry)?.name ?? entry, score: 1, atlas: null },
  ...{ matched: [], unmatchedA: [], unmatchedB: [], numeralsDiffer: false },
});
