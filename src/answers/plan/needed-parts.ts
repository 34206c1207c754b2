import type { Interval } from "../../base/numbers.ts";
import type { ReadModel } from "../shared/read-model.ts";

/**
 * Technologies that a product needs, by index, each with the part of the product that truly uses it, 0..1: all where it is required, and of a variety
 * what its weight tells; without weights anything from none to all, in the middle as much of each. Itself first.
 */
export function neededParts({ requirements, varieties }: ReadModel["map"], product: number): ReadonlyMap<number, Interval> {
  const found = new Map<number, Interval>([[product, [1, 1, 1]]]);
  const queue = [product];
  for (const node of queue) {
    const own = found.get(node)!;
    const siblings = varieties.filter(({ parent }) => parent === node);
    const steps = [
      ...requirements.filter(({ user }) => user === node).map(({ input }) => ({ to: input, part: whole })),
      ...siblings.map(({ variety, weight }) => ({ to: variety, part: weight === null ? unweighted(siblings.length) : weighted(weight) })),
    ];
    for (const { to, part } of steps) {
      const next: Interval = [own[0] * part[0], own[1] * part[1], own[2] * part[2]];
      const known = found.get(to);
      if (known !== undefined && known[1] >= next[1] && known[0] >= next[0]) continue;
      found.set(to, known === undefined ? next : [Math.max(known[0], next[0]), Math.max(known[1], next[1]), Math.max(known[2], next[2])]);
      queue.push(to);
    }
  }
  return found;
}

const whole: Interval = [1, 1, 1];

const unweighted = (count: number): Interval => (count === 1 ? whole : [0, 1 / count, 1]);

const weighted = ([low, high]: readonly [number, number]): Interval => [low, (low + high) / 2, high];
