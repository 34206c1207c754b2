import { groupBy } from "../../base/collections.ts";
import {
  holdersOf,
  type JointShare,
  type LoadedShare,
  middleOf,
  type ShareEntries,
  type ShareEntry,
  shareEntries,
} from "./share-entries.ts";

/** A coherent statement of a technology's supply: one basis, one data set, world shares in 0..1. */
export interface ShareRow extends ShareEntries {
  readonly basis: "production" | "headquarters" | "sales";
  readonly dataset: string;
  readonly year: number | null;
  /** Whether organisations' shares were added up by headquarters. */
  readonly derived: boolean;
  /** Unnamed supply at the low end of every figure; 1 for "various" only. */
  readonly unknown: number;
  readonly rows: readonly LoadedShare[];
}

const recentYears = 5;

/** How much more of supply a row must name for each year by which it is older, to be preferred. */
const worthAYear = 0.1;

const yearOf = ({ year }: ShareRow): number => year ?? 0;

/** Entries with a figure of their own. */
export const figuresOf = ({ entries }: ShareRow): readonly ShareEntry[] =>
  entries.filter(({ blank, joint }) => !blank && joint === undefined);

/** What a figure of several holders counts beside one of a single holder: how much each of them has is open. */
const worthTogether = 0.75;

const named = (figures: readonly JointShare[]): number =>
  figures.reduce((sum, figure) => sum + (figure.lift === 0.5 ? middleOf(figure) : figure.low), 0);

/** Part of supply of which the row says who holds it, at most 1: "at least" counts as what it says, a figure of several holders in part. */
const coverage = (row: ShareRow): number => Math.min(1, named(figuresOf(row)) + worthTogether * named(row.joint));

/** Rows that can contradict one another: places of making are compared with those, seats with seats. */
export const sameKind = (one: ShareRow, other: ShareRow): boolean => (one.basis === "production") === (other.basis === "production");

/** A holder's figure in an older and in a newer row, as written: what of it is open reaches 1. */
export interface Revision {
  readonly holder: string;
  readonly before: readonly [low: number, high: number];
  readonly after: readonly [low: number, high: number];
}

/** What a newer row says anew of the holders of an older one of its kind, one by one and of several together. */
export function revisionsOf(older: ShareRow, newer: ShareRow): readonly Revision[] {
  if (yearOf(newer) <= yearOf(older) || !sameKind(older, newer)) return [];
  const earlier = boundsOf(older);
  return [...boundsOf(newer)].flatMap(([holder, after]) => {
    const before = earlier.get(holder) ?? sumOf(holder, earlier);
    return before === undefined ? [] : [{ holder, before, after }];
  });
}

type Bounds = Revision["before"];

const boundsOf = ({ rows }: ShareRow): ReadonlyMap<string, Bounds> =>
  new Map(rows.flatMap(({ holder, low, high }) => (low === null ? [] : [[holder, [low, high ?? 1] as const]])));

/** What the holders of a joint figure had, if each of them has a figure of its own. */
function sumOf(several: string, figures: ReadonlyMap<string, Bounds>): Bounds | undefined {
  const holders = holdersOf(several);
  const parts = holders.flatMap((holder) => {
    const figure = figures.get(holder);
    return figure === undefined ? [] : [figure];
  });
  if (parts.length < holders.length) return undefined;
  const end = (at: 0 | 1): number => parts.reduce((sum, part) => sum + part[at], 0);
  return [end(0), Math.min(1, end(1))];
}

/** How far apart the two intervals of one holder must lie for the newer row to rule out the older. */
const apart = 0.1;

/** Distance of two intervals, negative where they overlap. */
export const gapOf = ({ before, after }: Revision): number => Math.max(after[0] - before[1], before[0] - after[1]);

const isRuledOut = (row: ShareRow, rows: readonly ShareRow[]): boolean =>
  rows.some((newer) => revisionsOf(row, newer).some((revision) => gapOf(revision) > apart));

