import { substitute } from "./ces.ts";
import type { Ends } from "./ends.ts";
import { indexIn, type SupplyModel } from "./model.ts";
import { propagationOf, varietyEdge } from "./propagation.ts";
import { ownLoss, type Target } from "./target.ts";

/** Shortfall of a withheld technology, given the target's own output of it (1 unless its inputs are withheld). */
export type ShortfallAt = (technology: number, output: number) => number;

/**
 * Propagates shortfalls through requirements and varieties to the target's output, downstream only, level by level. Scratch arrays are
 * reused: one composer per thread.
 */
export interface Composer {
  /**
   * Runs; `output` and `availability` then read the result.
   *
   * @param withheld technologies with a shortfall of their own
   * @param tolerance acceptable underestimate of the final loss; effects bounded below it are not followed
   */
  run(target: Target, ends: Ends, withheld: readonly number[], shortfallAt: ShortfallAt, tolerance?: number): void;
  /** The target's own output of technology `t`, 0..1. */
  output(t: number): number;
  /** Availability of technology `t` to the target, 0..1. */
  availability(t: number): number;
  /** Final products reached by the last run; others lost nothing. */
  readonly products: readonly number[];
}

const still = 1e-12;

/** A hundredth of the displayed precision. */
const defaultTolerance = 1e-4;

export function createComposer(model: SupplyModel): Composer {
  const n = model.map.technologies.length;
  const { order, position, start, user, slot: slotOf } = inOrder(model);
  const availability = new Float64Array(n).fill(1);
  const output = new Float64Array(n).fill(1);
  const scarcest = new Float64Array(n).fill(1);
  const degraded = new Float64Array(n).fill(1);
  const varied = new Uint8Array(n);
  const isWithheld = new Uint8Array(n);
  const visited = new Int32Array(n);
  const pending = new Int32Array((n >> 5) + 1);
  const products: number[] = [];
  let visits = 0;

  const reset = (): void => {
    for (let i = 0; i < visits; i++) {
      const at = visited[i]!;
      availability[at] = 1;
      output[at] = 1;
      scarcest[at] = 1;
      degraded[at] = 1;
      varied[at] = 0;
      isWithheld[at] = 0;
    }
    visits = 0;
    products.length = 0;
  };

  /** Passes availability at `at` to its users. */
  const pass = (at: number, has: number, edge: Float64Array): void => {
    for (let k = start[at]!; k < start[at + 1]!; k++) {
      const passes = edge[slotOf[k]!]!;
      if (passes === 0) continue;
      const to = user[k]!;
      if (passes > 0) degraded[to]! *= 1 - passes * (1 - has);
      else if (passes === varietyEdge) varied[to] = 1;
      else if (has < scarcest[to]!) scarcest[to] = has;
      pending[to >> 5]! |= 1 << (to & 31);
    }
  };

  return {
    products,
    output: (t) => output[position[t]!]!,
    availability: (t) => availability[position[t]!]!,
    run(target, ends, withheld, shortfallAt, tolerance = defaultTolerance) {
      reset();
      const { edge, makes, served, bound } = propagationOf(model, target, ends);
      const availabilityOf = (t: number): number => availability[position[t]!]!;
      let left = tolerance;
      let word = pending.length;
      for (const t of withheld) {
        const at = position[t]!;
        isWithheld[at] = 1;
        pending[at >> 5]! |= 1 << (at & 31);
        word = Math.min(word, at >> 5);
      }
      for (; word < pending.length; word++) {
        while (pending[word] !== 0) {
          const bit = 31 - Math.clz32(pending[word]! & -pending[word]!);
          pending[word]! &= pending[word]! - 1;
          const at = (word << 5) | bit;
          const t = order[at]!;
          visited[visits++] = at;
          if (model.productRank[t]! >= 0) products.push(t);
          const family = varied[at] ? familyAvailability(model, availabilityOf, t, ends) : 1;
          const made = Math.min(scarcest[at]!, family) * degraded[at]!;
          output[at] = made;
          const missing = isWithheld[at] ? shortfallAt(t, made) : 0;
          const lost = (candidate: 0 | 1): number => ownLoss(makes[candidate][t]!, made, served[candidate][t]!);
          const lostOwn = made === 1 ? 0 : Math.min(lost(0), lost(1));
          const has = 1 - Math.min(1, missing + lostOwn);
          if (has >= 1 - still) continue;
          availability[at] = has;
          const effect = (1 - has) * bound[t]!;
          if (effect <= left) left -= effect;
          else pass(at, has, edge);
        }
      }
    },
  };
}

/**
 * Technologies in topological order and the position of each; users by position, with the slot in `map.users` of each edge, so that a run
 * walks memory forwards without a queue.
 */
function inOrder({ map, downstreamFirst }: SupplyModel) {
  const { users } = map;
  const order = downstreamFirst.slice().reverse();
  const position = indexIn(order, order.length);
  const start = new Int32Array(order.length + 1);
  const user = new Int32Array(users.target.length);
  const slot = new Int32Array(users.target.length);
  let k = 0;
  order.forEach((t, at) => {
    for (let from = users.start[t]!; from < users.start[t + 1]!; from++, k++) {
      user[k] = position[users.target[from]!]!;
      slot[k] = from;
    }
    start[at + 1] = k;
  });
  return { order, position, start, user, slot };
}

/** Availability of a family from its varieties; unknown weights, or weights all 0, are put at the given end. */
function familyAvailability(model: SupplyModel, availabilityOf: (t: number) => number, family: number, ends: Ends): number {
  const { inputs, varieties, requirements } = model.map;
  const has: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (let slot = inputs.start[family]!; slot < inputs.start[family + 1]!; slot++) {
    const edge = inputs.edge[slot]! - requirements.length;
    if (edge < 0) continue;
    const weight: readonly [number, number] = varieties[edge]!.weight ?? [0, 1];
    has.push(availabilityOf(inputs.target[slot]!));
    low.push(weight[0]);
    high.push(weight[1]);
  }
  if (Math.max(...high) === 0) high.fill(1);
  return substitute(has, weightsAt(has, low, high, ends.weights), model.sigma[ends.substitution][family]!);
}

/** Weights within their intervals, summing to 1: scarcest first (adverse), most available first, or middle. */
export function weightsAt(has: readonly number[], low: readonly number[], high: readonly number[], end: 0 | 1 | 2): readonly number[] {
  const sumLow = low.reduce((sum, value) => sum + value, 0);
  if (end === 1) {
    const room = high.map((value, i) => value - low[i]!);
    const sumRoom = room.reduce((sum, value) => sum + value, 0);
    const rest = Math.max(0, 1 - sumLow);
    return low.map((value, i) => value + (sumRoom > 0 ? (rest * room[i]!) / sumRoom : 0));
  }
  const weights = [...low];
  let rest = 1 - sumLow;
  const order = has.map((_, i) => i).sort((a, b) => (end === 2 ? has[a]! - has[b]! : has[b]! - has[a]!));
  for (const i of order) {
    const take = Math.min(Math.max(0, rest), high[i]! - low[i]!);
    weights[i]! += take;
    rest -= take;
  }
  return weights;
}
