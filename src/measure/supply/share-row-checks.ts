import { groupBy } from "../../base/collections.ts";
import { percent, percentRange } from "../../base/format.ts";
import { listed } from "../../base/words.ts";
import { doubt, type FactDoubt, holderWords, type NameOf, surveys } from "./fact-doubt.ts";
import { holdersOf, type LoadedShare } from "./share-entries.ts";
import type { SupplyMap, Technology } from "./supply-map.ts";

/** Doubts about rows of shares that cannot all be right, whichever of them answers. */
export function shareRowDoubts(map: SupplyMap, nameOf: NameOf): readonly FactDoubt[] {
  return map.technologies.flatMap((technology) => {
    const figures = [...new Set(technology.shareRows.flatMap(({ rows }) => rows))].filter(isFigure);
    return [...jumps(technology, figures, nameOf), ...parts(map, technology, figures, nameOf)];
  });
}

/** Rows with both ends. */
type Figure = LoadedShare & { readonly low: number; readonly high: number; readonly year: number };
const isFigure = (row: LoadedShare): row is Figure => row.low !== null && row.high !== null && row.year !== null;
const rangeOf = ({ low, high }: Figure): string => percentRange(low, high);

/** A holder's part may change by this much within so many years before it is doubted. */
const [greatestJump, jumpYears] = [0.4, 3];

function jumps({ id }: Technology, figures: readonly Figure[], nameOf: NameOf): readonly FactDoubt[] {
  const kinds = groupBy(figures, ({ holder, basis }) => `${holder} ${basis}`);
  return [...kinds.values()].flatMap((rows) => {
    const byYear = rows.toSorted((a, b) => a.year - b.year);
    return byYear.slice(1).flatMap((after, i): readonly FactDoubt[] => {
      const before = byYear[i]!;
      const gap = Math.max(after.low - before.high, before.low - after.high);
      if (gap <= greatestJump || after.year - before.year > jumpYears) return [];
      const text = `${holderWords(after.holder, nameOf)} has ${rangeOf(before)} in ${before.year} and ${rangeOf(after)} in ${after.year}`;
      return [doubt("jump", id, text, [before, after])];
    });
  });
}

/** Firms against their economy by seat, or what others leave it, and against figures of several together, of the same year. */
function parts({ economyOf }: SupplyMap, { id }: Technology, figures: readonly Figure[], nameOf: NameOf): readonly FactDoubt[] {
  const owned = figures.filter(({ basis }) => basis !== "production");
  return [...groupBy(owned, ({ year }) => year)].flatMap(([year, rows]) => {
    const firms = rows.filter(({ holder_kind }) => holder_kind === "organisation");
    const seats = new Set(firms.flatMap(({ holder }) => economyOf.get(holder) ?? []));
    return [...rows, ...leftTo(rows, seats)].flatMap((whole): readonly FactDoubt[] => {
      const own = firms.filter(({ holder }) => isPart(economyOf, holder, whole));
      const least = leastOf(own);
      if (own.length === 0 || least <= whole.high + surveys) return [];
      const names = [...new Set(own.map(({ holder }) => nameOf(holder)))];
      const parts = `${listed(names)} ${names.length > 1 ? "together have" : "alone has"} ${percent(least)}`;
      const text = `${holderWords(whole.holder, nameOf)} has ${rangeOf(whole)} of it in ${year}, but ${parts}`;
      return [doubt("parts", id, text, [whole, ...own])];
    });
  });
}

const isPart = (economyOf: SupplyMap["economyOf"], firm: string, { holder, holder_kind }: Figure): boolean =>
  holder_kind === "joint" ? holdersOf(holder).includes(firm) : holder_kind === "economy" && economyOf.get(firm) === holder;

/** The sum of firms, each by its lowest figure. */
const leastOf = (firms: readonly Figure[]): number =>
  [...groupBy(firms, ({ holder }) => holder).values()].reduce((sum, same) => sum + Math.min(...same.map(({ low }) => low)), 0);

/** What other economies leave by seat for those that have no figure of their own. */
function leftTo(rows: readonly Figure[], economies: ReadonlySet<string>): readonly Figure[] {
  const seats = rows.filter(({ holder_kind }) => holder_kind === "economy");
  const [any] = seats;
  if (any === undefined) return [];
  const named = new Set(seats.map(({ holder }) => holder));
  const high = Math.max(0, 1 - seats.reduce((sum, { low }) => sum + low, 0));
  return [...economies].flatMap((holder) => (named.has(holder) ? [] : [{ ...any, holder, low: 0, high }]));
}
