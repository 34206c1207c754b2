import { type BootstrapOptions, type Bounds, percentileInterval, usualDraws, usualLevel } from "./bootstrap.ts";
import { createTally, type ShareTally, type ShareUnit, shareColumns } from "./patent-share-tally.ts";

/** A share in 0..1 with the bootstrap interval of it. */
export interface EstimatedShare extends Bounds {
  readonly value: number;
}

/** What one holder has of a technology. */
export interface HolderPatentShare {
  readonly holder: string;
  /** Families that it holds alone or with others. */
  readonly units: number;
  /** Citations by other holders that its weight rests on. */
  readonly citations: number;
  /** Shares of counts. `null`: nothing in the technology is known to be in force. */
  readonly count: EstimatedShare;
  readonly countUnexpired: EstimatedShare | null;
  /** Shares of blocking weight; `null` where they rest on fewer than {@link leastCitations} citations by others. */
  readonly weight: EstimatedShare | null;
  readonly weightUnexpired: EstimatedShare | null;
}

/** Shares of the holders of a technology, greatest count first. */
export interface PatentShares {
  readonly holders: readonly HolderPatentShare[];
  readonly units: number;
  /** Left out of every share, of both parts of it. */
  readonly withoutHolder: number;
  /** Left out of the shares of weight. */
  readonly withoutWeight: number;
  /** Left out of the unexpired shares. */
  readonly withoutStatus: number;
}

/** Fewer citations by others than these give no share of weight. */
export const leastCitations = 10;

/**
 * Shares of a technology by holder: of counts and of blocking weight, all-time and unexpired. Units are drawn with replacement for the
 * interval, whole units at a time so that joint holders move together; within a draw every chance to be in force stands at one common
 * place of its interval, drawn evenly, since what is not known of survival is common to all. `value` has it in the middle.
 * Memory: 32 bytes × holders × draws; `most` keeps to the holders with the greatest counts.
 */
export function patentShares(units: readonly ShareUnit[], options: BootstrapOptions & { readonly most?: number }): PatentShares {
  const { most = Number.POSITIVE_INFINITY } = options;
  const held = units.filter((unit) => unit.holders.length > 0);
  const tally = createTally(held);
  const byCount = (a: number, b: number): number => tally.units[b]! - tally.units[a]! || (tally.names[a]! < tally.names[b]! ? -1 : 1);
  const rows = tally.names
    .map((_, row) => row)
    .sort(byCount)
    .slice(0, most);
  const estimates = estimateShares(tally, held.length, rows, options);
  return {
    holders: rows.map((row, at) => holderShare(tally, row, estimates[at]!)),
    units: units.length,
    withoutHolder: units.length - held.length,
    withoutWeight: held.filter((unit) => unit.weight === null).length,
    withoutStatus: held.filter((unit) => unit.q === null).length,
  };
}

type Estimates = readonly (EstimatedShare | null)[];

/** By row and column. */
function estimateShares(tally: ShareTally, count: number, rows: readonly number[], options: BootstrapOptions): readonly Estimates[] {
  const { random, draws = usualDraws, level = usualLevel } = options;
  const columns = shareColumns.length;
  const whole = tally
    .shares(
      Int32Array.from({ length: count }, (_, i) => i),
      0.5,
    )
    .slice();
  const drawn = rows.map(() => shareColumns.map(() => new Float64Array(draws)));
  const sample = new Int32Array(count);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < count; i++) sample[i] = random.below(count);
    const shares = tally.shares(sample, random.uniform());
    rows.forEach((row, at) => {
      for (let column = 0; column < columns; column++) drawn[at]![column]![draw] = shares[row * columns + column]!;
    });
  }
  return rows.map((row, at) =>
    shareColumns.map((_, column) => {
      const value = whole[row * columns + column]!;
      const bounds = percentileInterval(drawn[at]![column]!, level);
      return Number.isNaN(value) || bounds === null ? null : { value, ...bounds };
    }),
  );
}

function holderShare(tally: ShareTally, row: number, [count, countUnexpired, weight, weightUnexpired]: Estimates): HolderPatentShare {
  const rests = tally.citations[row]! >= leastCitations;
  return {
    holder: tally.names[row]!,
    units: tally.units[row]!,
    citations: tally.citations[row]!,
    count: count!,
    countUnexpired: countUnexpired ?? null,
    weight: (rests ? weight : null) ?? null,
    weightUnexpired: (rests ? weightUnexpired : null) ?? null,
  };
}
