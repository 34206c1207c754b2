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
  /** The input of the first matching scope; `null`: there is at most the general one. */
  own(id: string, ...scopes: readonly string[]): number | null;
  readonly pick: Pick;
}

/** Economic inputs by id and scope. `onRead` is told each input that is read. */
export function economicsOf(inputs: readonly EconomicInput[], pick: Pick, onRead?: (input: EconomicInput) => void): Economics {
  const known = new Map(inputs.map((input) => [`${input.id}|${input.scope}`, input]));
  const own = (id: string, ...scopes: readonly string[]): number | null => {
    const scope = scopes.find((each) => known.has(`${id}|${each}`));
    if (scope === undefined) return null;
    const input = known.get(`${id}|${scope}`)!;
    onRead?.(input);
    const { low, high } = input;
    return pick(`${input.id}|${input.scope}`, [low, (low + high) / 2, high]);
  };
  return {
    pick,
    own,
    of(id, ...scopes) {
      const found = own(id, ...scopes, "");
      if (found === null) throw new RangeError(`there is no input ${id} of ${scopes.join(", ")}`);
      return found;
    },
  };
}
