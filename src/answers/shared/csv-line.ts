/** A cell of a table: text, a figure, or nothing where it is unknown. */
export type Cell = string | number | null;

/** A record of RFC 4180 without its line end: cells with a comma, quote or line end in them are quoted. */
export const csvRecord = (cells: readonly Cell[]): string => cells.map(quoted).join(",");

/** A record in which no text runs as a formula. */
export const csvLine = (cells: readonly Cell[]): string => csvRecord(cells.map((cell) => (typeof cell === "string" ? asText(cell) : cell)));

/** Text that begins like a formula gets an apostrophe before it, so that no spreadsheet runs what a list says. */
export const asText = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) && !figure.test(text) ? `'${text}` : text);

function quoted(value: Cell): string {
  if (value === null) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const figure = /^[+-]?\d+(?:\.\d+)?$/;
