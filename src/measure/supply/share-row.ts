import { groupBy } from "../../base/collections.ts";
import { type LoadedShare, middleOf, type ShareEntries, shareEntries } from "./share-entries.ts";

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

/** Named part of supply at middle figures, at most 1. */
function coverage(row: ShareRow): number {
  const single = row.entries.reduce((sum, entry) => sum + (entry.blank || entry.joint !== undefined ? 0 : middleOf(entry)), 0);
  return Math.min(1, single + row.joint.reduce((sum, joint) => sum + middleOf(joint), 0));
}

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
  return [...groups.values()].flatMap((rows) => toRow(newestOfEach(rows), isOfOrganisations(rows[0]!), economyOf) ?? []);
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

/**
 * Preferred row of a basis: an outside data set if not older, else of the rows of recent years the one that names most supply, where each
 * year of age must be made up for.
 */
function best(rows: readonly ShareRow[]): ShareRow | null {
  const newest = Math.max(...rows.map((row) => row.year ?? 0));
  const outside = rows.filter((row) => row.dataset !== "atlas" && (row.year ?? 0) >= newest);
  const pool = outside.length > 0 ? outside : rows.filter((row) => (row.year ?? 0) >= newest - recentYears);
  const worth = (row: ShareRow): number => coverage(row) - worthAYear * (newest - (row.year ?? 0));
  return pool.reduce<ShareRow | null>((winner, row) => {
    const gain = winner === null ? 1 : worth(row) - worth(winner);
    return gain > 1e-9 || (Math.abs(gain) <= 1e-9 && (row.year ?? 0) > (winner!.year ?? 0)) ? row : winner;
  }, null);
}

/** The row used: production if it names half of the supply, else headquarters, else organisations by headquarters; never mixed. */
export function chooseShareRow(rows: readonly ShareRow[]): ShareRow | null {
  const production = best(rows.filter((row) => row.basis === "production"));
  if (production && coverage(production) >= 0.5) return production;
  const headquarters = best(rows.filter((row) => row.basis === "headquarters" && !row.derived));
  const summed = best(rows.filter((row) => row.derived));
  return [production, headquarters, summed].reduce<ShareRow | null>(
    (winner, row) => (row && (winner === null || coverage(row) > coverage(winner) + 1e-9) ? row : winner),
    null,
  );
}
