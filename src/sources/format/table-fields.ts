import { dayOf } from "../../base/days.ts";
import { tables } from "../../base/tables.ts";
import { maybeNumber, maybeText, needText, parseYear } from "./cells.ts";
import type { CsvRow } from "./csv-rows.ts";
import { fail } from "./records.ts";

/** What a column of an atlas file may hold; `?` allows an empty cell. */
export type Field<V = unknown> = (
  | { readonly kind: "text" | "text?" | "id" | "economy" | "date?" | "year?" | "integer" | "number" | "number?" | "fraction?" }
  | { readonly kind: "one of" | "one of?"; readonly of: readonly string[] }
) & {
  /** The type of the values; there is no such value. */
  readonly gives?: V;
};

/** The cells of a row by the fields of its columns. */
export type FieldRow<F extends Readonly<Record<string, Field>>> = { readonly [C in keyof F]: F[C] extends Field<infer V> ? V : never };

export const text: Field<string> = { kind: "text" };
export const maybe: Field<string | null> = { kind: "text?" };
export const id: Field<string> = { kind: "id" };
export const economy: Field<string> = { kind: "economy" };
export const date: Field<string | null> = { kind: "date?" };
export const year: Field<number | null> = { kind: "year?" };
export const number: Field<number> = { kind: "number" };
export const amount: Field<number | null> = { kind: "number?" };
export const fraction: Field<number | null> = { kind: "fraction?" };
export const oneOf = <T extends string>(...of: readonly T[]): Field<T> => ({ kind: "one of", of });
export const maybeOneOf = <T extends string>(...of: readonly T[]): Field<T | null> => ({ kind: "one of?", of });
export const grade: Field<string> = oneOf("published", "derived", "assumed");

/** Reads one cell by its field. Throws BadRow with the column's name. */
export function readField(row: CsvRow, column: string, field: Field): string | number | null {
  switch (field.kind) {
    case "text":
      return needText(row, column);
    case "text?":
      return maybeText(row, column);
    case "id":
      return shaped(needText(row, column), /^[a-z0-9]+(?:-[a-z0-9]+)*$/, `${column} is not a valid id (lower case, digits, hyphens)`);
    case "economy":
      return shaped(needText(row, column), /^[A-Z]{2}$/, `${column} is not an ISO 3166 alpha-2 code`);
    case "date?":
      return isDate(row.text(column)) ? maybeText(row, column) : fail(`${column} is not a date (YYYY, YYYY-MM or YYYY-MM-DD)`);
    case "year?":
      return row.text(column) === "" ? null : parseYear(row.text(column), column);
    case "integer":
      return Number.isSafeInteger(maybeNumber(row, column)) ? maybeNumber(row, column) : fail(`${column} is not a whole number`);
    case "number":
      return maybeNumber(row, column) ?? fail(`${column} is empty`);
    case "number?":
      return maybeNumber(row, column);
    case "fraction?":
      return within(maybeNumber(row, column), column);
    case "one of":
      return oneOfThese(needText(row, column), field.of, column);
    case "one of?":
      return row.text(column) === "" ? null : oneOfThese(row.text(column), field.of, column);
  }
}

/** Pairs of columns that are the ends of an interval. */
const intervals = [
  ["low", "high"],
  ["delta_low", "delta_high"],
  ["weight_low", "weight_high"],
  ["clock_low", "clock_high"],
  ["from_low", "from_high"],
] as const;

/** Throws BadRow where an interval is upside down. One end alone is a bound. */
export function checkIntervals(values: Readonly<Record<string, string | number | null>>): void {
  for (const [low, high] of intervals) {
    if (!(low in values)) continue;
    const from = values[low] ?? null;
    const to = values[high] ?? null;
    if (from !== null && to !== null && from > to) fail(`${low} is above ${high}`);
  }
}

/** The columns of a table that its atlas file does not have. */
export const columnsOf = (table: keyof typeof tables): readonly string[] => Object.keys(tables[table]);

const shaped = (value: string, shape: RegExp, reason: string): string => (shape.test(value) ? value : fail(reason));

const oneOfThese = (value: string, allowed: readonly string[], column: string): string =>
  allowed.includes(value) ? value : fail(`${column} is not one of ${allowed.join(", ")}`);

const within = (value: number | null, column: string): number | null =>
  value !== null && (value < 0 || value > 1) ? fail(`${column} is not between 0 and 1`) : value;

function isDate(value: string): boolean {
  if (value === "" || /^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(value)) return true;
  return /^(?:19|20)\d\d-/.test(value) && dayOf(value) !== null;
}
