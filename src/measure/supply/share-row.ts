import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";

/** A loaded share and its data set. */
export type LoadedShare = Row<"share"> & { readonly dataset: string };

export interface ShareEntry {
  readonly holder: string;
  readonly low: number;
  readonly high: number;
  /** Named without a figure, or flagged negligible: part of the unknown. */
  readonly blank: boolean;
}

/** A coherent statement of a technology's supply: one basis, one data set, world shares in 0..1. */
export interface ShareRow {
  readonly basis: "production" | "headquarters" | "sales";
  readonly dataset: string;
  readonly year: number | null;
  /** Whether organisations' shares were added up by headquarters. */
  readonly derived: boolean;
  /** Largest first. An economy may have two entries: firms with figures, and blanks. */
  readonly entries: readonly ShareEntry[];
  /** A region's figure bounds members without one: region -> share. */
  readonly regions: readonly { readonly region: string; readonly share: number }[];
  /** Unnamed supply at the low end of every figure; 1 for "various" only. */
  readonly unknown: number;
  readonly rows: readonly LoadedShare[];
}

const recentYears = 5;

/** Named part of supply at middle figures, at most 1. */
const coverage = (row: ShareRow): number =>
  Math.min(
    1,
    row.entries.reduce((sum, entry) => sum + (entry.blank ? 0 : (entry.low + entry.high) / 2), 0),
  );

function toRow(rows: readonly LoadedShare[], derived: boolean, economyOf: ReadonlyMap<string, string>): ShareRow | null {
  const entries = new Map<string, ShareEntry>();
  const regions: { region: string; share: number }[] = [];
  for (const share of rows) {
    if (share.holder_kind === "region") {
      if (share.high !== null) regions.push({ region: share.holder, share: share.high });
      continue;
    }
    if (share.holder_kind === "unspecified") continue;
    const holder = derived ? economyOf.get(share.holder) : share.holder;
    if (holder === undefined) continue;
    const blank = share.low === null || share.high === null || share.flag === "negligible";
    const key = `${holder}|${blank}`;
    const before = entries.get(key);
    const low = (before?.low ?? 0) + (share.low ?? 0);
    const high = Math.min(1, (before?.high ?? 0) + (share.high ?? 0));
    entries.set(key, { holder, low, high, blank });
  }
  const known = [...entries.values()].filter((entry) => !entry.blank && entry.high > 0);
  if (known.length === 0 && !rows.some((share) => share.holder_kind === "unspecified" && share.low !== null)) return null;
  const first = rows[0]!;
  const years = rows.flatMap((share) => (share.year === null ? [] : [share.year]));
  return {
    basis: derived ? "headquarters" : (first.basis as ShareRow["basis"]),
    dataset: first.dataset,
    year: years.length > 0 ? Math.max(...years) : null,
    derived,
    entries: [...entries.values()].sort((a, b) => b.high - a.high || a.holder.localeCompare(b.holder)),
    regions,
    unknown: Math.max(0, 1 - known.reduce((sum, entry) => sum + entry.low, 0)),
    rows,
  };
}

/** Groups shares into coherent rows: atlas rows by year; an outside data set by the newest figure of each holder. */
export function shareRowsOf(shares: readonly LoadedShare[], economyOf: ReadonlyMap<string, string>): readonly ShareRow[] {
  const groups = groupBy(shares, ({ holder_kind, dataset, basis, year }) =>
    [dataset, basis, holder_kind === "organisation" ? "organisation" : "economy", dataset === "atlas" ? year : ""].join("|"),
  );
  return [...groups.values()].flatMap((rows) => toRow(newestOfEach(rows), rows[0]!.holder_kind === "organisation", economyOf) ?? []);
}

function newestOfEach(rows: readonly LoadedShare[]): readonly LoadedShare[] {
  const newest = new Map<string, LoadedShare>();
  for (const share of rows) {
    const before = newest.get(share.holder);
    if (!before || (share.year ?? 0) > (before.year ?? 0)) newest.set(share.holder, share);
  }
  return [...newest.values()];
}

/** Preferred row of a basis: an outside data set if not older, else the recent year with most supply named. */
function best(rows: readonly ShareRow[]): ShareRow | null {
  const newest = Math.max(...rows.map((row) => row.year ?? 0));
  const outside = rows.filter((row) => row.dataset !== "atlas" && (row.year ?? 0) >= newest);
  const pool = outside.length > 0 ? outside : rows.filter((row) => (row.year ?? 0) >= newest - recentYears);
  return pool.reduce<ShareRow | null>((winner, row) => {
    if (winner === null) return row;
    const gain = coverage(row) - coverage(winner);
    return gain > 1e-9 || (Math.abs(gain) <= 1e-9 && (row.year ?? 0) > (winner.year ?? 0)) ? row : winner;
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
