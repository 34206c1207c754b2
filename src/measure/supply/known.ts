import { endOf, fullDay, lastDay } from "../../base/days.ts";
import type { Row } from "../../base/tables.ts";

/** A fact with two dates: the year it is of, and the day since which it was known where that is not the day of its document. */
export interface DatedFact {
  readonly year?: number | null;
  /** Of a count over several years, the last of them. */
  readonly year_to?: number | null;
  /** Of an event, a year, a month or a day. */
  readonly date?: string | null;
  readonly known: string | null;
  readonly source: string | null;
}

/**
 * Since when a fact was known, `YYYY-MM-DD`: its own day, else that on which its document was published. A date of a month or a year counts
 * from its last day, or from the day of the newest document of all where that is earlier, since the fact was collected with it. `null`
 * where neither has a date.
 */
export function createKnownSince(documents: readonly Row<"document">[]): (fact: DatedFact) => string | null {
  const published = new Map(documents.flatMap(({ id, published: day }) => (day === null ? [] : [[id, day] as const])));
  const collected = newestOf(documents);
  return ({ known, source }) => {
    const day = known ?? (source === null ? undefined : published.get(source));
    return day === undefined ? null : lastDayUntil(day, collected);
  };
}

/**
 * Whether a fact was known by a day, `YYYY-MM-DD`. One whose document has no date is known since the last day of what it is of, or since the
 * newest document where that is not told; one without a document since the year that it is of.
 */
export function createKnownBy(documents: readonly Row<"document">[], day: string): (fact: DatedFact) => boolean {
  const since = createKnownSince(documents);
  const collected = newestOf(documents);
  const loaded = new Set(documents.map(({ id }) => id));
  const withoutDate = (fact: DatedFact): string => {
    const of = fact.year_to ?? fact.year ?? fact.date ?? null;
    const hasDocument = fact.source !== null && loaded.has(fact.source);
    if (of === null) return hasDocument ? collected : "";
    return hasDocument ? lastDayUntil(String(of), collected) : fullDay(String(of));
  };
  return (fact) => (since(fact) ?? withoutDate(fact)) <= day;
}

/** Whether a document was out by a day, `YYYY-MM-DD`; one without a date was. */
export function createOutBy(documents: readonly Row<"document">[], day: string): (id: string) => boolean {
  const since = createKnownSince(documents);
  return (id) => (since({ known: null, source: id }) ?? "") <= day;
}

/**
 * Rows as they are told on a day: without document and note where the document is of a later day. Facts that are known since then only stay as
 * they are, to be left out by `createKnownBy`.
 */
export function createToldBy(isOut: (document: string) => boolean): <R extends object>(row: R) => R {
  return <R extends Partial<Pick<Row<"share">, "source" | "note" | "known">>>(row: R): R => {
    if (row.known === null || row.source == null || isOut(row.source)) return row;
    return { ...row, source: null, ...(row.note === undefined ? {} : { note: null }) };
  };
}

/** The first day by which the newest document was out; empty without any date. */
function newestOf(documents: readonly Row<"document">[]): string {
  const newest = lastDay(documents.map(({ published }) => published));
  return newest === null ? "" : fullDay(newest);
}

/** The last day that a date may mean, or the day on which all was collected where that lies before it. */
function lastDayUntil(date: string, collected: string): string {
  const latest = endOf(date);
  return collected >= fullDay(date) && collected < latest ? collected : latest;
}
