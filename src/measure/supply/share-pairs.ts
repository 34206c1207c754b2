import { groupBy } from "../../base/collections.ts";
import type { LoadedShare } from "./share-entries.ts";

/** A figure of a share at a date. */
export interface DatedFigure {
  readonly low: number;
  readonly high: number;
  /** Calendar year, or a fraction of it for an edition with a month. */
  readonly year: number;
  /** Since when it was known, `YYYY-MM-DD`; `null`: not known. */
  readonly known: string | null;
  readonly source: string | null;
}

/** Two figures of the share of the holder that was the greatest at the first of them, of one technology and one kind of place. */
export interface DatedPair {
  readonly technology: string;
  readonly holder: string;
  readonly basis: LoadedShare["basis"];
  readonly before: DatedFigure;
  readonly after: DatedFigure;
  /** Whether no figure lies between, so that steps of one technology do not overlap. */
  readonly isStep: boolean;
}

export const middleShare = ({ low, high }: Pick<DatedFigure, "low" | "high">): number => (low + high) / 2;
export const yearsOf = ({ before, after }: Pick<DatedPair, "before" | "after">): number => after.year - before.year;

/** A wider figure says too little of a change. */
const widest = 0.2;

type Known = LoadedShare & { readonly low: number; readonly high: number; readonly year: number };

const isNarrow = (share: LoadedShare): share is Known =>
  share.low !== null && share.high !== null && share.year !== null && share.flag === null && share.high - share.low <= widest;

/**
 * All pairs of years with a figure of the same holder and of the same kind: made there, or seated there. The holder is the greatest of the
 * first year, and nobody unnamed can be greater. One-sided figures only rank holders. A pair that two technologies share counts once.
 */
export function sharePairs(shares: readonly LoadedShare[], knownSince: (share: LoadedShare) => string | null): readonly DatedPair[] {
  const figureOf = (share: Known): DatedFigure => ({
    low: share.low,
    high: share.high,
    year: share.year,
    known: knownSince(share),
    source: share.source,
  });
  const ofEconomies = shares.filter(({ holder_kind, year, low }) => holder_kind === "economy" && year !== null && low !== null);
  const series = groupBy(ofEconomies, ({ technology, basis }) => `${technology}|${basis === "production" ? basis : "headquarters"}`);
  const pairs = [...series.values()].flatMap((rows) => {
    const years = [...groupBy(rows, ({ year }) => year!)].sort(([a], [b]) => a - b).map(([, ofYear]) => ofYear);
    return years.flatMap((ofYear, i) => {
      const top = topOf(ofYear);
      if (top === null) return [];
      const later = years.slice(i + 1).flatMap((next) => narrowest(next.filter(({ holder }) => holder === top.holder)) ?? []);
      return later.map((share, at) => ({
        technology: top.technology,
        holder: top.holder,
        basis: top.basis,
        before: figureOf(top),
        after: figureOf(share),
        isStep: at === 0,
      }));
    });
  });
  return [...new Map(pairs.map((pair) => [figuresKey(pair), pair])).values()];
}

const figuresKey = ({ holder, before, after }: DatedPair): string =>
  [holder, ...[before, after].flatMap(({ low, high, year }) => [low, high, year])].join("|");

/** The row of the greatest holder of a year, if it has a narrow figure and all that is not named could not make another greater. */
function topOf(rows: readonly LoadedShare[]): Known | null {
  const holders = new Map(rows.map(({ holder }) => [holder, Math.max(...rows.flatMap((row) => (row.holder === holder ? row.low! : [])))]));
  const [first] = [...holders].sort(([, a], [, b]) => b - a);
  const unnamed = 1 - [...holders.values()].reduce((sum, low) => sum + low, 0);
  if (first === undefined || first[1] < unnamed - roundingOfSums) return null;
  return narrowest(rows.filter(({ holder }) => holder === first[0]));
}

const roundingOfSums = 1e-9;

function narrowest(rows: readonly LoadedShare[]): Known | null {
  return rows.filter(isNarrow).sort((a, b) => a.high - a.low - (b.high - b.low))[0] ?? null;
}
