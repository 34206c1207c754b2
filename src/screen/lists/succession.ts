import { groupBy } from "../../base/collections.ts";
import { dayOf, lastDay } from "../../base/days.ts";
import type { Row } from "../../base/tables.ts";
import { type CopyAge, isNewer, type ListLoad, latestDates } from "./copies.ts";

type PrintedEdition = Row<"list_edition"> & { readonly load_id: string };

/** A file of lists: its reader, its name and the lists that it has rows of, each as `origin list`. */
export interface ListFile {
  readonly source: string;
  readonly dataset: string;
  readonly lists: ReadonlySet<string>;
}

/** An edition without rows: a list whose last row a newer copy of its file has left out. `emptied` says so. */
export type EmptiedEdition = PrintedEdition & { readonly emptied: string };

const dates = /(?:19|20)\d\d(?:[-_. ]?(?:0[1-9]|1[0-2])(?:[-_. ]?[0-3]\d)?)?(?!\d)/g;
const copyNumber = /\s*\(\d+\)(?=\.|$)/g;

/** The name of a file without dates and the number of a repeated download: the same for every copy of it. */
const stemOf = (dataset: string): string =>
  dataset
    .toLowerCase()
    .replace(copyNumber, "")
    .replace(dates, "")
    .replace(/[-_. ]+/g, ".");

const extensionOf = (dataset: string): string => /\.[a-z]+(?:\.gz)?$/.exec(dataset.toLowerCase())?.[0] ?? "";

/**
 * Whether one file is another copy of what the other held, so that a list that only the older has is empty now: it is called the same but
 * for dates, or is of the same kind and at least half of the lists of either are in both. A file of one list out of many, or of other lists
 * beside, never stands for the others.
 */
export function isNextCopy(older: ListFile, newer: ListFile): boolean {
  if (older.source !== newer.source) return false;
  if (stemOf(older.dataset) === stemOf(newer.dataset)) return true;
  if (extensionOf(older.dataset) !== extensionOf(newer.dataset)) return false;
  const common = [...older.lists].filter((list) => newer.lists.has(list)).length;
  return common > 0 && common * 2 >= older.lists.size && common * 2 >= newer.lists.size;
}

export const listOf = ({ origin, list }: Pick<PrintedEdition, "origin" | "list">): string => `${origin} ${list}`;

interface Held extends ListFile, CopyAge {
  readonly load: ListLoad;
  readonly editions: readonly PrintedEdition[];
}

/** Editions without rows for the lists whose last row a newer copy of their file has left out. `loads` in loading order. */
export function emptiedEditions(
  parties: readonly (Row<"party_entry"> & { readonly load_id: string })[],
  editions: readonly PrintedEdition[],
  loads: readonly (ListLoad & { readonly source: string })[],
): readonly EmptiedEdition[] {
  const byLoad = groupBy(editions, ({ load_id }) => load_id);
  const latest = latestDates(parties);
  const held = loads.map((load, order): Held => {
    const own = byLoad.get(load.id) ?? [];
    const day = load.edition ?? lastDay(own.map((each) => each.day)) ?? dayIn(load.dataset);
    return { ...load, load, editions: own, lists: new Set(own.map(listOf)), day, order, latest: latest.get(load.id) ?? null };
  });
  return held.flatMap((older) =>
    held
      .filter((newer) => newer !== older && isNextCopy(older, newer) && isNewer(newer, older))
      .flatMap((newer) =>
        older.editions.filter((own) => own.kind === "snapshot" && !newer.lists.has(listOf(own))).map(emptied(older, newer)),
      ),
  );
}

const emptied =
  ({ dataset }: Held, { load, day }: Held) =>
  ({ list, origin }: PrintedEdition): EmptiedEdition => ({
    ...{ list, origin, day, kind: "snapshot", note: null, load_id: load.id },
    emptied: `no row of it is left in ${load.dataset}, a newer copy of ${dataset}: it counts as empty${day === null ? "" : ` from ${day} on`}`,
  });

function dayIn(dataset: string): string | null {
  const [, year, month, day] = /(?<!\d)(20\d\d)[-_]?(0[1-9]|1[0-2])[-_]?([0-3]\d)(?!\d)/.exec(dataset) ?? [];
  const found = `${year}-${month}-${day}`;
  return dayOf(found) === null ? null : found;
}
