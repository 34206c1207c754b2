import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import { ownLoss } from "../target.ts";
import { createCompose } from "./compose.ts";
import { createDenials, type Denials } from "./denials.ts";
import { createFelt } from "./felt.ts";
import { createMaking, type Making } from "./making.ts";
import { type Network, networkOf } from "./network.ts";
import type { CourseTarget } from "./parties.ts";
import type { Steps } from "./steps.ts";
import type { Stop } from "./stop.ts";
import { createSupply, type Draw, ownShare, type Supply } from "./supply.ts";
import { createWave } from "./wave.ts";

/** What is asked of a course. */
export interface CourseQuestion {
  readonly model: SupplyModel;
  readonly targets: readonly CourseTarget[];
  readonly senders: readonly string[];
  readonly stops: readonly Stop[];
  readonly steps: Steps;
  /** Codes that the inputs hold places for: targets and senders among them. */
  readonly parties: readonly string[];
  /** Outsiders fill in as they can; else nobody can be turned to (`f = 0`). */
  readonly backfill: boolean;
}

/** A run of the model over time; what it found stays until the next. Not shared between threads. */
export interface Course {
  readonly question: CourseQuestion;
  readonly network: Network;
  readonly supply: Supply;
  readonly making: Making;
  readonly denials: Denials;
  /** By target, product of the network and step: part of running output lost, of new capacity lost, and of what users cannot have. */
  readonly lost: Float64Array;
  readonly growthLost: Float64Array;
  readonly useLost: Float64Array;
  /** By target, flow and step: shortfall before stock and recovery; what is felt of it; part of the gap that new makers fill. */
  readonly shortfall: Float64Array;
  readonly felt: Float64Array;
  readonly refilled: Float64Array;
  /** Runs all steps. `active`: which senders take part (1 or 0), all if not given. */
  run(inputs: Inputs, draw?: Draw | null, active?: Uint8Array): void;
  /**
   * What `run` would find, by running again only what the coming or going of some senders touches. The last run had the same inputs and
   * draw, and differs in these senders alone. O(steps · targets · what changes).
   */
  rerun(changed: readonly number[], inputs: Inputs, draw: Draw | null, active: Uint8Array): void;
}

const cubes = (count: number, length: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(length));

