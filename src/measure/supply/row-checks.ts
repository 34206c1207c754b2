import { groupBy } from "../../base/collections.ts";
import { percent, percentRange, usdBn } from "../../base/format.ts";
import type { Row } from "../../base/tables.ts";
import { listed } from "../../base/words.ts";
import type { LoadedShare } from "./share-entries.ts";
import type { SupplyMap, Technology } from "./supply-map.ts";

/** Rows of facts that cannot all be right, whichever of them answers. */
export interface RowFault {
  readonly check: "jump" | "parts" | "making" | "market" | "dates";
  /** A technology or an economy. */
  readonly about: string;
  readonly text: string;
  readonly rows: readonly { readonly source: string | null }[];
}

/** How far apart two surveys of one thing may lie. */
const surveys = 0.05;

type NameOf = (id: string) => string;

export const rowFaults = (map: SupplyMap, plants: readonly Row<"plant">[], nameOf: NameOf): readonly RowFault[] => [
  ...map.technologies.flatMap((technology) => [
    ...jumps(technology, nameOf),
    ...parts(map, technology, nameOf),
    ...shareDates(map, technology),
  ]),
  ...overmade(map),
  ...markets(map),
  ...plantFaults(map, plants, nameOf),
];

/** Rows with both ends, of one technology. */
type Figure = LoadedShare & { readonly low: number; readonly high: number; readonly year: number };
const isFigure = (row: LoadedShare): row is Figure => row.low !== null && row.high !== null && row.year !== null;
const figuresOf = ({ shareRows }: Technology): readonly Figure[] => [...new Set(shareRows.flatMap(({ rows }) => rows))].filter(isFigure);

/** A holder's part may change by this much within so many years before it is doubted. */
const [greatestJump, jumpYears] = [0.4, 3];

function jumps(technology: Technology, nameOf: NameOf): readonly RowFault[] {
  const kinds = groupBy(figuresOf(technology), ({ holder, basis }) => `${holder} ${basis}`);
  return [...kinds.values()].flatMap((rows) => {
    const byYear = [...rows].sort((a, b) => a.year - b.year);
    return byYear.slice(1).flatMap((after, i): readonly RowFault[] => {
      const before = byYear[i]!;
      const gap = Math.max(after.low - before.high, before.low - after.high);
      if (gap <= greatestJump || after.year - before.year > jumpYears) return [];
      const text = `${listed(after.holder.split(";").map((each) => nameOf(each.trim())))} goes from ${rangeOf(before)} in ${before.year} to ${rangeOf(after)} in ${after.year}`;
      return [{ check: "jump", about: technology.id, text, rows: [before, after] }];
    });
  });
}

const rangeOf = ({ low, high }: Figure): string => percentRange(low, high);

/** Firms against their economy by seat, or what others leave it, and against figures of several together, of the same year. */
function parts({ economyOf }: SupplyMap, technology: Technology, nameOf: NameOf): readonly RowFault[] {
  const figures = figuresOf(technology).filter(({ basis }) => basis !== "production");
  return [...groupBy(figures, ({ year }) => year)].flatMap(([year, rows]) => {
    const firms = rows.filter(({ holder_kind }) => holder_kind === "organisation");
    const leastOf = (own: readonly Figure[]): number =>
      [...groupBy(own, ({ holder }) => holder).values()].reduce((sum, same) => sum + Math.min(...same.map(({ low }) => low)), 0);
    return [...rows, ...rest(rows, new Set(firms.flatMap(({ holder }) => economyOf.get(holder) ?? [])))].flatMap(
      (whole): readonly RowFault[] => {
        const own =
          whole.holder_kind === "economy"
            ? firms.filter(({ holder }) => economyOf.get(holder) === whole.holder)
            : whole.holder_kind === "joint"
              ? firms.filter(({ holder }) => whole.holder.split(";").includes(holder))
              : [];
        const least = leastOf(own);
        if (own.length === 0 || least <= whole.high + surveys) return [];
        const holders = listed(whole.holder.split(";").map((each) => nameOf(each.trim())));
        const text = `${holders} has ${rangeOf(whole)} of it in ${year}, ${listed([...new Set(own.map(({ holder }) => nameOf(holder)))])} ${percent(least)}`;
        return [{ check: "parts", about: technology.id, text, rows: [whole, ...own] }];
      },
    );
  });
}

/** What other economies leave by seat for those that have firms and no figure of their own. */
function rest(rows: readonly Figure[], economies: ReadonlySet<string>): readonly Figure[] {
  const seats = rows.filter(({ holder_kind }) => holder_kind === "economy");
  const [any] = seats;
  const left = Math.max(0, 1 - seats.reduce((sum, { low }) => sum + low, 0));
  const named = new Set(seats.map(({ holder }) => holder));
  return any === undefined ? [] : [...economies].flatMap((holder) => (named.has(holder) ? [] : [{ ...any, holder, low: 0, high: left }]));
}

const dayWords = (day: string): string => (day.length === 4 ? `in ${day}` : `on ${day}`);

/**
 * Figures known before the year that they are of began, before their document was published, or of a year to come, unless they say that they are
 * forecasts or where they were first published.
 */
