import { type CompiledNetwork, ownAndImports } from "./compiled-network.ts";

/**
 * A concave bound on what a node has without programmes, by its output. Where its shortfall and the loss of own output together exceed its
 * use, it has nothing, which is convex: there the chord over the range of its output, or, where own makers serve it whole within the
 * range, the steepest line from its low end.
 *
 * @param output low end, where the bound is asked for, high end
 */
export function relaxedOwn(
  network: CompiledNetwork,
  t: number,
  shortfall: number,
  [low, output, high]: readonly [number, number, number],
): { readonly value: number; readonly slope: number } {
  const [own, makes] = [network.own[t]!, network.makes[t]!];
  if (1 - shortfall - own + Math.min(own, makes * low) >= 0)
    return { value: ownAndImports(network, t, shortfall, output), slope: makes * output < own ? makes : 0 };
  const most = ownAndImports(network, t, shortfall, high);
  const isConvex = makes * high <= own;
  const slope = isConvex && high > low ? most / (high - low) : makes;
  const value = slope * (output - low);
  return value < most ? { value, slope } : { value: most, slope: 0 };
}
