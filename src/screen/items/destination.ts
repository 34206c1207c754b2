import type { ChartRow, ItemBook } from "./book.ts";

export interface Destination {
  readonly economy: string;
  /** Its own row or that of its governing economy; `null` without either. */
  readonly row: ChartRow | null;
  /** Governing economy; group membership follows it too. */
  readonly governedBy: string | null;
  /** Rules that bind the destination for any item: embargoes, sanctions in footnotes. */
  readonly elsewhere: readonly string[];
  readonly notes: readonly string[];
}

const eccn = /\b\d[A-E]\d{3}\b/g;

/** A destination for one entry. Footnotes about other entries become notes. */
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

function binds(text: string, item: string): boolean {
  if (/\bany ECCN\b|\ball items\b/.test(text)) return true;
  const named: readonly string[] = text.match(eccn) ?? [];
  return named.length > 0 ? named.includes(item) : /§ 746\./.test(text);
}
