import { groupBy } from "../../base/collections.ts";
import { dayOf, fullDay, lastDay } from "../../base/days.ts";
import type { Row } from "../../base/tables.ts";
import type { Edition } from "./editions.ts";

/** A load, in loading order; `edition`: day given by the user; `dataset`: file name. */
export interface ListLoad {
  readonly id: string;
  readonly edition: string | null;
  readonly dataset: string;
}

type Of<R> = R & { readonly load_id: string };
type Party = Of<Row<"party_entry">>;
/** `emptied`: why an edition has no rows. */
type PrintedEdition = Of<Row<"list_edition">> & { readonly emptied?: string };

/** The valid copies of lists, one per day and reading. */
export interface Copies {
  readonly editions: readonly Edition[];
  /** Rows of these copies with the copy's day; entries of older loads have that day in their key. */
  readonly parties: readonly Party[];
  /** Rows that belong to those entries, under their present keys. */
  of<R extends { readonly load_id: string; readonly entry: string }>(rows: readonly R[]): readonly R[];
}

export interface CopyAge {
  /** Day given by the user, else by the file; `null` unknown. */
  readonly day: string | null;
  /** Position in loading order. */
  readonly order: number;
  /** Last day in any row of the file. */
  readonly latest: string | null;
}

/** One load of one list in one reading: an edition, or a snapshot. */
interface Copy extends CopyAge, Pick<PrintedEdition, "load_id" | "origin" | "list" | "kind"> {
  /** Days of its rows; several where rows are dated individually. */
  readonly printed: readonly (string | null)[];
  readonly file: string;
  readonly rows: number;
  readonly emptied: readonly string[];
}

/**
 * Selects copies of each list: per day the last loaded, and of undated ones only the newest; otherwise delisted parties would remain.
 * `loads` in loading order.
 */
export function chooseCopies(parties: readonly Party[], editions: readonly PrintedEdition[], loads: readonly ListLoad[]): Copies {
  const kept = new Map<string, { readonly day: string | null; readonly suffix: string }>();
  const chosen = [...groupBy(copiesOf(parties, editions, loads), ({ origin, list }) => `${origin} ${list}`).values()].flatMap((copies) => {
    const { counting, newest } = countingOf(copies);
    for (const copy of counting) {
      const suffix = copy.day === null || copy.load_id === newest.load_id ? "" : `/${fullDay(copy.day)}`;
      for (const day of copy.printed) kept.set(placeOf(copy, day), { day: copy.day, suffix });
    }
    const left = copies.flatMap((copy) => (counting.includes(copy) ? [] : [leftOut(copy, counting, newest)]));
    return counting.map(({ list, origin, kind, day, emptied }): Edition => ({ list, origin, kind, day, left, emptied }));
  });
  const keys = new Map<string, string>();
  const rows = parties.flatMap((party): readonly Party[] => {
    const copy = kept.get(placeOf(party, party.edition));
    if (copy === undefined) return [];
    // Keys of a file of several editions have the day already.
    const entry = party.entry.endsWith(copy.suffix) ? party.entry : party.entry + copy.suffix;
    keys.set(`${party.load_id} ${party.entry}`, entry);
    return [{ ...party, entry, edition: copy.day }];
  });
  return {
    editions: chosen,
    parties: rows,
    of: (others) =>
      others.flatMap((row) => {
        const entry = keys.get(`${row.load_id} ${row.entry}`);
        return entry === undefined ? [] : [entry === row.entry ? row : { ...row, entry }];
      }),
  };
}

const placeOf = ({ load_id, origin, list }: Pick<Party, "load_id" | "origin" | "list">, day: string | null): string =>
  [load_id, origin, list, day].join(" ");

function copiesOf(parties: readonly Party[], editions: readonly PrintedEdition[], loads: readonly ListLoad[]): readonly Copy[] {
  const byId = new Map(loads.map((load, order) => [load.id, { ...load, order }]));
  const rows = groupBy(parties, (party) => placeOf(party, party.edition));
  const latest = latestDates(parties);
  const byCopy = groupBy(editions, (each) => (each.kind === "snapshot" ? placeOf(each, "snapshot") : placeOf(each, each.day)));
  return [...byCopy.values()].map((same) => {
    const { load_id, origin, list, kind } = same[0];
    const [load, printed] = [byId.get(load_id), same.map(({ day }) => day)];
    return {
      ...{ load_id, origin, list, kind, printed },
      day: (kind === "snapshot" ? load?.edition : null) ?? lastDay(printed),
      order: load?.order ?? -1,
      latest: latest.get(load_id) ?? null,
      file: load?.dataset ?? load_id,
      rows: printed.reduce((total, day) => total + (rows.get(placeOf(same[0], day))?.length ?? 0), 0),
      emptied: [...new Set(same.flatMap((each) => each.emptied ?? []))],
    };
  });
}

/** The last day in any row of each load. */
export const latestDates = (parties: readonly Party[]): ReadonlyMap<string, string | null> =>
  new Map([...groupBy(parties, ({ load_id }) => load_id)].map(([id, own]) => [id, latestDate(own)]));

export const latestDate = (parties: readonly Row<"party_entry">[]): string | null =>
  lastDay(parties.flatMap(({ published, effective }) => [published, effective]));

/** The valid copies and the newest; an undated one comes last. */
function countingOf(copies: readonly Copy[]): { readonly counting: readonly Copy[]; readonly newest: Copy } {
  const best = newestOf(copies);
  const counting = copies.filter((copy) =>
    copy.day === null ? copy.load_id === best.load_id : copies.every((each) => !isSameDay(each, copy) || each.order <= copy.order),
  );
  return { counting, newest: counting.find(({ day }) => day === null) ?? newestOf(counting) };
}

const isSameDay = (a: CopyAge, b: CopyAge): boolean => a.day !== null && b.day !== null && fullDay(a.day) === fullDay(b.day);

/** Assumed: every list gets a dated row within a year; a file without one is older. */
const daysOfLag = 366;

/** Whether a copy is newer: by day if both have one, else by loading order, unless its contents are too old. */
export function isNewer(copy: CopyAge, other: CopyAge): boolean {
  if (copy.day !== null && other.day !== null)
    return isSameDay(copy, other) ? copy.order > other.order : fullDay(copy.day) > fullDay(other.day);
  const [own, others] = [dayOf(copy.latest), dayOf(other.latest)];
  const ahead = own === null || others === null ? 0 : own - others;
  return Math.abs(ahead) > daysOfLag ? ahead > 0 : copy.order > other.order;
}

export const newestOf = <C extends CopyAge>(copies: readonly C[]): C => copies.reduce((best, each) => (isNewer(each, best) ? each : best));

function leftOut(copy: Copy, counting: readonly Copy[], newest: Copy): string {
  const { file, rows, day } = copy;
  const instead = counting.find((each) => isSameDay(each, copy)) ?? newest;
  return `another copy of it (${file}, ${rows} ${rows === 1 ? "row" : "rows"}, ${day === null ? "its day not known" : `of ${day}`}) is left out: ${instead.file} is taken for the newer one`;
}
