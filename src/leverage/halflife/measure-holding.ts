import type { Interval } from "../../base/numbers.ts";
import { createInputSpace } from "../draw/input-space.ts";
import type { DrawnInput } from "../draw/inputs.ts";
import { type DrawOptions, drawAll, spreadOf } from "../draw/monte-carlo.ts";
import { createForce } from "./force.ts";
import { createHalfLife, type Decay, decays, type Erosion, horizonMonths } from "./half-life.ts";
import type { Holding } from "./holding.ts";
import { createReserve, type Reserve, reserveNumbers } from "./reserve.ts";

/** Months at which survival is reported. */
export const survivalMonths: readonly number[] = Array.from({ length: horizonMonths / 3 + 1 }, (_, i) => 3 * i);

export interface MeasuredHolding {
  /** `x(0)`, median and 80 %. */
  readonly force: Interval;
  /** The same if all unnamed supply were the home's; `null` if none can be. */
  readonly forceIfHomes: Interval | null;
  /** Share of draws without force. */
  readonly withoutForce: number;
  /** By erosion; `null`: unknown, or no draw has force. */
  readonly survival: Readonly<Record<Decay, Survival | null>>;
  readonly known: readonly Decay[];
  readonly of: Reserve["of"];
  readonly unvalued: readonly number[];
  readonly unpriced: readonly number[];
  /** Drawn inputs with non-zero width. */
  readonly inputs: readonly DrawnInput[];
  /** Median and 80 % of one of `reserveNumbers`; `null` unknown. */
  number(name: string): Interval | null;
  /** The ratio of two numbers over draws where the denominator is not negligible; `null` without any. */
  ratio(name: string, over: string): Interval | null;
}

/** Draws half-lives and effects of a holding. Throws the abort reason of the signal. */
export async function measureHolding(holding: Holding, erosion: Erosion, options: DrawOptions): Promise<MeasuredHolding> {
  const halfLife = createHalfLife(holding, erosion);
  const space = createInputSpace(holding.model, { technologies: halfLife.force.technologies, parties: holding.parties });
  const reserve = createReserve(holding, space.middle);
  const { known } = halfLife;
  const ifHomes = holding.homeUnnamed.length > 0 ? createForce(holding, holding.homeUnnamed) : null;
  const [months, numbers] = [new Float64Array(known.length), new Float64Array(reserveNumbers.length)];
  const last = 1 + known.length + reserveNumbers.length;
  const { values } = await drawAll(
    ({ seed, draw }, into) => {
      const inputs = space.draw(seed, draw);
      into[0] = halfLife.read(inputs, { seed, draw }, months);
      into.set(months, 1);
      reserve.read(inputs, { seed, draw }, halfLife.kept(inputs, { seed, draw }), numbers);
      into.set(numbers, 1 + known.length);
      ifHomes?.read(inputs, { seed, draw });
      into[last] = ifHomes?.start() ?? 0;
    },
    last + 1,
    options,
  );
  const drawn = (name: string): Float64Array => values[1 + known.length + reserveNumbers.indexOf(name)]!;
  const of = (decay: Decay): Survival | null =>
    known.includes(decay) ? survivalOf(values[1 + known.indexOf(decay)]!, survivalMonths) : null;
  return {
    force: spreadOf(values[0]!),
    forceIfHomes: ifHomes && spreadOf(values[last]!),
    withoutForce: values[1]!.filter((month) => Number.isNaN(month)).length / options.draws,
    survival: Object.fromEntries(decays.map((decay) => [decay, of(decay)])) as Record<Decay, Survival | null>,
    known,
    of: reserve.of,
    unvalued: reserve.outcome.unvalued,
    unpriced: reserve.outcome.unpriced,
    inputs: space.drawn,
    number: (name) => known80(drawn(name)),
    ratio: (name, over) =>
      known80(drawn(name).map((value, draw) => (drawn(over)[draw]! > nextToNothing ? value / drawn(over)[draw]! : Number.NaN))),
  };
}

/** Negligible: a hundredth of a per cent. */
const nextToNothing = 1e-4;

function known80(values: Float64Array): Interval | null {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : spreadOf(known);
}

/** Quantiles over draws with force. */
export interface Survival {
  /** Share of draws with more than half the force left, by month. */
  readonly left: readonly number[];
  /** Months; `null`: beyond the horizon. */
  readonly spread: Readonly<Record<"low" | "median" | "high", number | null>>;
  /** Share of draws that never reach half within the horizon. */
  readonly never: number;
}

/**
 * Distribution of half-lives over draws: survival curve and order statistics. `null` if no draw has force.
 *
 * @param halfLives month of each draw; infinity: never; NaN: no force at the start
 */
export function survivalOf(halfLives: Float64Array, months: readonly number[]): Survival | null {
  const sorted = halfLives.filter((month) => !Number.isNaN(month)).sort();
  if (sorted.length === 0) return null;
  const at = (part: number): number | null => {
    const month = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]!;
    return Number.isFinite(month) ? month : null;
  };
  const over = (month: number): number => sorted.reduce((count, each) => count + (each > month ? 1 : 0), 0) / sorted.length;
  return {
    left: months.map(over),
    spread: { low: at(0.1), median: at(0.5), high: at(0.9) },
    never: over(Number.MAX_VALUE),
  };
}
