import { epsilon } from "../../base/numbers.ts";
import type { Draw } from "../course/stopped-slots.ts";
import type { Inputs } from "../draw/inputs.ts";
import { createForce, type Force } from "./force.ts";
import type { Holding } from "./holding.ts";
import { type Kept, keptByBoth, keptByLapse, keptByTrend, keptWhole, type ShareTrend } from "./kept.ts";

/** Months after which a half-life is no longer looked for. */
export const horizonMonths = 240;

/**
 * What takes the force of a chokepoint away: others who are qualified and new makers, after the act has begun; entrants who grow without any
 * act; patents that lapse; all of them.
 */
export const decays = ["refill", "entrants", "lapse", "together"] as const;
export type Decay = (typeof decays)[number];

/** What is known of a holding beside the map. */
export interface Erosion {
  /** By technology withheld; those without two editions are left out. */
  readonly trends: ReadonlyMap<number, ShareTrend>;
  /** Part of the holder's patents in force today that is in force after so many years; `null` unknown. */
  readonly lapse: ArrayLike<number> | null;
}

/** Half-lives of one holding, a draw at a time. Not shared between threads. */
export interface HalfLife {
  readonly force: Force;
  /** What is known to take the force away, in the order of `decays`. */
  readonly known: readonly Decay[];
  /** What the holder keeps by entrants and lapse together in this draw, by technology withheld: before anybody acts. */
  kept(inputs: Inputs, draw: Draw | null): readonly Kept[];
  /**
   * Sets the half-life of each of `known`: the first month with `x (1 - g) <= x(0) / 2`; infinity if there is none within the horizon, NaN
   * without a force at the start. Gives back `x(0)`.
   */
  read(inputs: Inputs, draw: Draw | null, into: Float64Array): number;
}

export function createHalfLife(holding: Holding, { trends, lapse }: Erosion): HalfLife {
  const force = createForce(holding);
  const known = decays.filter((decay) => (decay === "entrants" ? trends.size > 0 : decay === "lapse" ? lapse !== null : true));
  const entrants = (draw: Draw | null): readonly Kept[] =>
    force.seeds.map((t) => (trends.has(t) ? keptByTrend(trends.get(t)!, draw) : keptWhole));
  const lapsing = ({ parameter }: Inputs): readonly Kept[] =>
    force.seeds.map((t) => (lapse === null ? keptWhole : keptByLapse(lapse, parameter["recovery-ceiling"][t]!)));
  const both = (inputs: Inputs, draw: Draw | null): readonly Kept[] => {
    const lapsed = lapsing(inputs);
    return entrants(draw).map((kept, i) => keptByBoth(kept, lapsed[i]!));
  };
  const whole = force.seeds.map(() => keptWhole);
  const first = (start: number, refill: boolean, kept: readonly Kept[]): number => {
    for (let month = 0; month <= horizonMonths; month++) if (force.at(month, refill, kept) <= start / 2 + epsilon) return month;
    return Number.POSITIVE_INFINITY;
  };
  return {
    force,
    known,
    kept: both,
    read(inputs, draw, into) {
      force.read(inputs, draw);
      const start = force.start();
      known.forEach((decay, i) => {
        const kept =
          decay === "refill" ? whole : decay === "entrants" ? entrants(draw) : decay === "lapse" ? lapsing(inputs) : both(inputs, draw);
        into[i] = start > epsilon ? first(start, decay === "refill" || decay === "together", kept) : Number.NaN;
      });
      return start;
    },
  };
}
