/** A cell of a table: text, a figure, or nothing where it is unknown. */
export type Cell = string | number | null;

/**
 * A record of RFC 4180 without its line end: cells with a comma, quote or line end in them are quoted. Text that begins like a formula gets
 * an apostrophe before it, so that no spreadsheet runs what a list or a file of names says.
 */
export const csvLine = (cells: readonly Cell[]): string => cells.map(cell).join(",");

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) && !figure.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const figure = /^[+-]?\d+(?:\.\d+)?$/;
