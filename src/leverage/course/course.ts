import type { Inputs } from "../draw/inputs.ts";
import { indexIn, type SupplyModel } from "../model.ts";
import { ownLoss } from "../target.ts";
import { createBufferModel } from "./buffer-model.ts";
import { createDenials, type Denials } from "./denials.ts";
import { createMaking, isBoughtByDesigners, type Making } from "./making.ts";
import { createCompose, type Network, networkOf, withRequirements } from "./network.ts";
import { usableSpare } from "./pace.ts";
import type { CourseTarget } from "./parties.ts";
import { createProcessLag } from "./process-lag.ts";
import type { Steps } from "./steps.ts";
import type { Stop } from "./stop.ts";
import { createSupply, type Draw, ownShare, type Supply } from "./supply.ts";
import { createWave } from "./wave.ts";

export interface CourseQuestion {
  readonly model: SupplyModel;
  readonly targets: readonly CourseTarget[];
  readonly senders: readonly string[];
  readonly stops: readonly Stop[];
  readonly steps: Steps;
  /** Codes with places in the inputs, including targets and senders. */
  readonly parties: readonly string[];
  /** Outsiders fill in; otherwise `f = 0`. */
  readonly backfill: boolean;
  /** The touched network, if known from another course on the same technologies. */
  readonly network?: Network | undefined;
}

/** A run of the time model; results stay until the next run. Not shared between threads. */
export interface Course {
  readonly question: CourseQuestion;
  readonly network: Network;
  readonly supply: Supply;
  readonly making: Making;
  readonly denials: Denials;
  /** By target, product and step: lost running output with what its designers have made elsewhere, lost new capacity, unmet use. */
  readonly lost: Float64Array;
  readonly growthLost: Float64Array;
  readonly useLost: Float64Array;
  /** Of it, by what is made at home, and by what designers have made elsewhere: for lack of the services and parts that they buy. */
  readonly madeLost: Float64Array;
  readonly outsourcedLost: Float64Array;
  /** By target, flow and step: gross shortfall, shortfall after buffers and recovery, part of the gap filled by new makers. */
  readonly shortfall: Float64Array;
  readonly netShortfall: Float64Array;
  readonly refilled: Float64Array;
  /** Runs all steps. `active`: participating senders (1 or 0), default all. */
  run(inputs: Inputs, draw?: Draw | null, active?: Uint8Array): void;
  /**
   * As `run`, but recomputes only what the change of some senders affects. Inputs and draw must equal those of the last run. O(steps ·
   * targets · changes).
   */
  rerun(changed: readonly number[], inputs: Inputs, active: Uint8Array): void;
  /** As `run`, recomputing some positions after a change of stock use alone. */
  restock(positions: Int32Array, inputs: Inputs): void;
}

const cubes = (count: number, length: number): Float64Array[] => Array.from({ length: count }, () => new Float64Array(length));

