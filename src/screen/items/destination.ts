import type { ChartRow, ItemBook } from "./book.ts";

/** A destination as the Country Chart knows it. */
export interface Destination {
  readonly economy: string;
  /** Its own row, or that of the economy that governs it; `null` where the chart has neither. */
  readonly row: ChartRow | null;
  /** Of the row that governs it: group membership follows it too. */
  readonly governedBy: string | null;
  /** Rules elsewhere that bind it whatever the item is: an embargo, sanctions of a footnote. */
  readonly elsewhere: readonly string[];
  readonly notes: readonly string[];
}

const eccn = /\b\d[A-E]\d{3}\b/g;

/** Looks a destination up for one entry. Footnotes that name other entries only, or goods of theirs, are notes and bind nothing. */
export function destinationOf(book: ItemBook, economy: string, item: string): Destination {
  const own = book.chart.get(economy) ?? null;
  const governing = own?.row.governed_by ?? null;
  const row = governing === null ? own : (book.chartByPlace.get(governing) ?? null);
  const footnotes = row?.footnotes ?? [];
  const binding = footnotes.filter(({ text }) => binds(text ?? "", item));
  const footnoteText = (each: (typeof footnotes)[number]): string =>
    `footnote ${each.number} of the Country Chart: ${each.text ?? "not loaded"}`;
  return {
    economy,
    row,
    governedBy: row?.row.economy === economy ? null : (row?.row.economy ?? null),
    elsewhere: [
      ...(row === null ? [`${economy} has no row in the Country Chart: unknown, which does not mean unrestricted`] : []),
      ...(row?.row.pointer ? [row.row.pointer] : []),
      ...binding.map(footnoteText),
    ],
    notes: [...(own?.row.basis ? [own.row.basis] : []), ...footnotes.filter((each) => !binding.includes(each)).map(footnoteText)],
  };
}

/** Sanctions and requirements for every item, or for this entry. */
function binds(text: string, item: string): boolean {
  if (/\bany ECCN\b|\ball items\b/.test(text)) return true;
  const named: readonly string[] = text.match(eccn) ?? [];
  return named.length > 0 ? named.includes(item) : /§ 746\./.test(text);
}
