import { epsilon } from "../../base/numbers.ts";
import { type BootstrapOptions, type Bounds, percentileInterval, usualDraws, usualLevel } from "../bootstrap.ts";
import { createTally, type SampledShares, type ShareTally, type ShareUnit, shareColumns } from "./patent-share-tally.ts";

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
  /**
   * Shares of blocking weight; `null` where they rest on fewer than {@link leastCitations} citations by others, and where no resample moves
   * them: with all the known weight in one hand an interval of no width would look like certainty.
   */
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
 * place of its interval, drawn evenly, since what is not known of survival is common to all. `value` has it in the middle. Holders of
 * equally many units stand in order of their share, so that what one holds alone goes before what it shares, then of their names.
 * Memory: 32 bytes × holders × draws; `most` keeps to the holders with the greatest counts, `holder` to one.
 */
export function patentShares(
  units: readonly ShareUnit[],
  options: BootstrapOptions & { readonly most?: number; readonly holder?: string | undefined },
): PatentShares {
  const { most = Number.POSITIVE_INFINITY, holder } = options;
  const held = units.filter((unit) => unit.holders.length > 0);
  const tally = createTally(held);
  const everyone = tally.names.map((_, row) => row);
  const whole = wholeShares(tally.sharesOf(everyone), held.length);
  const countShare = (row: number): number => Math.round(whole[row * shareColumns.length]! / epsilon);
  const byCount = (a: number, b: number): number =>
    tally.units[b]! - tally.units[a]! || countShare(b) - countShare(a) || (tally.names[a]! < tally.names[b]! ? -1 : 1);
  const asked = holder === undefined ? everyone : everyone.filter((row) => tally.names[row] === holder);
  const rows = asked.toSorted(byCount).slice(0, most);
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

/** Shares of all units, with chances in the middle of their intervals. */
function wholeShares(shares: SampledShares, count: number): Float64Array {
  const all = Int32Array.from({ length: count }, (_, i) => i);
  return shares(all, 0.5).slice();
}

/** By row and column. */
function estimateShares(tally: ShareTally, count: number, rows: readonly number[], options: BootstrapOptions): readonly Estimates[] {
  const { random, draws = usualDraws, level = usualLevel } = options;
  const columns = shareColumns.length;
  const sampled = tally.sharesOf(rows);
  const whole = wholeShares(sampled, count);
  const drawn = rows.map(() => shareColumns.map(() => new Float64Array(draws)));
  const sample = new Int32Array(count);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < count; i++) sample[i] = random.below(count);
    const shares = sampled(sample, random.uniform());
    rows.forEach((_, at) => {
      for (let column = 0; column < columns; column++) drawn[at]![column]![draw] = shares[at * columns + column]!;
    });
  }
  return rows.map((_, at) =>
    shareColumns.map((__, column) => {
      const value = whole[at * columns + column]!;
      const bounds = percentileInterval(drawn[at]![column]!, level);
      return Number.isNaN(value) || bounds === null ? null : { value, ...bounds };
    }),
  );
}

function holderShare(tally: ShareTally, row: number, [count, countUnexpired, weight, weightUnexpired]: Estimates): HolderPatentShare {
  const resting = (share: EstimatedShare | null | undefined): EstimatedShare | null =>
    share != null && tally.citations[row]! >= leastCitations && moves(share) ? share : null;
  return {
    holder: tally.names[row]!,
    units: tally.units[row]!,
    citations: tally.citations[row]!,
    count: count!,
    countUnexpired: countUnexpired ?? null,
    weight: resting(weight),
    weightUnexpired: resting(weightUnexpired),
  };
}

/** Whether other families would give another share. A share of 0 is none of the weight, whatever is drawn. */
const moves = ({ value, low, high }: EstimatedShare): boolean => value < epsilon || high - low > epsilon;
