import { isBoughtByDesigners } from "../bought.ts";
import type { Inputs } from "../draw/inputs.ts";
import { indexIn, type SupplyModel } from "../model.ts";
import { ownLoss } from "../target.ts";
import { createBufferModel } from "./buffer-model.ts";
import { createDenials, type Denials } from "./denials.ts";
import { createMaking, type Making } from "./making.ts";
import { readMultiples } from "./multiples.ts";
import { createCompose, type Network, networkOf, withRequirements } from "./network.ts";
import { usableSpare } from "./pace.ts";
import type { CourseTarget } from "./parties.ts";
import { createProcessLag } from "./process-lag.ts";
import type { Steps } from "./steps.ts";
import type { Stop } from "./stop.ts";
import { createSupply, type Draw, type Supply } from "./supply.ts";
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

/**
 * Compiles a question. O(map); a run is O(steps · targets · (technologies + edges touched)). A technology is run over all steps after all its
 * inputs were: rows by target and step.
 */
export function createCourse(question: CourseQuestion): Course {
  const { model, targets, stops, steps, parties } = question;
  const network = question.network ?? networkOf(model, new Set(stops.map(({ technology }) => technology)));
  const making = createMaking(model, targets, parties, stops);
  const supply = createSupply({ ...question, network, making });
  const { nodes, products } = network;
  const [K, N, F, S, P] = [targets.length, nodes.length, supply.nodes.length, steps.middle.length, products.length];
  const row = K * S;
  const denials = createDenials(supply, K, steps, question.backfill);
  const lag = createProcessLag(model, network, steps, K);
  /** Running output feels its inputs after their time in process; new capacity lacks what it needs at once. */
  const felt = { ...network, source: lag.source };
  const compose = createCompose(model, felt, row);
  const composeNew = createCompose(model, network, row);
  const bought = withRequirements(felt, (edge) => isBoughtByDesigners(model, edge));
  const composeBought = createCompose(model, bought, row);
  const users = targets.map(({ code }) => parties.indexOf(code));
  const buffers = createBufferModel(model, network, supply, denials, users, steps);
  const productAt = indexIn(products, N);
  const ofProducts = (): Float64Array => new Float64Array(P * row);
  const [lost, madeLost, growthLost, useLost, outsourcedLost] = [ofProducts(), ofProducts(), ofProducts(), ofProducts(), ofProducts()];
  const ofFlows = (): Float64Array => new Float64Array(F * row);
  const [shortfall, netShortfall, refilled] = [ofFlows(), ofFlows(), ofFlows()];
  const multiple = new Float64Array(K * N);
  const servedPart = new Float64Array(K * N);
  const inHouse = Uint8Array.from(nodes, (t) => model.inHouse[t]!);
  /** Availability for running output by column of the time in process, and for new capacity by position. */
  const [has, hasNew] = [new Float64Array(lag.columns * row).fill(1), new Float64Array(N * row).fill(1)];
  /** Of the technology at hand: own output, also of new capacity, usable part of idle capacity, shortfall by cause and after buffers. */
  const ofOne = (): Float64Array => new Float64Array(row);
  const [made, madeNew, usable, withheld, physical, lack, outsourced] = [ofOne(), ofOne(), ofOne(), ofOne(), ofOne(), ofOne(), ofOne()];
  const { short, byAct } = denials;
  const multiples = readMultiples(question, network, supply, making, { multiple, servedPart });
  const wave = createWave(network, supply, stops);

  /** Part of a product of a target that its designers have made elsewhere. */
  const outsourcedPart = (k: number, at: number): number => {
    const j = k * model.map.products.length + model.productRank[nodes[at]!]!;
    const [own, elsewhere] = [making.make[j]!, making.outsourced[j]!];
    return elsewhere > 0 ? elsewhere / (own + elsewhere) : 0;
  };

  const tell = (at: number, f: number, inputs: Inputs): void => {
    const used = f >= 0 && supply.flows[f]!.stopped;
    let isComposed = false;
    for (let k = 0; k < K; k++) {
      const slot = (k * P + productAt[at]!) * S;
      const elsewhere = outsourcedPart(k, at);
      if (elsewhere > 0 && !isComposed) composeBought(at, inputs, has, outsourced);
      isComposed ||= elsewhere > 0;
      for (let s = 0; s < S; s++) {
        const i = k * S + s;
        lost[slot + s] = madeLost[slot + s] = 1 - made[i]!;
        growthLost[slot + s] = 1 - madeNew[i]!;
        useLost[slot + s] = used ? 1 - has[at * row + i]! : 0;
        if (elsewhere === 0) continue;
        outsourcedLost[slot + s] = 1 - outsourced[i]!;
        lost[slot + s] = (1 - elsewhere) * madeLost[slot + s]! + elsewhere * outsourcedLost[slot + s]!;
      }
    }
  };

  /** Sets what is made with the inputs that are there, outside stopped plants. */
  const make = (at: number, f: number, inputs: Inputs): void => {
    compose(at, inputs, has, made);
    composeNew(at, inputs, hasNew, madeNew);
    for (let i = 0; i < row; i++) usable[i] = usableSpare(made[i]!);
    if (f < 0 || !supply.flows[f]!.stopped) return;
    for (let k = 0; k < K; k++)
      for (let s = 0; s < S; s++) {
        const left = 1 - supply.ownStopped[k * F * S + supply.moment(f, s)]!;
        made[k * S + s]! *= left;
        if (buffers.capital[at]) madeNew[k * S + s]! *= left;
      }
  };

  /**
   * Sets what is short by cause before buffers; in-house losses count at once. New makers fill no more than the inputs of running and of new
   * capacity allow.
   */
  const miss = (k: number, at: number, f: number): void => {
    const [from, to, own, served] = [k * S, (k + 1) * S, multiple[k * N + at]!, servedPart[k * N + at]!];
    withheld.fill(0, from, to);
    if (inHouse[at]) physical.fill(0, from, to);
    else for (let i = from; i < to; i++) physical[i] = ownLoss(own, made[i]!, served);
    if (f < 0) return;
    const slot = (k * F + f) * S - from;
    const isStopped = supply.flows[f]!.stopped;
    for (let i = from; i < to; i++) {
      const gross = short[i]!;
      shortfall[slot + i] = gross;
      refilled[slot + i] = 0;
      if (gross === 0 && !isStopped) continue;
      const back = Math.min(denials.refill(k, f, i - from), made[i]!, madeNew[i]!);
      refilled[slot + i] = back;
      const net = gross * (1 - back);
      withheld[i] = net * byAct[i]!;
      physical[i]! += net - withheld[i]!;
    }
  };

  /** Sets availability `a = 1 - min(1, x (1 - g) + own loss)` after buffers; returns whether it changed. Tools for new capacity count at once. */
  const have = (k: number, at: number, f: number, inputs: Inputs): boolean => {
    miss(k, at, f);
    buffers.shortfallAfterBuffers(k, at, withheld, physical, inputs, lack);
    const [own, served] = [multiple[k * N + at]!, servedPart[k * N + at]!];
    const [isHome, isTool] = [inHouse[at] === 1, buffers.capital[at] === 1];
    const place = at * row;
    let changed = false;
    for (let i = k * S; i < (k + 1) * S; i++) {
      const now = 1 - Math.min(1, isHome ? lack[i]! + ownLoss(own, made[i]!, served) : lack[i]!);
      const tools = isTool ? withheld[i]! + physical[i]! : 0;
      const nowNew = 1 - Math.min(1, isTool && !isHome ? tools : tools + ownLoss(own, madeNew[i]!, served));
      if (now !== has[place + i] || nowNew !== hasNew[place + i]) changed = true;
      has[place + i] = now;
      hasNew[place + i] = nowNew;
    }
    if (f >= 0) for (let s = 0; s < S; s++) netShortfall[(k * F + f) * S + s] = lack[k * S + s]!;
    return changed;
  };

  /** One technology, after its inputs. Returns whether anything changed. */
  const runNode = (at: number, inputs: Inputs): boolean => {
    const f = supply.flow[at]!;
    make(at, f, inputs);
    if (f >= 0) denials.deny(f, inputs, made, usable);
    let changed = false;
    for (let k = 0; k < K; k++) if (have(k, at, f, inputs)) changed = true;
    if (productAt[at]! >= 0) tell(at, f, inputs);
    if (changed) lag.delay(at, has);
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
    netShortfall,
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
