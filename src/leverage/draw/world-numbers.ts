import { uniform } from "./random.ts";

/** Uniform numbers 0 < u < 1 of worlds, one for each key; the same for whoever asks. */
export type WorldNumbers = (world: number, key: number) => number;

/** Each drawn by itself. */
export const drawnNumbers =
  (seed: number): WorldNumbers =>
  (world, key) =>
    uniform(seed, world, key);

/**
 * Of each key one number in each of as many equal parts of 0..1 as there are worlds, in an order that is drawn by itself (Latin hypercube; McKay, Beckman and Conover 1979):
 * what rests on one number at a time is the same in every such sample, so that a plan chosen on one hangs less on chance than on worlds drawn by themselves (Stein 1987).
 */
export function latinNumbers(seed: number, worlds: number): WorldNumbers {
  const orders = new Map<number, Uint32Array>();
  const orderOf = (key: number): Uint32Array => {
    const known = orders.get(key);
    if (known !== undefined) return known;
    const drawn = Float64Array.from({ length: worlds }, (_, world) => uniform(seed, world, key));
    const order = new Uint32Array(worlds);
    for (const [place, world] of [...drawn.keys()].sort((a, b) => drawn[a]! - drawn[b]!).entries()) order[world] = place;
    orders.set(key, order);
    return order;
  };
  return (world, key) => (orderOf(key)[world]! + uniform(seed + worlds, world, key)) / worlds;
}
