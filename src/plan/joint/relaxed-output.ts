import { substitute } from "../../leverage/ces.ts";
import { type CompiledFamily, type CompiledNetwork, familyHas } from "./compiled-network.ts";
import { type Factor, productEnvelope } from "./envelope.ts";
import type { Tape } from "./tape.ts";

const scratch: number[] = [];

/**
 * Output that the inputs of a node allow at most, a concave function of their availability. What it depends on goes to the tape: outputs are
 * variables from 0, availabilities from the number of nodes.
 *
 * @param low availability by node without programmes
 * @param high availability by node with all
 * @param has availability in the relaxation
 */
export function relaxedOutput(
  network: CompiledNetwork,
  t: number,
  low: Float64Array,
  high: Float64Array,
  has: Float64Array,
  tape: Tape,
): number {
  const { blocking, degrading, lost, families } = network;
  const nodes = network.ids.length;
  const factors: Factor[] = [];
  const values: number[] = [];
  const family = families[t]!;
  let [scarcest, lowest, highest] = [1, 1, 1];
  let limiting: readonly (readonly [number, number])[] = [];
  const limit = (value: number, least: number, most: number, by: readonly (readonly [number, number])[]): void => {
    if (value < scarcest) [scarcest, limiting] = [value, by];
    lowest = Math.min(lowest, least);
    highest = Math.min(highest, most);
  };
  for (let slot = blocking.start[t]!; slot < blocking.start[t + 1]!; slot++) {
    const input = blocking.target[slot]!;
    limit(has[input]!, low[input]!, high[input]!, [[input, 1]]);
  }
  if (family !== null) {
    const tangent = familyTangent(family, has);
    limit(tangent.value, familyHas(family, low, 0, scratch), familyHas(family, high, 0, scratch), tangent.slopes);
  }
  if (highest < scarcest) [scarcest, limiting] = [highest, []];
  factors.push({ low: lowest, high: highest });
  values.push(scarcest);
  for (let slot = degrading.start[t]!; slot < degrading.start[t + 1]!; slot++) {
    const [input, part] = [degrading.target[slot]!, lost[slot]!];
    factors.push({ low: 1 - part * (1 - low[input]!), high: 1 - part * (1 - high[input]!) });
    values.push(1 - part * (1 - has[input]!));
  }
  const slopes: number[] = [];
  const output = productEnvelope(values, factors, slopes);
  for (const [input, slope] of limiting) tape.add(t, nodes + input, slopes[0]! * slope);
  for (let slot = degrading.start[t]!, i = 1; slot < degrading.start[t + 1]!; slot++, i++)
    tape.add(t, nodes + degrading.target[slot]!, slopes[i]! * lost[slot]!);
  return output;
}

/** Where a derivative at 0 would have no end, the tangent is taken at this availability: still an upper bound. */
const leastAvailable = 0.01;

/** A tangent plane of a family at (or near) an availability: homogeneous of degree 1, so that it has no constant. */
function familyTangent({ varieties, weights, sigma }: CompiledFamily, has: Float64Array) {
  const at = Array.from(varieties, (input) => Math.max(leastAvailable, has[input]!));
  const value = substitute(at, weights, sigma);
  const scarcest = at.findIndex((each, i) => weights[i]! > 0 && each === value);
  const slopes = at.map((each, i): readonly [number, number] => {
    const slope = sigma === 0 ? Number(i === scarcest) : weights[i]! * (value / each) ** (1 / sigma);
    return [varieties[i]!, slope];
  });
  return { value: slopes.reduce((sum, [input, slope]) => sum + slope * has[input]!, 0), slopes };
}
