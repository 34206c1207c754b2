import { groupBy } from "../../base/collections.ts";
import type { Interval } from "../../base/numbers.ts";
import type { Row } from "../../base/tables.ts";

/** Kinds of count that stand for families: each family at least once. */
const counted = new Set(["families", "applications", "documents", "grants"]);

/** Years back from now of which a count may be. */
const recent = 12;

/** How much more than what one office or one kind of count shows others may file. */
const unseen = 2;

/**
 * Families a year of all holders in a technology by published counts: the largest yearly rate of the last years, as a floor, since each counts one
 * office or one kind of document; up to twice that. `null` where none is published.
 */
export function familiesAYear(rows: readonly Row<"patent_count">[], year: number): (technology: string) => Interval | null {
  const byTechnology = groupBy(
    rows.filter((row) => row.holder_kind === "world" && counted.has(row.counted) && row.low !== null),
    ({ technology }) => technology,
  );
  return (technology) => {
    const rates = (byTechnology.get(technology) ?? []).flatMap(({ low, year_from: from, year_to: to }) =>
      from !== null && to !== null && to >= year - recent ? [low! / (to - from + 1)] : [],
    );
    const most = Math.max(0, ...rates);
    return most > 0 ? [most, (most * (1 + unseen)) / 2, most * unseen] : null;
  };
}
