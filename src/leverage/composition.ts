import { substitute } from "./ces.ts";
import type { Ends } from "./ends.ts";
import type { SupplyModel } from "./model.ts";
import { passageOf, varietyEdge } from "./passage.ts";
import type { Target } from "./target.ts";

/** The shortfall of a withheld technology, given the target's own output of it (1 unless its inputs are withheld too). */
export type ShortfallAt = (technology: number, output: number) => number;

/**
 * Carries shortfalls through requirements and varieties to the target's own output. Only technologies downstream of what is
 * withheld are visited, level by level; the scratch arrays are reused, so one composer serves one thread.
 */
export interface Composer {
  /**
   * Afterwards `output` and `availability` read the result, until the next run.
   *
   * @param withheld technologies with a shortfall of their own
   * @param tolerance how much the loss of final output may be understated in all; what the passage's bound proves to matter less is not
   *   followed further
   */
  run(target: Target, ends: Ends, withheld: readonly number[], shortfallAt: ShortfallAt, tolerance?: number): void;
  /** The target's own output of technology `t` after the last run, 0..1. */
  output(t: number): number;
  /** What the target has of technology `t` after the last run, 0..1. */
  availability(t: number): number;
  /** Final products visited by the last run; all others lost nothing. */
  readonly products: readonly number[];
}

const still = 1e-12;

/** A hundredth of what the answers show. */
const defaultTolerance = 1e-4;

export function createComposer(model: SupplyModel): Composer {
  const n = model.map.technologies.length;
  const { users, level, depth } = model.map;
  const availability = new Float64Array(n).fill(1);
  const output = new Float64Array(n).fill(1);
  const scarcest = new Float64Array(n).fill(1);
  const degraded = new Float64Array(n).fill(1);
  const varied = new Uint8Array(n);
  const pending = new Uint8Array(n);
  const isWithheld = new Uint8Array(n);
  const queue = new Int32Array(n);
  const queueStart = levelStarts(level, depth);
  const queued = new Int32Array(depth + 1);
  const products: number[] = [];

  const enqueue = (t: number): void => {
    if (pending[t]) return;
    pending[t] = 1;
    const at = level[t]!;
    queue[queueStart[at]! + queued[at]!] = t;
    queued[at]!++;
  };

  /** Forgets the last run: the queues still hold what it visited. */
  const reset = (): void => {
    for (let at = 0; at <= depth; at++) {
      const start = queueStart[at]!;
      for (let i = start; i < start + queued[at]!; i++) {
        const t = queue[i]!;
        availability[t] = 1;
        output[t] = 1;
        scarcest[t] = 1;
        degraded[t] = 1;
        varied[t] = 0;
        isWithheld[t] = 0;
        pending[t] = 0;
      }
      queued[at] = 0;
    }
    products.length = 0;
  };

  /** Tells the users of `t` what they have of it. */
  const pass = (t: number, has: number, edge: Float64Array): void => {
    for (let slot = users.start[t]!; slot < users.start[t + 1]!; slot++) {
      const passes = edge[slot]!;
      if (passes === 0) continue;
      const user = users.target[slot]!;
      if (passes > 0) degraded[user]! *= 1 - passes * (1 - has);
      else if (passes === varietyEdge) varied[user] = 1;
      else if (has < scarcest[user]!) scarcest[user] = has;
      enqueue(user);
    }
  };

  return {
    products,
    output: (t) => output[t]!,
    availability: (t) => availability[t]!,
    run(target, ends, withheld, shortfallAt, tolerance = defaultTolerance) {
      reset();
      const { edge, own, bound } = passageOf(model, target, ends);
      let left = tolerance;
      for (const t of withheld) {
        isWithheld[t] = 1;
        enqueue(t);
      }
      for (let at = 0; at <= depth; at++) {
        const end = queueStart[at]! + queued[at]!;
        for (let i = queueStart[at]!; i < end; i++) {
          const t = queue[i]!;
          if (model.productRank[t]! >= 0) products.push(t);
          const family = varied[t] ? familyAvailability(model, availability, t, ends) : 1;
          const made = Math.min(scarcest[t]!, family) * degraded[t]!;
          output[t] = made;
          const missing = isWithheld[t] ? shortfallAt(t, made) : 0;
          const has = 1 - Math.min(1, missing + own[t]! * (1 - made));
          if (has >= 1 - still) continue;
          availability[t] = has;
          const effect = (1 - has) * bound[t]!;
          if (effect <= left) left -= effect;
          else pass(t, has, edge);
        }
      }
    },
  };
}

/** Where the technologies of each level begin when they are laid end to end. */
function levelStarts(level: Int32Array, depth: number): Int32Array {
  const starts = new Int32Array(depth + 2);
  for (const at of level) starts[at + 1]!++;
  for (let at = 0; at <= depth; at++) starts[at + 1]! += starts[at]!;
  return starts;
}

/** A family's availability from its varieties; weights nobody has published, or all 0, stand at the end that is asked for. */
function familyAvailability(model: SupplyModel, availability: Float64Array, family: number, ends: Ends): number {
  const { inputs, varieties, requirements } = model.map;
  const has: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (let slot = inputs.start[family]!; slot < inputs.start[family + 1]!; slot++) {
    const edge = inputs.edge[slot]! - requirements.length;
    if (edge < 0) continue;
    const weight: readonly [number, number] = varieties[edge]!.weight ?? [0, 1];
    has.push(availability[inputs.target[slot]!]!);
    low.push(weight[0]);
    high.push(weight[1]);
  }
  if (Math.max(...high) === 0) high.fill(1);
  return substitute(has, weightsAt(has, low, high, ends.weights), model.sigma[ends.substitution][family]!);
}

/** Weights within their intervals that sum to 1: to the scarcest first (adverse), to the most available first, or midway. */
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