/** Compiles a question. O(map); a run is O(steps · targets · (technologies + edges touched)). */
export function createCourse(question: CourseQuestion): Course {
  const { model, targets, stops, steps, parties } = question;
  const network = question.network ?? networkOf(model, new Set(stops.map(({ technology }) => technology)));
  const making = createMaking(model, targets, parties, stops);
  const supply = createSupply({ ...question, network, making });
  const { nodes, products } = network;
  const [K, N, F, S, P] = [targets.length, nodes.length, supply.nodes.length, steps.middle.length, products.length];
  const denials = createDenials(network, supply, K, steps, question.backfill);
  const lag = createProcessLag(model, network, steps, K);
  const M = lag.columns;
  /** Running output feels its inputs after their time in process; new capacity lacks what it needs at once. */
  const compose = createCompose(model, { ...network, source: lag.source });
  const composeNew = createCompose(model, network);
  const users = targets.map(({ code }) => parties.indexOf(code));
  const buffers = createBufferModel(model, network, supply, denials, users, steps);
  const productAt = indexIn(products, N);
  const [lost, madeLost, growthLost, useLost, outsourcedLost] = cubes(5, K * P * S) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const composeBought = createCompose(
    model,
    withRequirements({ ...network, source: lag.source }, (edge) => isBoughtByDesigners(model, edge)),
  );
  const [shortfall, netShortfallOf, refilled] = cubes(3, K * F * S) as [Float64Array, Float64Array, Float64Array];
  const multiple = new Float64Array(K * N);
  /** Part of idle capacity that the inputs of a step allow to use. */
  const usable = new Float64Array(K * N).fill(1);
  const inHouse = Uint8Array.from(nodes, (t) => model.inHouse[t]!);
  /** By step: own output and availability, of running output and new capacity. */
  const states = Array.from({ length: S }, (): State => {
    const [made, madeNew, hasNew] = cubes(3, K * N) as [Float64Array, Float64Array, Float64Array];
    return { made, has: new Float64Array(K * M).fill(1), madeNew, hasNew: hasNew.fill(1) };
  });
  const available = states.map(({ has }) => has);
  const multiples = readMultiples(question, network, supply, making, multiple);
  const wave = createWave(network, supply, stops);

  /** Part of a product of a target that its designers have made elsewhere. */
  const outsourcedPart = (k: number, at: number): number => {
    const j = k * model.map.products.length + model.productRank[nodes[at]!]!;
    const [own, elsewhere] = [making.make[j]!, making.outsourced[j]!];
    return elsewhere > 0 ? elsewhere / (own + elsewhere) : 0;
  };

  const tell = (k: number, at: number, f: number, s: number, inputs: Inputs, { made, madeNew, has }: State): void => {
    const slot = (k * P + productAt[at]!) * S + s;
    const i = k * N + at;
    lost[slot] = madeLost[slot] = 1 - made[i]!;
    growthLost[slot] = 1 - madeNew[i]!;
    useLost[slot] = f >= 0 && supply.flows[f]!.stopped ? 1 - has[k * M + at]! : 0;
    const elsewhere = outsourcedPart(k, at);
    if (elsewhere === 0) return;
    outsourcedLost[slot] = 1 - composeBought(k * M, at, inputs, has);
    lost[slot] = (1 - elsewhere) * madeLost[slot]! + elsewhere * outsourcedLost[slot]!;
  };

  const make = (k: number, at: number, f: number, s: number, inputs: Inputs, { made, has, madeNew, hasNew }: State): void => {
    const left = f < 0 ? 1 : 1 - supply.ownStopped[k * F * S + supply.moment(f, s)]!;
    const allowed = compose(k * M, at, inputs, has);
    usable[k * N + at] = usableSpare(allowed);
    made[k * N + at] = allowed * left;
    madeNew[k * N + at] = composeNew(k * N, at, inputs, hasNew) * (buffers.capital[at] ? left : 1);
  };

  /**
   * Sets availability `a = 1 - min(1, x (1 - g) + own loss)` after buffers; in-house losses and tools for new capacity count at once. New
   * makers fill no more than the inputs of running and of new capacity allow.
   * Returns whether anything changed.
   */
  const have = (k: number, at: number, f: number, s: number, inputs: Inputs, { made, has, madeNew, hasNew }: State): boolean => {
    const i = k * N + at;
    const own = made[i] === 1 ? 0 : ownLoss(multiple[i]!, made[i]!);
    let withheld = 0;
    let short = 0;
    let physical = inHouse[at] ? 0 : own;
    if (f >= 0) {
      const slot = (k * F + f) * S + s;
      const back = Math.min(denials.refill(k, f, s), made[i]!, madeNew[i]!);
      short = denials.short[k]! * (1 - back);
      withheld = short * denials.byAct[k]!;
      physical += short - withheld;
      shortfall[slot] = denials.short[k]!;
      refilled[slot] = back;
    }
    const any = withheld + physical > 0 || buffers.hasLostInstalledBase(k, at);
    const lack = any ? buffers.shortfallAfterBuffers(k, at, s, withheld, physical, inputs) : 0;
    if (f >= 0) netShortfallOf[(k * F + f) * S + s] = lack;
    const now = 1 - Math.min(1, inHouse[at] ? lack + own : lack);
    const ownNew = buffers.capital[at] && !inHouse[at] ? own : madeNew[i] === 1 ? 0 : ownLoss(multiple[i]!, madeNew[i]!);
    const nowNew = 1 - Math.min(1, (buffers.capital[at] ? short : 0) + ownNew);
    const changed = now !== has[k * M + at] || nowNew !== hasNew[i];
    has[k * M + at] = now;
    hasNew[i] = nowNew;
    return changed;
  };

  /** All steps of one technology, after its inputs. Returns whether anything changed. */
  const runNode = (at: number, inputs: Inputs): boolean => {
    const f = supply.flow[at]!;
    let changed = false;
    buffers.start(at);
    for (let s = 0; s < S; s++) {
      const state = states[s]!;
      for (let k = 0; k < K; k++) make(k, at, f, s, inputs, state);
      if (f >= 0) denials.deny(f, s, inputs, state.made, usable);
      for (let k = 0; k < K; k++) {
        if (have(k, at, f, s, inputs, state)) changed = true;
        if (productAt[at]! >= 0) tell(k, at, f, s, inputs, state);
      }
    }
    if (changed) lag.delay(at, available);
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
    madeLost,
    outsourcedLost,
    shortfall,
    netShortfall: netShortfallOf,
    refilled,
    run(inputs, draw = null, active) {
      making.read(inputs, draw);
      supply.read(inputs, draw, active);
      denials.read(inputs);
      buffers.read(inputs);
      multiples(inputs);
      for (let at = 0; at < N; at++) runNode(at, inputs);
    },
    rerun(changed, inputs, active) {
      wave.run(
        changed,
        (f) => supply.reread(f, inputs, active),
        (at) => runNode(at, inputs),
      );
    },
    restock(positions, inputs) {
      for (const at of positions) runNode(at, inputs);
    },
  };
}

/** By target and position; `has` by target and column of the time in process. */
interface State {
  readonly made: Float64Array;
  readonly has: Float64Array;
  readonly madeNew: Float64Array;
  readonly hasNew: Float64Array;
}

/** Sets each target's production as a multiple of its need: in-house all; a designer only its own designs. */
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
