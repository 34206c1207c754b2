import { csvRecord } from "../../../../src/answers/shared/csv-line.ts";

/** Rows of an invented table of what others published, as text, that a test changes in what it is about. */

const row = {
  id: "one",
  scenario: "invented",
  question: "no resist for a year",
  quantity: "loss",
  target: "AA",
  low: "1",
  high: "2",
  unit: "USD bn",
  ours: "usd",
  months: "12",
  title: "A model",
  publisher: "A house",
  year: "2024",
  url: "https://example.org/model",
  note: "about",
  why: "theirs has more in it",
};

export type InventedRow = Partial<typeof row>;

export const publishedRow = (more: InventedRow = {}): typeof row => ({ ...row, ...more });

export const publishedTable = (...rows: readonly InventedRow[]): string =>
  [Object.keys(row), ...rows.map((more) => Object.values(publishedRow(more)))].map((cells) => `${csvRecord(cells)}\n`).join("");
