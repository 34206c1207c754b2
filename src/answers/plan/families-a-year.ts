import { groupBy, has } from "../../base/collections.ts";
import type { Interval } from "../../base/numbers.ts";
import type { Row } from "../../base/tables.ts";

type Count = Row<"patent_count">;

/** Kinds of count that stand for families: each family at least once. */
const counted = new Set(["families", "applications", "documents", "grants"]);

/** Kinds of count of a holder's part in all. */
const parts = new Set(["share-of-families", "share-of-applications", "share-of-documents"]);

/** Years back from now of which a count may be. */
const recent = 12;

/** Years back from now after which a count tells only how many there are at least. */
const late = 5;

/** How much more than what a count shows others may file. */
const unseen = 2;

/** Families a year of others in a technology. */
export interface CountedFamilies {
  readonly families: Interval;
  /** Every count is of one office or old: others file at least these, and how many more none tells. */
  readonly isFloor: boolean;
}

/** Offices where one economy files most of its own: no measure of its part in the world. */
const ownOffice: Readonly<Record<string, string>> = { USPTO: "US", CNIPA: "CN", JPO: "JP", KIPO: "KR", EPO: "EU" };

/**
 * Families a year of others than a home in a technology by published counts: the largest yearly rate, less the home's own part, up to twice that, since
 * each counts some offices or one kind of document. `null` where none is published.
 *
 * @param home codes of the home, with those of its members
 * @param place code of its economy or group: what is counted at its own office says nothing of its part in the world
 */
export function othersAYear(
  rows: readonly Count[],
  year: number,
  home: ReadonlySet<string>,
  place: ReadonlySet<string>,
): (technology: string) => CountedFamilies | null {
  const byTechnology = groupBy(rows, ({ technology }) => technology);
  return (technology) => {
    const own = byTechnology.get(technology) ?? [];
    const rates = own.flatMap(({ holder_kind, counted: kind, scope, low, year_from: from, year_to: to }) =>
      holder_kind === "world" && counted.has(kind) && low !== null && from !== null && to !== null && to >= year - recent
        ? [{ rate: low / (to - from + 1), isFloor: scope in ownOffice || to < year - late }]
        : [],
    );
    const most = Math.max(0, ...rates.map(({ rate }) => rate)) * (1 - partOf(own, home, place));
    return most > 0 ? { families: [most, (most * (1 + unseen)) / 2, most * unseen], isFloor: rates.every(({ isFloor }) => isFloor) } : null;
  };
}

/** The home's part in what the newest count tells that is not of its own office: 0 where none does. */
function partOf(rows: readonly Count[], home: ReadonlySet<string>, place: ReadonlySet<string>): number {
  const theirs = rows.filter(has("low")).filter(({ scope }) => !place.has(ownOffice[scope] ?? ""));
  const isOwn = ({ holder }: Count): boolean => home.has(holder);
  const told = theirs.flatMap((row) => {
    if (!isOwn(row)) return [];
    if (parts.has(row.counted)) return [{ until: row.year_to ?? 0, key: keyOf(row), part: row.low }];
    const all = theirs.find((each) => each.holder_kind === "world" && keyOf(each) === keyOf(row));
    return all === undefined || !counted.has(row.counted) ? [] : [{ until: row.year_to ?? 0, key: keyOf(row), part: row.low / all.low }];
  });
  const newest = told.toSorted((a, b) => b.until - a.until)[0];
  if (newest === undefined) return 0;
  return Math.min(
    1,
    told.filter(({ key }) => key === newest.key).reduce((sum, { part }) => sum + part, 0),
  );
}

/** What is counted where and when: parts of one such count may be added up. */
const keyOf = ({ scope, counted: kind, year_from: from, year_to: to }: Count): string => `${scope}|${kind}|${from}|${to}`;
