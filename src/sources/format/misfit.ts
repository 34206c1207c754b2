import { listed } from "../../base/words.ts";
import { nearName } from "../../link/near-name.ts";
import { quotedNames } from "./seen-file.ts";

/** A layout as a user knows it, and the columns that a table must have for it. */
export interface NeededColumns {
  readonly name: string;
  readonly needs: readonly string[];
}

/** Why a table is in none of some layouts. */
export interface Misfit {
  /** In words, to stand behind "F is not a ... ". */
  readonly reason: string;
  /** Of the nearest layout. */
  readonly missing: readonly string[];
  /** Its columns that are missing but for their spelling: what it has in place of each. */
  readonly near: Readonly<Record<string, string>>;
}

/** Of the layout that a table with these columns comes nearest to: which columns it lacks, and which of its own may be them. */
export function misfit(columns: readonly string[], layouts: readonly NeededColumns[]): Misfit | null {
  const named = columns.filter((column) => column !== "");
  if (named.length === 0 || layouts.length === 0) return null;
  const [best] = layouts.map((layout) => compared(named, layout)).sort((a, b) => b.fits - a.fits);
  if (best === undefined || best.fits === 0) {
    return { reason: `it has no column of a known layout; it begins with ${quotedNames(named)}`, missing: [], near: {} };
  }
  const lacking = best.missing.map((column) => {
    const own = best.near[column];
    return own === undefined ? `"${column}"` : `"${column}" (its "${own.slice(0, 40)}" may be that)`;
  });
  return { reason: `of ${best.name}, which is nearest, it lacks ${listed(lacking)}`, missing: best.missing, near: best.near };
}

/** Columns compared by spelling with those that are missing; the header of a table has fewer. */
const mostCompared = 300;

function compared(columns: readonly string[], { name, needs }: NeededColumns) {
  const has = new Set(columns);
  const free = columns.slice(0, mostCompared).filter((column) => !needs.includes(column));
  const missing = needs.filter((column) => !has.has(column));
  const near = Object.fromEntries(
    missing.flatMap((column) => {
      const own = nearName(column, free);
      return own === null ? [] : [[column, own]];
    }),
  );
  return { name, missing, near, fits: (needs.length - missing.length + Object.keys(near).length / 2) / needs.length };
}
