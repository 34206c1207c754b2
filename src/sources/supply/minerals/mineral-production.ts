import { findEconomy } from "../../../link/economies.ts";
import { mineralTechnology } from "../../../link/technologies.ts";
import { maybeAmount, needText } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";

export const productionColumns = ["mineral", "unit", "country"] as const;

interface Total {
  readonly mineral: string;
  readonly year: YearColumn;
  world: number | null;
  sum: number;
  complete: boolean;
  readonly economies: { readonly economy: string; readonly value: number; readonly place: Place }[];
}

/**
 * World production by economy, and the shares that follow. A share is the economy's part of the stated world total, or of the sum
 * where that is greater (the total is rounded) or where the table has a row for all other countries instead; without either nobody knows the whole and no share is made.
 */
export class MineralProduction {
  private readonly years: readonly YearColumn[];
  private readonly source: string;
  private readonly totals = new Map<string, Total>();

  constructor(years: readonly YearColumn[], source: string) {
    this.years = years;
    this.source = source;
  }

  rows(row: CsvRow): RowRecord[] {
    const written = needText(row, "mineral");
    const [, mineral = "", detail] = /^([^(]*[^(\s])\s*(?:\(([^)]*)\))?$/.exec(written) ?? fail("mineral is not understood");
    const who = holderOf(needText(row, "country"));
    const common = { mineral: mineral.toLowerCase(), economy: who, unit: needText(row, "unit"), source: this.source, note: detail || null };
    const produced = this.years.map((year) => ({ year, value: maybeAmount(row, year.column) }));
    const capacity = maybeAmount(row, "capacity");
    for (const { year, value } of produced) if (value !== null) this.count(common.mineral, year, who, value, row);
    const rows = produced.flatMap(({ year, value }) => {
      const cell = { series: "production", year: year.year, low: value, high: value, estimated: year.estimated ? 1 : 0 };
      return value === null ? [] : [rowRecord("mineral", row, { ...common, ...cell })];
    });
    const last = this.years.at(-1);
    if (capacity === null || !last) return rows;
    return [
      ...rows,
      rowRecord("mineral", row, { ...common, series: "capacity", year: last.year, low: capacity, high: capacity, estimated: 1 }),
    ];
  }

  /** Shares of production of the minerals that are technologies of ours; call it after the last row. */
  *shares(): Generator<RowRecord, void, undefined> {
    for (const { mineral, year, world, sum, complete, economies } of this.totals.values()) {
      const technology = mineralTechnology(mineral);
      const whole = world === null ? (complete ? sum : null) : Math.max(world, sum);
      if (!technology || !whole) continue;
      const note = `part of ${whole === world ? "the stated world total" : "the sum of the rows"}${year.estimated ? "; estimate" : ""}`;
      for (const { economy, value, place } of economies) {
        const share = Math.min(1, Number((value / whole).toPrecision(6)));
        const row = { technology, holder: economy, holder_kind: "economy", basis: "production", low: share, high: share, flag: null };
        yield rowRecord("share", place, { ...row, year: year.year, known: null, source: this.source, grade: "derived", note });
      }
    }
  }

  private count(mineral: string, year: YearColumn, who: string, value: number, row: CsvRow): void {
    const key = `${mineral} ${year.column}`;
    const total = this.totals.get(key) ?? { mineral, year, world: null, sum: 0, complete: false, economies: [] };
    this.totals.set(key, total);
    if (who === "world") {
      total.world = value;
      return;
    }
    if (total.economies.some(({ economy }) => economy === who)) fail(`${who} stands twice for ${mineral}`);
    total.sum += value;
    if (who === "other") total.complete = true;
    else total.economies.push({ economy: who, value, place: { file: row.file, line: row.line } });
  }
}

function holderOf(country: string): string {
  if (/^world\b/i.test(country)) return "world";
  if (/^other countries\b/i.test(country)) return "other";
  return findEconomy(country) ?? fail(`${country} is not a known economy`);
}

/** A column that holds the values of one year; `estimated` where its name ends in `e`, as in `y2025e`. */
export interface YearColumn {
  readonly column: string;
  readonly year: number;
  readonly estimated: boolean;
}

/** The columns named `prefix` and a year, in the order of the header. */
export const yearColumns = (header: readonly string[], prefix: string): readonly YearColumn[] =>
  header.flatMap((column) => {
    const match = column.startsWith(prefix) ? /^((?:19|20)\d\d)(e?)$/.exec(column.slice(prefix.length)) : null;
    return match ? [{ column, year: Number(match[1]), estimated: match[2] === "e" }] : [];
  });
