import { substitute } from "./ces.ts";
import type { Ends } from "./ends.ts";
import type { SupplyModel } from "./model.ts";
import { ownPart, type Target } from "./target.ts";

/** The shortfall of a withheld technology, given the target's own output of it (1 unless its inputs are withheld too). */
export type ShortfallAt = (technology: number, output: number) => number;

/**
 * Carries shortfalls through requirements and varieties to the target's own output. Only technologies downstream of what is
 * withheld are visited, level by level; the scratch arrays are reused, so one composer serves one thread.
 */
export interface Composer {
  /**
   * @param withheld technologies with a shortfall of their own
   * @returns the target's own output of each technology touched, read with `output` until the next run
   */
  run(target: Target, ends: Ends, withheld: readonly number[], shortfallAt: ShortfallAt): void;
  /** The target's own output of technology `t` after the last run, 0..1. */
  output(t: number): number;
  /** What the target has of technology `t` after the last run, 0..1. */
  availability(t: number): number;
  /** Technologies visited by the last run. */
  readonly touched: readonly number[];
}

const still = 1e-12;

export function createComposer(model: SupplyModel): Composer {
  const n = model.map.technologies.length;
  const availability = new Float64Array(n).fill(1);
  const output = new Float64Array(n).fill(1);
  const pending = new Uint8Array(n);
  const isWithheld = new Uint8Array(n);
  const queues: number[][] = Array.from({ length: model.map.depth + 1 }, () => []);
  const touched: number[] = [];
  const { inputs, users, level } = model.map;
  const requirements = model.map.requirements.length;

  const enqueue = (t: number): void => {
    if (pending[t]) return;
    pending[t] = 1;
    queues[level[t]!]!.push(t);
  };

  const reset = (): void => {
    for (const t of touched) {
      availability[t] = 1;
      output[t] = 1;
      isWithheld[t] = 0;
    }
    touched.length = 0;
  };

  const outputOf = (t: number, ends: Ends): number => {
    let scarcest = 1;
    let product = 1;
    let varied = false;
    for (let slot = inputs.start[t]!; slot < inputs.start[t + 1]!; slot++) {
      const has = availability[inputs.target[slot]!]!;
      if (has === 1) continue;
      const edge = inputs.edge[slot]!;
      if (edge >= requirements) varied = true;
      else if (model.blocking[edge]) scarcest = Math.min(scarcest, has);
      else product *= 1 - model.delta[model.uncertain[edge] ? ends.criticality : ends.degradation][edge]! * (1 - has);
    }
    if (varied) scarcest = Math.min(scarcest, familyAvailability(model, availability, t, ends));
    return scarcest * product;
  };

  return {
    touched,
    output: (t) => output[t]!,
    availability: (t) => availability[t]!,
    run(target, ends, withheld, shortfallAt) {
      reset();
      for (const t of withheld) {
        isWithheld[t] = 1;
        enqueue(t);
      }
      for (const queue of queues) {
        for (const t of queue) {
          pending[t] = 0;
          touched.push(t);
          const made = outputOf(t, ends);
          output[t] = made;
          const missing = isWithheld[t] ? shortfallAt(t, made) : 0;
          const lostOwn = made === 1 ? 0 : ownPart(model, target, t, ends.unknown, ends.demand) * (1 - made);
          const has = 1 - Math.min(1, missing + lostOwn);
          if (has >= 1 - still) continue;
          availability[t] = has;
          for (let slot = users.start[t]!; slot < users.start[t + 1]!; slot++) enqueue(users.target[slot]!);
        }
        queue.length = 0;
      }
    },
  };
}

/** A family's availability from its varieties; weights nobody has published stand at the end that is asked for. */
function familyAvailability(model: SupplyModel, availability: Float64Array, family: number, ends: Ends): number {
  const { inputs, varieties, requirements } = model.map;
  const has: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (let slot = inputs.start[family]!; slot < inputs.start[family + 1]!; slot++) {
    const edge = inputs.edge[slot]! - requirements.length;
    if (edge < 0) continue;
    const weight = varieties[edge]!.weight ?? [0, 1];
    has.push(availability[inputs.target[slot]!]!);
    low.push(weight[0]);
    high.push(weight[1]);
  }
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
