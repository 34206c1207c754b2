import { groupBy } from "../base/collections.ts";
import type { Bounds } from "../measure/bootstrap.ts";

/** A fee row; units as in `data/plan/offices.csv`. */
export interface FeeRow {
  readonly office: string;
  readonly item: string;
  readonly year_from: number | null;
  readonly year_to: number | null;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** Cost of a patent at one office, USD. */
export interface OfficeCost {
  readonly office: string;
  /** Fees of office and agent from filing to grant. */
  readonly toGrant: Bounds;
  readonly pendency: Bounds;
  /** Upkeep in a year of age (1 is the first from filing); `granted`: years from filing to grant. */
  readonly upkeep: (age: number, granted: number) => Bounds;
}

/** Longest term, in years from filing. */
export const longestTerm = 20;

const nothing: Bounds = { low: 0, high: 0 };

/** Costs by office. Offices without a grant fee, pendency or exchange rate are left out: their cost is unknown. */
export function officeCosts(rows: readonly FeeRow[]): ReadonlyMap<string, OfficeCost> {
  return new Map(
    [...groupBy(rows, ({ office }) => office)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([office, own]): [string, OfficeCost][] => {
        const found = officeCost(office, own);
        return found === null ? [] : [[office, found]];
      }),
  );
}

function officeCost(office: string, rows: readonly FeeRow[]): OfficeCost | null {
  const one = (item: string): FeeRow | undefined => rows.find((row) => row.item === item);
  const pendency = one("pendency");
  const once = ["grant", "agent"].map(one);
  const paid = rows.filter(({ unit, item }) => unit !== "USD" && item !== "pendency" && item !== "rate");
  if (pendency === undefined || once.includes(undefined) || paid.some(({ unit }) => rateOf(rows, unit) === null)) return null;
  return {
    office,
    toGrant: once.map((row) => inUsd(rows, row!)).reduce(add),
    pendency: { low: pendency.low, high: pendency.high },
    upkeep: (age, granted) => {
      const due = (item: string, year: number): Bounds =>
        rows
          .filter((row) => row.item === item && row.year_from !== null && row.year_from <= year && year <= (row.year_to ?? row.year_from))
          .map((row) => inUsd(rows, row))
          .reduce(add, nothing);
      const sinceGrant = age - Math.floor(granted);
      return sinceGrant <= 0 ? due("year-pending", age) : add(due("year-from-filing", age), due("year-from-grant", sinceGrant));
    },
  };
}

const rateOf = (rows: readonly FeeRow[], currency: string): Bounds | null =>
  rows.find(({ item, unit }) => item === "rate" && unit === `USD per ${currency}`) ?? null;

function inUsd(rows: readonly FeeRow[], { low, high, unit }: FeeRow): Bounds {
  const rate = unit === "USD" ? { low: 1, high: 1 } : rateOf(rows, unit)!;
  return { low: low * rate.low, high: high * rate.high };
}

const add = (a: Bounds, b: Bounds): Bounds => ({ low: a.low + b.low, high: a.high + b.high });

/** Upkeep between two ages from filing, `(from, until]`. USD, undiscounted. */
export function upkeepBetween({ upkeep }: OfficeCost, from: number, until: number, granted: number): Bounds {
  let sum = nothing;
  for (let age = Math.floor(from) + 1; age <= Math.min(until, longestTerm); age++) sum = add(sum, upkeep(age, granted));
  return sum;
}
