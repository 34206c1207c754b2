import type { CsvRow } from "./csv-rows.ts";
import { fail } from "./records.ts";

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const longestText = 10_000;

/** Text of a cell that must not be empty. Throws BadRow. */
export const needText = (row: CsvRow, column: string): string => maybeText(row, column) ?? fail(`${column} is empty`);

/** Text of a cell, `null` where it is empty. Throws BadRow for more than 10,000 characters. */
export function maybeText(row: CsvRow, column: string): string | null {
  const text = row.text(column);
  return text.length > longestText ? fail(`${column} has ${text.length} characters`) : text || null;
}

/** A decimal number with a point, `null` where the cell is empty. Throws BadRow. */
export function maybeNumber(row: CsvRow, column: string): number | null {
  const text = row.text(column);
  return text === "" ? null : parseNumber(text, column);
}

/** A number of a text. Throws BadRow for anything but a finite decimal number. */
export function parseNumber(text: string, name: string): number {
  const value = text.length <= 64 && decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : fail(`${name} is not a number`);
}

/** A number that is not negative, `null` where the cell is empty. Throws BadRow. */
export function maybeAmount(row: CsvRow, column: string): number | null {
  const value = maybeNumber(row, column);
  return value !== null && value < 0 ? fail(`${column} is negative`) : value;
}

/** A year between 1900 and 2100, `null` where the cell is empty. Throws BadRow. */
export function maybeYear(row: CsvRow, column: string): number | null {
  const text = row.text(column);
  return text === "" ? null : parseYear(text, column);
}

/** A year between 1900 and 2100 of a text (`2025` or `2025.0`). Throws BadRow. */
export const parseYear = (text: string, name: string): number =>
  /^(?:19\d\d|20\d\d|2100)(?:\.0)?$/.test(text) ? Number(text) : fail(`${name} is not a year`);

/** A name with its blanks collapsed. */
export const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();
