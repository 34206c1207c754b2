import type { Interval } from "../base/interval.ts";
import { keyOf, uniform } from "../leverage/draw/random.ts";

/** What a plan takes for granted of cost, yield and time: an interval by name and, where it differs, by kind of technology or the like. */
export interface EconomicInput {
  readonly id: string;
  readonly scope: string;
  readonly low: number;
  readonly high: number;
}

/** Chooses the figure that an interval stands for; the same `key` is the same unknown. */
export type Pick = (key: string, interval: Interval) => number;

/** Everything in the middle. */
export const middle: Pick = (_, [, mid]) => mid;

/** A draw: evenly below the middle or above it, so that as often it is less than the middle as more. */
export const drawn =
  (seed: number, draw: number): Pick =>
  (key, [low, mid, high]) => {
    const u = uniform(seed, draw, keyOf(key));
    return u < 0.5 ? low + 2 * u * (mid - low) : mid + (2 * u - 1) * (high - mid);
  };

/** Inputs by name, as a pick chooses them. */
export interface Economics {
  /** The input of the first of these scopes that has one, else that of all. Throws RangeError where there is none. */
  of(id: string, ...scopes: readonly string[]): number;
  readonly pick: Pick;
}

/** Inputs by id and scope, with every interval where the pick puts it. */
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