/** Compiles a question. O(map); a run is O(steps · targets · (technologies + edges touched)). */
export function createCourse(question: CourseQuestion): Course {
  const { model, targets, stops, steps, parties } = question;
  const network = networkOf(model, new Set(stops.map(({ technology }) => technology)));
  const making = createMaking(model, targets, parties);
  const supply = createSupply({ ...question, network, making });
  const { nodes, products } = network;
  const [K, N, F, S, P] = [targets.length, nodes.length, supply.nodes.length, steps.middle.length, products.length];
  const denials = createDenials(model, network, supply, K, steps, question.backfill);
  const compose = createCompose(model, network);
  const felt = createFelt(model, network, supply, denials, K, steps);
  const productAt = new Int32Array(N).fill(-1);
  products.forEach((at, j) => {
    productAt[at] = j;
  });
  const [lost, growthLost, useLost] = cubes(3, K * P * S) as [Float64Array, Float64Array, Float64Array];
  const [shortfall, feltOf, refilled] = cubes(3, K * F * S) as [Float64Array, Float64Array, Float64Array];
  const [multiple, whole] = cubes(2, K * N) as [Float64Array, Float64Array];
  whole.fill(1);
  /** By step: own output and what a target has, of running output and of new capacity. */
  const states = Array.from({ length: S }, (): State => {
    const [made, has, madeNew, hasNew] = cubes(4, K * N) as [Float64Array, Float64Array, Float64Array, Float64Array];
    return { made, has, madeNew, hasNew };
  });
  const multiples = readMultiples(question, network, supply, making, multiple);
  const wave = createWave(network, supply, stops);

  /** Part of the need that target `k` lacks of flow `f` at the step; what it lacks of new capacity is left in `shortNew`. */
  let shortNew = 0;
  const lack = (k: number, f: number, s: number, own: number, inputs: Inputs): number => {
    const slot = (k * F + f) * S + s;
    const short = denials.short[k]!;
    const back = Math.min(denials.refill[f * S + s]!, own);
    shortfall[slot] = short;
    refilled[slot] = back;
    feltOf[slot] = short > 0 || felt.touched(k, f) ? felt.feel(k, f, s, short, back, inputs) : 0;
    shortNew = felt.capital[f] ? short * (1 - back) : 0;
    return feltOf[slot]!;
  };

  const tell = (k: number, at: number, f: number, s: number, { made, madeNew, has }: State): void => {
    const slot = (k * P + productAt[at]!) * S + s;
    const i = k * N + at;
    lost[slot] = 1 - made[i]!;
    growthLost[slot] = 1 - madeNew[i]!;
    useLost[slot] = f >= 0 ? 1 - has[i]! : 0;
  };

  /** What stops of a target's own makers is lost of its own output; of tools, of its new capacity too. */
  const loseOwn = (k: number, at: number, f: number, s: number, { made, madeNew }: State): void => {
    const left = 1 - supply.ownStopped[(k * F + f) * S + s]!;
    made[k * N + at]! *= left;
    if (felt.capital[f]) madeNew[k * N + at]! *= left;
  };

  /** All steps of one technology, after all it needs. Whether what any target has of it is other than before. */
  const runNode = (at: number, inputs: Inputs): boolean => {
    const f = supply.flow[at]!;
    let changed = false;
    for (let s = 0; s < S; s++) {
      const state = states[s]!;
      const { made, has, madeNew, hasNew } = state;
      for (let k = 0; k < K; k++) {
        made[k * N + at] = compose(k * N, at, inputs, has);
        madeNew[k * N + at] = compose(k * N, at, inputs, hasNew);
        if (f >= 0) loseOwn(k, at, f, s, state);
      }
      if (f >= 0) denials.deny(f, s, inputs, made);
      for (let k = 0; k < K; k++) {
        const i = k * N + at;
        shortNew = 0;
        const short = f >= 0 ? lack(k, f, s, made[i]!, inputs) : 0;
        const now = remaining(short, multiple[i]!, made[i]!);
        const nowNew = remaining(shortNew, multiple[i]!, madeNew[i]!);
        if (now !== has[i] || nowNew !== hasNew[i]) changed = true;
        has[i] = now;
        hasNew[i] = nowNew;
        if (productAt[at]! >= 0) tell(k, at, f, s, state);
      }
    }
    return changed;
  };

  return {
    question,
    network,
    supply,
    making,
    denials,
    lost,
    growthLost,
    useLost,
    shortfall,
    felt: feltOf,
    refilled,
    run(inputs, draw = null, active) {
      making.read(inputs);
      supply.read(inputs, draw, active);
      denials.read(inputs);
      multiples(inputs);
      for (let f = 0; f < F; f++) felt.start(f, inputs, whole);
      for (let at = 0; at < N; at++) runNode(at, inputs);
    },
    rerun(changed, inputs, draw, active) {
      wave.run(
        changed,
        (f) => supply.reread(f, inputs, draw, active),
        (at, f) => {
          if (f >= 0) felt.start(f, inputs, whole);
          return runNode(at, inputs);
        },
      );
    },
  };
}

interface State {
  readonly made: Float64Array;
  readonly has: Float64Array;
  readonly madeNew: Float64Array;
  readonly hasNew: Float64Array;
}

/** What a target has of a technology: `a = 1 - min(1, x (1 - g) + own loss)`. */
const remaining = (short: number, multiple: number, made: number): number =>
  short === 0 && made === 1 ? 1 : 1 - Math.min(1, short + ownLoss(multiple, made));

/** Sets what each target makes of each technology as a multiple of its need. In-house: all of it; a designer makes its own designs only. */
function readMultiples(
  { model, targets }: CourseQuestion,
  { nodes }: Network,
  supply: Supply,
  making: Making,
  multiple: Float64Array,
): (inputs: Inputs) => void {
  const [N, F] = [nodes.length, supply.nodes.length];
  const one = (k: number, at: number, inputs: Inputs): number => {
    const t = nodes[at]!;
    const f = supply.flow[at]!;
    if (model.inHouse[t]) return 1;
    if (targets[k]!.designer) return model.productRank[t]! >= 0 ? 1 : 0;
    if (model.map.technologies[t]!.supply === null) return inputs.ownOfUnknown[t]!;
    if (f >= 0) return supply.own[k * F + f]! / supply.need[k * F + f]!;
    return ownShare(targets[k]!, model, inputs, t) / making.need(k, t, inputs.value);
  };
  return (inputs) => {
    for (let k = 0; k < targets.length; k++) for (let at = 0; at < N; at++) multiple[k * N + at] = one(k, at, inputs);
  };
}