function shareDates(map: SupplyMap, { id, shareRows }: Technology): readonly RowFault[] {
  const published = new Map(map.rows.document.map(({ id: document, published: day }) => [document, day]));
  const today = map.asOf.slice(0, 4);
  return [...new Set(shareRows.flatMap(({ rows }) => rows))].flatMap((row): readonly RowFault[] => {
    if (row.year === null || /forecast|expected|plan|first published/i.test(row.note ?? "")) return [];
    const day = row.source === null ? null : (published.get(row.source) ?? null);
    const known = row.known;
    const early = known !== null && Number(known.slice(0, 4)) < row.year ? `of ${row.year} and known ${dayWords(known)}` : null;
    const late =
      known !== null && day !== null && known < day.slice(0, known.length)
        ? `known ${dayWords(known)} by a document published ${dayWords(day)}`
        : null;
    const ahead = row.year > Number(today) ? `of ${row.year}, which is to come` : null;
    const text = early ?? late ?? ahead;
    return text === null ? [] : [{ check: "dates", about: id, text: `a share of ${row.holder} ${text}`, rows: [row] }];
  });
}

/** The newest figure of each economy. */
function newestMade({ rows, groups }: SupplyMap) {
  const newest = new Map<string, Row<"product_place">>();
  for (const row of rows.product_place) {
    if (row.role !== "make" || row.low === null || groups.has(row.economy)) continue;
    const key = `${row.product} ${row.economy}`;
    if ((newest.get(key)?.year ?? 0) <= (row.year ?? 0)) newest.set(key, row);
  }
  return [...newest.values()];
}

function overmade(map: SupplyMap): readonly RowFault[] {
  return [...groupBy(newestMade(map), ({ product }) => product)].flatMap(([product, rows]): readonly RowFault[] => {
    const least = rows.reduce((sum, { low }) => sum + low!, 0);
    if (least <= 1 + surveys) return [];
    return [{ check: "making", about: product, text: `what economies make of it sums to at least ${percent(least)}`, rows }];
  });
}

/** A market beyond all chips, or too small for the products that cannot do without it. */
const [mostUsdBn, leastPart] = [1000, 1e-5];

function markets(map: SupplyMap): readonly RowFault[] {
  const newest = new Map<string, Row<"parameter">>();
  for (const row of map.rows.parameter)
    if (row.parameter === "market-size" && row.scope === "world" && (newest.get(row.technology)?.year ?? 0) <= (row.year ?? 0))
      newest.set(row.technology, row);
  return map.technologies.flatMap(({ id, index }): readonly RowFault[] => {
    const size = newest.get(id);
    if (size?.low == null || size.high === null) return [];
    if (size.low > mostUsdBn)
      return [{ check: "market", about: id, text: `its market of ${usdBn(size.low)} is beyond all chips`, rows: [size] }];
    const users = map.requirements.filter(({ input, criticality }) => input === index && criticality === "blocking");
    const worth = users.reduce((sum, { user }) => sum + (newest.get(map.technologies[user]!.id)?.low ?? 0), 0);
    if (size.high >= worth * leastPart) return [];
    const text = `its market of ${usdBn(size.high)} is less than a hundred-thousandth of what cannot be made without it, ${usdBn(worth)}`;
    return [{ check: "market", about: id, text, rows: [size] }];
  });
}

/** Plants that run where a figure says that nothing of the kind is made, or whose own figures are the wrong way round. */
function plantFaults(map: SupplyMap, plants: readonly Row<"plant">[], nameOf: NameOf): readonly RowFault[] {
  const none = new Map(newestMade(map).flatMap((row) => (row.high === 0 ? [[`${row.product} ${row.economy}`, row]] : [])));
  return plants.flatMap((plant): readonly RowFault[] => {
    const [least, most] = [plant.wafers_low ?? 0, plant.wafers_high ?? Number.POSITIVE_INFINITY];
    if (least > most)
      return [
        {
          check: "making",
          about: plant.economy,
          text: `a plant of ${nameOf(plant.owner)} makes ${least} to ${most} wafers`,
          rows: [plant],
        },
      ];
    const row = none.get(`${plant.technology} ${plant.economy}`);
    if (row === undefined || (plant.status !== null && plant.status !== "operating")) return [];
    const text = `a plant of ${nameOf(plant.owner)} makes ${plant.technology} there, and a figure says that none is made`;
    return [{ check: "making", about: plant.economy, text, rows: [plant, row] }];
  });
}

/** What is read of a rule here. */
export interface DatedRule {
  readonly id: string;
  readonly effective: string | null;
  readonly ends: string | null;
  readonly suspends: string | null;
  readonly source: string | null;
}

export function ruleFaults(
  rules: readonly DatedRule[],
): readonly { readonly about: string; readonly text: string; readonly rule: DatedRule }[] {
  const known = new Set(rules.map(({ id }) => id));
  return rules.flatMap((rule) => {
    const missing = (rule.suspends?.split(";") ?? []).map((id) => id.trim()).filter((id) => id !== "" && !known.has(id));
    const text =
      missing.length > 0
        ? `suspends ${listed(missing)}, which is not there`
        : rule.effective !== null && rule.ends !== null && rule.ends < rule.effective
          ? `takes effect on ${rule.effective} and ends on ${rule.ends}`
          : null;
    return text === null ? [] : [{ about: rule.id, text, rule }];
  });
}
