import { dayOf } from "../../base/days.ts";
import { groupBy } from "../../base/group-by.ts";
import type { Row } from "../../base/tables.ts";
import type { Edition } from "./editions.ts";

/** A load, in the order of loading; `edition` is what its user said of its day, `dataset` the name of its file. */
export interface ListLoad {
  readonly id: string;
  readonly edition: string | null;
  readonly dataset: string;
}

type Of<R> = R & { readonly load_id: string };
type Party = Of<Row<"party_entry">>;
type PrintedEdition = Of<Row<"list_edition">>;

/** The copies of lists that count, one a day for each reading of a list. */
export interface Copies {
  readonly editions: readonly Edition[];
  /** The rows of these copies, each with the day of its copy; an entry of another copy than the newest has that day in its key. */
  readonly parties: readonly Party[];
  /** Rows that belong to those entries, under the keys that these have now. */
  of<R extends { readonly load_id: string; readonly entry: string }>(rows: readonly R[]): readonly R[];
}

/** What one load has of one list in one reading, of one day. */
interface Copy {
  readonly printed: PrintedEdition;
  /** The day that its user gave, else that of the file; `null` if nobody told. */
  readonly day: string | null;
  readonly order: number;
  readonly file: string;
  /** The last day that any row of its file tells. */
  readonly latest: string | null;
  readonly rows: number;
}

/**
 * Chooses among several copies of one list: of each day the one loaded last, and of those whose day nobody told only the newest of all.
 * They would be pooled otherwise, and a party that a newer copy no longer has would stay. `loads` in the order of loading.
 */
export function chooseCopies(parties: readonly Party[], editions: readonly PrintedEdition[], loads: readonly ListLoad[]): Copies {
  const kept = new Map<string, { readonly day: string | null; readonly suffix: string }>();
  const chosen = [...groupBy(copiesOf(parties, editions, loads), ({ printed }) => `${printed.origin} ${printed.list}`).values()].flatMap(
    (copies) => {
      const counting = copies.filter((copy) => counts(copy, copies));
      const newest = counting.reduce((best, each) => ((each.day ?? "9999") >= (best.day ?? "9999") ? each : best));
      const files = new Set(counting.map(({ printed }) => printed.load_id)).size;
      for (const copy of counting)
        kept.set(placeOf(copy.printed, copy.printed.day), {
          day: copy.day,
          suffix: files === 1 || copy === newest ? "" : `/${fullDay(copy.day)}`,
        });
      const left = copies.filter((copy) => !counting.includes(copy)).map((copy) => leftOut(copy, newest));
      return counting.map(({ printed: { list, origin, kind }, day }): Edition => ({ list, origin, kind, day, left }));
    },
  );
  const keys = new Map<string, string>();
  const rows = parties.flatMap((party): readonly Party[] => {
    const copy = kept.get(placeOf(party, party.edition));
    if (copy === undefined) return [];
    const entry = party.entry + copy.suffix;
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
  const [rows, latest] = [new Map<string, number>(), new Map<string, string>()];
  for (const party of parties) {
    const place = placeOf(party, party.edition);
    rows.set(place, (rows.get(place) ?? 0) + 1);
    for (const day of [party.published, party.effective])
      if (day !== null && day > (latest.get(party.load_id) ?? "")) latest.set(party.load_id, day);
  }
  return editions.map((printed) => {
    const load = byId.get(printed.load_id);
    return {
      printed,
      day: printed.kind === "snapshot" ? (load?.edition ?? printed.day) : printed.day,
      order: load?.order ?? -1,
      file: load?.dataset ?? printed.load_id,
      latest: latest.get(printed.load_id) ?? null,
      rows: rows.get(placeOf(printed, printed.day)) ?? 0,
    };
  });
}

function counts(copy: Copy, copies: readonly Copy[]): boolean {
  if (copy.day !== null) return copies.filter(({ day }) => day === copy.day).every(({ order }) => order <= copy.order);
  return copies.reduce((best, each) => (isNewer(each, best) ? each : best)) === copy;
}

/** Assumed: no list in use goes a year without a row of a new day, so that a file that tells of none of the last is an older copy. */
const daysOfLag = 366;

/** Whether one copy is taken for newer than another where their days do not tell: it was loaded later, unless what it tells is too old. */
function isNewer(copy: Copy, other: Copy): boolean {
  const [own, others] = [dayOf(copy.latest), dayOf(other.latest)];
  const ahead = own === null || others === null ? 0 : own - others;
  return Math.abs(ahead) > daysOfLag ? ahead > 0 : copy.order > other.order;
}

const leftOut = ({ file, rows, day }: Copy, newest: Copy): string =>
  `another copy of it (${file}, ${rows} ${rows === 1 ? "row" : "rows"}, ${day === null ? "its day not known" : `of ${day}`}) is left out: ${newest.file} is taken for the newer one`;

/** A month or a year by its first day, as keys of entries have it. */
const fullDay = (day: string | null): string => `${day ?? ""}-01-01`.slice(0, 10);
