import { LevermapError } from "../base/errors.ts";
import { nearName } from "../link/near-name.ts";
import { partyLists } from "../link/party-lists.ts";
import type { Reading } from "../screen/lists/editions.ts";
import { type AsOf, isListed, readingsOn, type Standing, standingOf } from "../screen/lists/standing.ts";
import type { ListRow, Lists } from "../screen/read-lists.ts";
import type { ScreenedList } from "./screen-report.ts";

/** The lists as they stood on a day. */
export interface ListsOn {
  readonly asOf: AsOf;
  /** How a row stands; `null` where it is of a copy of its list that another took the place of. */
  standing(entry: string): Standing | null;
  readonly screened: readonly ScreenedList[];
}

export const listTitle = (list: string): string => partyLists().get(list)?.title ?? list;

/** `only`: the ids of the lists asked for, all of them if absent. */
export function listsOn({ parties, editions, byEntry }: Lists, asOf: AsOf, only?: ReadonlySet<string>): ListsOn {
  const asked = parties.filter(({ list }) => only === undefined || only.has(list));
  const readings = readingsOn(asked, editions, asOf.day);
  const readingOf = ({ origin, list }: ListRow): Reading | undefined => readings.get(`${origin} ${list}`);
  const standing = (row: ListRow): Standing | null => {
    const reading = readingOf(row);
    return reading?.uses(row.edition) ? standingOf(row, reading, asOf) : null;
  };
  const counts = new Map<Reading, { inForce: number; startUnknown: number; row: ListRow }>();
  for (const row of asked) {
    const [reading, stands] = [readingOf(row), standing(row)];
    if (reading === undefined) continue;
    const count = counts.get(reading) ?? { inForce: 0, startUnknown: 0, row };
    counts.set(reading, count);
    if (stands === null || !isListed(stands)) continue;
    count.inForce += 1;
    if (stands.since === null) count.startUnknown += 1;
  }
  const ids = [...new Set(asked.map(({ list }) => list))].sort();
  return {
    asOf,
    standing: (entry) => {
      const row = byEntry.get(entry);
      return row === undefined || (only !== undefined && !only.has(row.list)) ? null : standing(row);
    },
    screened: ids.map((list) => {
      const own = [...counts].filter(([reading]) => reading.list === list);
      return {
        list,
        title: listTitle(list),
        issuer: own[0]?.[1].row.issuer ?? "",
        readings: own
          .map(([{ origin, kind, used, caveats }, { inForce, startUnknown }]) => ({ origin, kind, used, inForce, startUnknown, caveats }))
          .sort((a, b) => a.origin.localeCompare(b.origin)),
      };
    }),
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
