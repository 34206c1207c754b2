import { LevermapError } from "../../base/errors.ts";
import { groupBy } from "../../base/group-by.ts";
import { nearName } from "../../link/near-name.ts";
import { partyLists } from "../../link/party-lists.ts";
import { type AsOf, isListed, type ListingStatus, partiesOn } from "../../screen/lists/listing-status.ts";
import type { Lists } from "../../screen/read-lists.ts";
import type { ScreenedList } from "./screen-report.ts";

/** The lists as they stood on a day. */
export interface ListsOn {
  readonly asOf: AsOf;
  /** How a row stands; `null` where it is of a copy of its list that another took the place of. */
  standing(entry: string): ListingStatus | null;
  /** The rows of the lists asked for that are in force, and the others of them: a search looks for each by themselves. */
  readonly groups: readonly [inForce: (entry: string) => boolean, others: (entry: string) => boolean];
  readonly screened: readonly ScreenedList[];
}

export const listTitle = (list: string): string => partyLists().get(list)?.title ?? list;

/** `only`: the ids of the lists asked for, all of them if absent. */
export function listsOn({ parties, editions, byEntry }: Lists, asOf: AsOf, only?: ReadonlySet<string>): ListsOn {
  const asked = parties.filter(({ list }) => only === undefined || only.has(list));
  const { listed, readings, standing } = partiesOn(asked, editions, asOf);
  const inForce = groupBy(listed, ({ party }) => `${party.origin} ${party.list}`);
  const issuers = new Map(asked.map(({ list, issuer }) => [list, issuer]));
  const standingOf = (entry: string): ListingStatus | null => {
    const row = byEntry.get(entry);
    return row === undefined || (only !== undefined && !only.has(row.list)) ? null : standing(row);
  };
  const stands = (isInForce: boolean) => (entry: string) => {
    const found = standingOf(entry);
    return found !== null && isListed(found) === isInForce;
  };
  return {
    asOf,
    standing: standingOf,
    groups: [stands(true), stands(false)],
    screened: [...groupBy(readings, ({ list }) => list)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([list, own]) => ({
        list,
        title: listTitle(list),
        issuer: issuers.get(list) ?? "",
        readings: own
          .map(({ origin, kind, used, caveats }) => {
            const rows = inForce.get(`${origin} ${list}`) ?? [];
            const startUnknown = rows.filter((row) => row.standing.since === null).length;
            return { origin, kind, used, inForce: rows.length, startUnknown, caveats };
          })
          .sort((a, b) => a.origin.localeCompare(b.origin)),
      })),
  };
}

/** The ids of lists that were asked for. Throws LM_USAGE for one that is not loaded. */
export function requireListIds({ parties }: Lists, wanted: readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (wanted === undefined || wanted.length === 0) return undefined;
  const loaded = [...new Set(parties.map(({ list }) => list))].sort();
  for (const list of wanted) {
    if (loaded.includes(list)) continue;
    const near = nearName(list, loaded);
    const hint = near === null ? `Loaded are ${loaded.join(", ")}.` : `Did you mean ${near}?`;
    throw new LevermapError("LM_USAGE", `No list "${list}" is loaded. ${hint}`, { list, loaded });
  }
  return new Set(wanted);
}
