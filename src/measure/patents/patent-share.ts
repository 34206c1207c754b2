import { mapped } from "../../base/collections.ts";
import { epsilon } from "../../base/numbers.ts";
import { type BootstrapOptions, type Bounds, percentileInterval, usualDraws, usualLevel } from "../bootstrap.ts";
import { createTally, type SampledShares, type ShareTally, type ShareUnit, shareColumns } from "./share-tally.ts";

/** A share in 0..1 with its interval. */
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
  /** By blocking weight; `null` below {@link leastCitations} citations by others, or if one holder has all (looks certain). */
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

/** Least part of the families, and fewest of them, whose holder must be known for a share to be a headline. */
export const leastHeld = { part: 0.6, families: 30 };

/** Whether so much is known of holders that their shares may be told. */
export const isEnough = ({ units, withoutHolder }: Pick<PatentShares, "units" | "withoutHolder">): boolean =>
  units - withoutHolder >= Math.max(leastHeld.families, leastHeld.part * units);

/** Fewest citations by others for a share of weight. */
export const leastCitations = 10;

export interface ShareOptions extends BootstrapOptions {
  /** The largest holders alone; default all. */
  readonly most?: number;
  /** One holder alone. */
  readonly holder?: string | undefined;
  /** Whether the units are a sample of what is asked; else intervals are of chances to be in force alone. Default true. */
  readonly isSample?: boolean;
}

/**
 * Shares of a technology by holder: of counts and of blocking weight, all-time and unexpired. Bootstrap over whole units, so joint holders
 * move together; per draw all chances to be in force are at one common position, since survival uncertainty is shared. `value` has the
 * middle. Ties: by share, then name. Memory: 32 bytes × holders × draws.
 */
export function patentShares(units: readonly ShareUnit[], options: ShareOptions): PatentShares {
  const { most = Number.POSITIVE_INFINITY, holder, isSample = true } = options;
  const held = units.filter((unit) => unit.holders.length > 0);
  const tally = createTally(held);
  const everyone = tally.names.map((_, row) => row);
  const whole = wholeShares(tally.sharesOf(everyone), held.length);
  const countShare = (row: number): number => Math.round(whole[row * shareColumns.length]! / epsilon);
  const byCount = (a: number, b: number): number =>
    tally.units[b]! - tally.units[a]! || countShare(b) - countShare(a) || (tally.names[a]! < tally.names[b]! ? -1 : 1);
  const asked = holder === undefined ? everyone : everyone.filter((row) => tally.names[row] === holder);
  const rows = asked.toSorted(byCount).slice(0, most);
  const estimates = (isSample ? estimateShares : uncertainShares)(tally, held.length, rows, options);
  return {
    holders: rows.map((row, at) => holderShare(tally, row, estimates[at]!, isSample)),
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

/** Shares of all units between the outer positions of chances to be in force: each share runs one way between them. */
function uncertainShares(
  tally: ShareTally,
  count: number,
  rows: readonly number[],
  { level = usualLevel }: ShareOptions,
): readonly Estimates[] {
  const all = Int32Array.from({ length: count }, (_, i) => i);
  const sampled = tally.sharesOf(rows);
  const [middle, first, last] = mapped([0.5, (1 - level) / 2, (1 + level) / 2], (place) => sampled(all, place).slice());
  return rows.map((_, at) =>
    shareColumns.map((__, column) => {
      const i = at * shareColumns.length + column;
      const value = middle[i]!;
      const ends = [first[i]!, last[i]!].filter((end) => !Number.isNaN(end));
      return Number.isNaN(value) ? null : { value, low: Math.min(value, ...ends), high: Math.max(value, ...ends) };
    }),
  );
}

function holderShare(
  tally: ShareTally,
  row: number,
  [count, countUnexpired, weight, weightUnexpired]: Estimates,
  isSample: boolean,
): HolderPatentShare {
  const resting = (share: EstimatedShare | null | undefined): EstimatedShare | null =>
    share != null && tally.citations[row]! >= leastCitations && moves(share, isSample) ? share : null;
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

/** Whether other families would change the share: not where one holder has all. */
const moves = ({ value, low, high }: EstimatedShare, isSample: boolean): boolean =>
  value < epsilon || (isSample ? high - low > epsilon : value < 1 - epsilon);
