import { epsilon } from "../../base/numbers.ts";
import type { Draw } from "../course/stopped-slots.ts";
import type { Inputs } from "../draw/inputs.ts";
import { createForce, type Force } from "./force.ts";
import type { Holding } from "./holding.ts";
import { createKeptByWalk, type HoldWalk, type Kept, keptByBoth, keptByLapse, keptWhole } from "./kept.ts";

/** Horizon of the search. */
export const horizonMonths = 240;

/** What erodes a chokepoint: qualified others and new makers after the act, entrants growing without it, lapsing patents, all together. */
export const decays = ["refill", "entrants", "lapse", "together"] as const;
export type Decay = (typeof decays)[number];

export interface Erosion {
  /** How the holder's shares go on without an act, by withheld technology; empty: unknown. */
  readonly walks: ReadonlyMap<number, HoldWalk>;
  /** Share of the holder's patents in force today that remain after so many years; `null` unknown. */
  readonly lapse: ArrayLike<number> | null;
}

/** Half-lives of one holding by draw. Not shared between threads. */
export interface HalfLife {
  readonly force: Force;
  /** Known erosions, in the order of `decays`. */
  readonly known: readonly Decay[];
  /** Hold kept under entrants and lapses before any act, in this draw, by withheld technology. */
  kept(inputs: Inputs, draw: Draw | null): readonly Kept[];
  /**
   * Sets the half-life of each of `known`: first month with `x (1 - g) <= x(0) / 2`; infinity beyond the horizon, NaN without force. Returns
   * `x(0)`.
   */
  read(inputs: Inputs, draw: Draw | null, into: Float64Array): number;
}

export function createHalfLife(holding: Holding, { walks, lapse }: Erosion): HalfLife {
  const force = createForce(holding);
  const known = decays.filter((decay) => (decay === "entrants" ? walks.size > 0 : decay === "lapse" ? lapse !== null : true));
  const courses = force.seeds.map((t) => (walks.has(t) ? createKeptByWalk(walks.get(t)!, horizonMonths) : () => keptWhole));
  const entrants = rememberLast((draw: Draw | null): readonly Kept[] => courses.map((course) => course(draw)));
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

/** A draw is asked for several times in turn. */
function rememberLast<V>(make: (draw: Draw | null) => V): (draw: Draw | null) => V {
  let last: { readonly draw: Draw | null; readonly made: V } | null = null;
  return (draw) => {
    if (last === null || last.draw?.draw !== draw?.draw || last.draw?.seed !== draw?.seed) last = { draw, made: make(draw) };
    return last.made;
  };
}
