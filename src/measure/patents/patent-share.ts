import { epsilon } from "../../base/numbers.ts";
import { type BootstrapOptions, type Bounds, percentileInterval, usualDraws, usualLevel } from "../bootstrap.ts";
import { createTally, type SampledShares, type ShareTally, type ShareUnit, shareColumns } from "./patent-share-tally.ts";

/** A share in 0..1 with its bootstrap interval. */
export interface EstimatedShare extends Bounds {
  readonly value: number;
}

export interface HolderPatentShare {
  readonly holder: string;
  /** Families held alone or jointly. */
  readonly units: number;
  /** Citations by others behind its weight. */
  readonly citations: number;
  /** Shares of counts. `null`: nothing known to be in force. */
  readonly count: EstimatedShare;
  readonly countUnexpired: EstimatedShare | null;
  /**
   * Shares of blocking weight; `null` with fewer than {@link leastCitations} citations by others, or if no resample changes them, since a
   * zero-width interval would look certain.
   */
  readonly weight: EstimatedShare | null;
  readonly weightUnexpired: EstimatedShare | null;
}

/** Largest count first. */
export interface PatentShares {
  readonly holders: readonly HolderPatentShare[];
  readonly units: number;
  /** Left out of every share. */
  readonly withoutHolder: number;
  /** Left out of shares of weight. */
  readonly withoutWeight: number;
  /** Left out of unexpired shares. */
  readonly withoutStatus: number;
}

/** Fewest citations by others for a share of weight. */
export const leastCitations = 10;

/**
 * Shares of a technology by holder: of counts and of blocking weight, all-time and unexpired. Bootstrap over whole units, so joint holders
 * move together; per draw all chances to be in force are at one common position, since survival uncertainty is shared. `value` has the
 * middle. Ties: by share, then name. Memory: 32 bytes × holders × draws; `most` limits to the largest holders, `holder` to one.
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

/** Shares of all units, chances in the middle. */
function wholeShares(shares: SampledShares, count: number): Float64Array {
  const all = Int32Array.from({ length: count }, (_, i) => i);
  return shares(all, 0.5).slice();
}

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

/** Whether other families would change the share. */
const moves = ({ value, low, high }: EstimatedShare): boolean => value < epsilon || high - low > epsilon;