function toRow(rows: readonly LoadedShare[], derived: boolean, economyOf: ReadonlyMap<string, string>): ShareRow | null {
  const { entries, joint, regions } = shareEntries(rows, (holder) => (derived ? economyOf.get(holder) : holder));
  const known = entries.filter((entry) => !entry.blank && entry.high > 0);
  if (known.length === 0 && !rows.some((share) => share.holder_kind === "unspecified" && share.low !== null)) return null;
  const first = rows[0]!;
  const years = rows.flatMap((share) => (share.year === null ? [] : [share.year]));
  return {
    basis: derived ? "headquarters" : (first.basis as ShareRow["basis"]),
    dataset: first.dataset,
    year: years.length > 0 ? Math.max(...years) : null,
    derived,
    entries,
    joint,
    regions,
    unknown: Math.max(0, 1 - [...known, ...joint].reduce((sum, { low }) => sum + low, 0)),
    rows,
  };
}

/** Groups shares into coherent rows: atlas rows by year; an outside data set by the newest figure of each holder. */
export function shareRowsOf(shares: readonly LoadedShare[], economyOf: ReadonlyMap<string, string>): readonly ShareRow[] {
  const groups = groupBy(shares, (share) =>
    [share.dataset, share.basis, isOfOrganisations(share) ? "organisation" : "economy", share.dataset === "atlas" ? share.year : ""].join(
      "|",
    ),
  );
  return [...groups.values()].flatMap((rows) => toRow(newestOfEach(rows), isOfOrganisations(rows[0]), economyOf) ?? []);
}

/** Ids of economies are in capitals; a joint figure names holders of one kind. */
const isOfOrganisations = ({ holder_kind, holder }: LoadedShare): boolean =>
  holder_kind === "organisation" || (holder_kind === "joint" && /^[a-z]/.test(holder));

function newestOfEach(rows: readonly LoadedShare[]): readonly LoadedShare[] {
  const newest = new Map<string, LoadedShare>();
  for (const share of rows) {
    const before = newest.get(share.holder);
    if (!before || (share.year ?? 0) > (before.year ?? 0)) newest.set(share.holder, share);
  }
  return [...newest.values()];
}

const newestOf = (rows: readonly ShareRow[]): number => Math.max(...rows.map(yearOf));

/**
 * The row used, never mixed: production if it names half of the supply, else of production, headquarters and organisations by headquarters
 * that which names most; each year by which a row is older than the newest of all must be made up for, and a row that a newer one contradicts
 * is out. Of a basis an outside data set comes first if it is not older.
 */
export function chooseShareRow(all: readonly ShareRow[]): ShareRow | null {
  const rows = all.filter((row) => !isRuledOut(row, all));
  const newest = newestOf(rows);
  const worth = (row: ShareRow): number => coverage(row) - worthAYear * (newest - yearOf(row));
  const best = (of: readonly ShareRow[]): ShareRow | null => {
    const outside = of.filter((row) => row.dataset !== "atlas" && yearOf(row) >= newestOf(of));
    const pool = outside.length > 0 ? outside : of.filter((row) => yearOf(row) >= newestOf(of) - recentYears);
    return pool.reduce<ShareRow | null>((winner, row) => {
      const gain = winner === null ? 1 : worth(row) - worth(winner);
      return gain > 1e-9 || (Math.abs(gain) <= 1e-9 && yearOf(row) > yearOf(winner!)) ? row : winner;
    }, null);
  };
  const production = best(rows.filter((row) => row.basis === "production"));
  if (production && worth(production) >= 0.5) return production;
  const headquarters = best(rows.filter((row) => row.basis === "headquarters" && !row.derived));
  const summed = best(rows.filter((row) => row.derived));
  return [production, headquarters, summed].reduce<ShareRow | null>(
    (winner, row) => (row && (winner === null || worth(row) > worth(winner) + 1e-9) ? row : winner),
    null,
  );
}
