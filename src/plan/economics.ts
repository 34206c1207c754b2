import type { Interval } from "../base/numbers.ts";
import { keyOf, uniform } from "../leverage/draw/random.ts";

/** Assumptions of a plan on cost, yield and time: an interval by name and, where it differs, by scope. */
export interface EconomicInput {
  readonly id: string;
  readonly scope: string;
  readonly low: number;
  readonly high: number;
}

/** Picks a value from an interval; equal keys are the same unknown. */
export type Pick = (key: string, interval: Interval) => number;

export const middle: Pick = (_, [, mid]) => mid;

/** A draw: evenly below or above the middle, each with probability ½. */
export const drawn =
  (seed: number, draw: number): Pick =>
  (key, [low, mid, high]) => {
    const u = uniform(seed, draw, keyOf(key));
    return u < 0.5 ? low + 2 * u * (mid - low) : mid + (2 * u - 1) * (high - mid);
  };

/** Economic inputs by name, as picked. */
export interface Economics {
  /** The input of the first matching scope, else the general one. Throws RangeError if there is none. */
  of(id: string, ...scopes: readonly string[]): number;
  readonly pick: Pick;
}

/** Economic inputs by id and scope. */
export function economicsOf(inputs: readonly EconomicInput[], pick: Pick): Economics {
  const known = new Map(inputs.map((input) => [`${input.id}|${input.scope}`, input]));
  return {
    pick,
    of(id, ...scopes) {
      const scope = [...scopes, ""].find((each) => known.has(`${id}|${each}`));
      if (scope === undefined) throw new RangeError(`there is no input ${id} of ${scopes.join(", ")}`);
      const input = known.get(`${id}|${scope}`)!;
      const { low, high } = input;
      return pick(`${input.id}|${input.scope}`, [low, (low + high) / 2, high]);
    },
  };
}
