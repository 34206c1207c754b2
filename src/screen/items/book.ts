import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";

/** Rows of control lists, Country Chart and country groups, all editions. */
export interface ItemRows {
  readonly items: readonly Row<"control_item">[];
  readonly paragraphs: readonly Row<"item_paragraph">[];
  readonly reasons: readonly Row<"item_reason">[];
  readonly exceptions: readonly Row<"item_exception">[];
  readonly chart: readonly Row<"chart_row">[];
  readonly marks: readonly Row<"chart_mark">[];
  readonly footnotes: readonly Row<"chart_footnote">[];
  readonly groups: readonly Row<"economy_group">[];
  readonly allDestinations: readonly Row<"all_destinations">[];
}

export interface Entry {
  readonly item: Row<"control_item">;
  readonly paragraphs: readonly Row<"item_paragraph">[];
  readonly reasons: readonly Row<"item_reason">[];
  readonly exceptions: readonly Row<"item_exception">[];
}

export interface ChartRow {
  readonly row: Row<"chart_row">;
  readonly marks: ReadonlySet<string>;
  readonly footnotes: readonly Row<"chart_footnote">[];
}

/** One edition of the control list with the chart and groups then valid. */
export interface ItemBook {
  readonly edition: string;
  readonly chartEdition: string | null;
  readonly entries: ReadonlyMap<string, Entry>;
  /** By economy, and by place name for rows that govern others. */
  readonly chart: ReadonlyMap<string, ChartRow>;
  readonly chartByPlace: ReadonlyMap<string, ChartRow>;
  /** Entries that need a licence for every destination. */
  readonly allDestinations: readonly Row<"all_destinations">[];
  /** Group members by economy. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
}

export const editionsOf = ({ items }: ItemRows): readonly string[] => [...new Set(items.map(({ edition }) => edition))].sort();

const books = new WeakMap<ItemRows, Map<string, ItemBook>>();

/** The edition in use on a day, cached; `null` if none is that old. */
export function bookOn(rows: ItemRows, day: string): ItemBook | null {
  const edition = last(editionsOf(rows), day);
  if (edition === null) return null;
  const daysOf = (list: readonly { readonly edition: string }[]): readonly string[] => [...new Set(list.map((row) => row.edition))].sort();
  const [chartEdition, groupEdition] = [last(daysOf(rows.chart), day), last(daysOf(rows.groups), day)];
  const kept = books.get(rows) ?? new Map<string, ItemBook>();
  books.set(rows, kept);
  const key = [edition, chartEdition, groupEdition].join(" ");
  const known = kept.get(key) ?? makeBook(rows, edition, chartEdition, groupEdition);
  kept.set(key, known);
  return known;
}

function makeBook(rows: ItemRows, edition: string, chartEdition: string | null, groupEdition: string | null): ItemBook {
  const of = <R extends { readonly edition: string }>(list: readonly R[], day: string | null): readonly R[] =>
    list.filter((row) => row.edition === day);
  const chart = chartRows(of(rows.chart, chartEdition), of(rows.marks, chartEdition), of(rows.footnotes, chartEdition));
  return {
    edition,
    chartEdition,
    entries: entriesOf(rows, edition),
    chart: new Map(chart.flatMap((each) => (each.row.economy === null ? [] : [[each.row.economy, each] as const]))),
    chartByPlace: new Map(chart.map((each) => [each.row.place, each])),
    groups: groupsOf(of(rows.groups, groupEdition)),
    allDestinations: of(rows.allDestinations, chartEdition),
  };
}

const last = (days: readonly string[], day: string): string | null => days.filter((each) => each <= day).at(-1) ?? null;

function entriesOf(rows: ItemRows, edition: string): ReadonlyMap<string, Entry> {
  const grouped = <R extends { readonly edition: string; readonly item: string }>(list: readonly R[]) =>
    groupBy(
      list.filter((row) => row.edition === edition),
      ({ item }) => item,
    );
  const [paragraphs, reasons, exceptions] = [grouped(rows.paragraphs), grouped(rows.reasons), grouped(rows.exceptions)];
  const items = rows.items.filter((row) => row.edition === edition);
  return new Map(
    items.map((item) => [
      item.item,
      {
        item,
        paragraphs: paragraphs.get(item.item) ?? [],
        reasons: reasons.get(item.item) ?? [],
        exceptions: exceptions.get(item.item) ?? [],
      },
    ]),
  );
}

function chartRows(
  rows: readonly Row<"chart_row">[],
  marks: readonly Row<"chart_mark">[],
  footnotes: readonly Row<"chart_footnote">[],
): readonly ChartRow[] {
  return rows.map((row) => ({
    row,
    marks: new Set(marks.flatMap(({ place, column }) => (place === row.place ? [column] : []))),
    footnotes: footnotes.filter(({ place }) => place === row.place),
  }));
}

function groupsOf(rows: readonly Row<"economy_group">[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { group, economy } of rows) {
    const members = groups.get(group) ?? new Set<string>();
    if (economy !== null) members.add(economy);
    groups.set(group, members);
  }
  return groups;
}

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
