import { endOf, fullDay } from "../../base/days.ts";
import type { Row } from "../../base/tables.ts";

/** A fact with two dates: the year it is of, and the day since which it was known where that is not the day of its document. */
export interface DatedFact {
  readonly year?: number | null;
  /** Of a count over several years, the last of them. */
  readonly year_to?: number | null;
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
  const collected = [...published.values()].reduce((last, day) => (fullDay(day) > last ? fullDay(day) : last), "");
  return ({ known, source }) => {
    const day = known ?? (source === null ? undefined : published.get(source));
    if (day === undefined) return null;
    const latest = endOf(day);
    return collected !== "" && collected >= fullDay(day) && collected < latest ? collected : latest;
  };
}

/** Whether a fact was known by a day, `YYYY-MM-DD`; one of unknown day counts from the year that it is of. */
export function createKnownBy(documents: readonly Row<"document">[], day: string): (fact: DatedFact) => boolean {
  const since = createKnownSince(documents);
  const thisYear = Number(day.slice(0, 4));
  return (fact) => {
    const known = since(fact);
    return known === null ? (fact.year ?? fact.year_to ?? thisYear) <= thisYear : known <= day;
  };
}
