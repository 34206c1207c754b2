import type { Inputs } from "../draw/inputs.ts";
import { usableSpare } from "../own-supply.ts";
import { ownLoss } from "../target.ts";
import { createAdded } from "./added.ts";
import { createBufferModel } from "./buffer-model.ts";
import { builtInOf } from "./built-in.ts";
import { createCompose, wholeAvailability } from "./compose.ts";
import { createDenials, type Denials } from "./denials.ts";
import { elsewhereOf } from "./elsewhere.ts";
import { createMaking, type Making } from "./making.ts";
import { createMultiples } from "./multiples.ts";
import { type Network, networkOf } from "./network.ts";
import { createProcessLag } from "./process-lag.ts";
import { createProductLosses, type ProductLosses } from "./product-losses.ts";
import type { CourseQuestion } from "./question.ts";
import { createSupply, type Draw, type Supply } from "./supply.ts";
import { createWave } from "./wave.ts";

/** A run of the time model; results stay until the next run. Not shared between threads. */
export interface Course extends ProductLosses {
  readonly question: CourseQuestion;
  readonly network: Network;
  readonly supply: Supply;
  readonly making: Making;
  readonly denials: Denials;
  /** By target, flow and step: gross shortfall, shortfall after buffers and recovery, part of the gap filled by new makers. */
  readonly shortfall: Float64Array;
  readonly netShortfall: Float64Array;
  readonly refilled: Float64Array;
  /** Likewise: part of what is short at the target that is felt after stock, contracts and installed base; 1 where nothing is short, 0 where others than the home lack it. */
  readonly felt: Float64Array;
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
 * inputs were: rows by target and step, from the first step in which anything may lack. Where nothing may, not even its inputs are read.
 */
export function createCourse(question: CourseQuestion): Course {
  const { model, targets, stops, steps, parties } = question;
  const network = question.network ?? networkOf(model, new Set(stops.map(({ technology }) => technology)));
  const making = createMaking(model, targets, parties, stops);
  const supply = createSupply({ ...question, network, making });
  const { nodes } = network;
  const { flow, moments, ownStopped } = supply;
  const [K, N, F, S] = [targets.length, nodes.length, supply.nodes.length, steps.middle.length];
  const denials = createDenials(supply, K, steps, question.backfill);
  const { column, columns, bought } = elsewhereOf(model, network);
  const builtIn = builtInOf(model, network, columns);
  const lag = createProcessLag(model, builtIn.columns, [{ ...network, source: builtIn.source }, bought], steps, K);
  /** Running output feels its inputs after their time in process; new capacity lacks what it needs at once. */
  const runningNetwork = { ...network, source: lag.sources[0]! };
  const feltByDesigners = { ...network, ...bought, source: lag.sources[1]! };
  const compose = createCompose(model, runningNetwork, K, S);
  const composeNew = createCompose(model, network, K, S);
  const users = targets.map(({ code }) => parties.indexOf(code));
  const buffers = createBufferModel(model, network, supply, denials, users, steps);
  const products = createProductLosses(question, runningNetwork, feltByDesigners, supply, making);
  const { multiple, servedPart, elsewhere, servedElsewhere, ...multiples } = createMultiples(question, network, supply, making);
  const ofFlows = (): Float64Array => new Float64Array(F * K * S);
  const [shortfall, netShortfall, refilled, felt] = [ofFlows(), ofFlows(), ofFlows(), ofFlows()];
  const inHouse = Uint8Array.from(nodes, (t) => model.inHouse[t]!);
  const isStopped = Uint8Array.from(nodes, (_, at) => Number(supply.flows[flow[at]!]?.stopped ?? false));
  /** What is there for running output by column of the time in process, and for new capacity by position. */
  const [has, hasNew] = [wholeAvailability(lag.columns, K, S), wholeAvailability(N, K, S)];
  /** By position and target: the first step in which anything may have lacked when last told. By position: the run that last read it. */
  const toldSince = new Int32Array(N * K).fill(S);
  const readIn = new Int32Array(N);
  let runs = 0;
  /** Of the technology at hand: own output, also of new capacity, usable part of idle capacity, shortfall by cause and after buffers. */
  const ofOne = (): Float64Array => new Float64Array(K * S);
  const [made, madeNew, usable, withheld, physical, lack] = [ofOne(), ofOne(), ofOne(), ofOne(), ofOne(), ofOne()];
  const short = { withheld, physical, imported: ofOne() };
  const nothing = new Float64Array(S);
  /** By target: the first step in which own output may be less than whole, and in which anything may lack. */
  const [madeSince, since] = [new Int32Array(K), new Int32Array(K)];
  const told = { made, madeNew, has };
  const { byAct, since: shortSince } = denials;
  const { capital } = buffers;
  const wave = createWave(network, supply, stops);
  const added = createAdded(question.added ?? [], network, S);

  /** Sets what is made with the inputs that are there; returns whether anything may lack or lacked in the last run. */
  const make = (at: number, inputs: Inputs): boolean => {
    let lacks = isStopped[at] === 1;
    for (let k = 0; k < K; k++) {
      madeSince[k] = compose(at, k, inputs, has, made);
      since[k] = Math.min(madeSince[k]!, composeNew(at, k, inputs, hasNew, madeNew), products.boughtSince(at, k, has));
      if (since[k]! < S || toldSince[at * K + k]! < S) lacks = true;
    }
    return lacks;
  };

  /** Reads what a position has of its own, once in a run. */
  const read = (at: number, f: number, inputs: Inputs): void => {
    if (readIn[at] === runs) return;
    readIn[at] = runs;
    if (f >= 0 && !isStopped[at]) supply.readContinuing(f, inputs);
    if (f >= 0) denials.read(f, inputs);
    buffers.read(at, inputs);
    multiples.read(at, inputs);
  };

  /** Takes stopped plants from what is made, and tells what targets are short of. */
  const deny = (at: number, f: number, inputs: Inputs): void => {
    for (let i = 0; i < K * S; i++) usable[i] = made[i] === 1 ? 1 : usableSpare(made[i]!);
    if (isStopped[at]) {
      for (let k = 0; k < K; k++)
        for (let s = 0; s < S; s++) {
          const left = 1 - ownStopped[k * F * S + moments[f * S + s]!]!;
          made[k * S + s]! *= left;
          if (capital[at]) madeNew[k * S + s]! *= left;
        }
    }
    denials.deny(f, inputs, made, usable, madeSince);
    for (let k = 0; k < K; k++) since[k] = Math.min(since[k]!, shortSince[k]!);
  };

  /**
   * Sets what is short by cause before buffers; in-house losses count at once. New makers fill no more than the inputs of running and of new
   * capacity allow.
   */
  const miss = (k: number, at: number, f: number, first: number): void => {
    const [from, to] = [k * S + first, (k + 1) * S];
    const [own, served] = [multiple[k * N + at]!, servedPart[k * N + at]!];
    for (let i = from; i < to; i++) {
      withheld[i] = short.imported[i] = 0;
      physical[i] = inHouse[at] ? 0 : ownLoss(own, made[i]!, served);
    }
    if (f < 0) return;
    const slot = (k * F + f) * S - k * S;
    for (let i = from; i < to; i++) {
      const gross = denials.short[i]!;
      shortfall[slot + i] = gross;
      refilled[slot + i] = 0;
      if (gross === 0 && !isStopped[at]) continue;
      const back = Math.min(denials.refill(k, f, i - k * S), made[i]!, madeNew[i]!);
      refilled[slot + i] = back;
      const net = gross * (1 - back);
      short.imported[i] = net;
      withheld[i] = net * byAct[i]!;
      physical[i]! += net - withheld[i]!;
    }
  };

  /** What own plants do not make is short of what designers have made elsewhere alone. */
  const concentrate = (k: number, first: number, outside: number): void => {
    for (let i = k * S + first; i < (k + 1) * S; i++) {
      withheld[i]! /= outside;
      physical[i]! /= outside;
    }
  };

  /** Sets availability `a = 1 - min(1, x (1 - g) + own loss)` after buffers; returns whether it changed. Tools for new capacity count at once. */
  const have = (k: number, at: number, f: number, inputs: Inputs): boolean => {
    const place = at * K + k;
    const from = Math.min(since[k]!, toldSince[place]!);
    if (from === S) return false;
    toldSince[place] = since[k]!;
    miss(k, at, f, from);
    const beside = k === 0 ? added.relieve(at, from, made, short) : nothing;
    const outside = elsewhere[k * N + at]!;
    if (outside > 0) concentrate(k, from, outside);
    buffers.shortfallAfterBuffers(k, at, from, withheld, physical, inputs, lack);
    const [own, served] = [multiple[k * N + at]!, servedPart[k * N + at]!];
    const designers = column[at]! * K + k;
    const anew = builtIn.column[at]! * K + k;
    const [isHome, isTool] = [inHouse[at] === 1, capital[at] === 1];
    let [changed, first, firstNew, firstOutside] = [false, S, S, S];
    for (let s = S - 1; s >= from; s--) {
      const i = k * S + s;
      const home = isHome ? Math.max(0, ownLoss(own, made[i]!, served) - beside[s]!) : 0;
      const now = 1 - Math.min(1, outside > 0 ? home : lack[i]! + home);
      const tools = isTool ? withheld[i]! + physical[i]! : 0;
      const nowNew = 1 - Math.min(1, isTool && !isHome ? tools : tools + ownLoss(own, madeNew[i]!, served));
      if (now !== has.state[place * S + s] || nowNew !== hasNew.state[place * S + s]) changed = true;
      has.state[place * S + s] = now;
      hasNew.state[place * S + s] = nowNew;
      if (now !== 1) first = s;
      if (nowNew !== 1) firstNew = s;
      if (anew >= 0) has.state[anew * S + s] = nowNew;
      if (f >= 0) {
        const slot = (k * F + f) * S + s;
        netShortfall[slot] = outside > 0 ? outside * lack[i]! : lack[i]!;
        felt[slot] = feltPart(lack[i]!, withheld[i]! + physical[i]!, outside);
      }
      if (designers < 0) continue;
      const theirs = outside > 0 ? 1 - Math.min(1, lack[i]! + (home * servedElsewhere[k * N + at]!) / outside) : now;
      if (theirs !== has.state[designers * S + s]) changed = true;
      has.state[designers * S + s] = theirs;
      if (theirs !== 1) firstOutside = s;
    }
    has.since[place] = first;
    hasNew.since[place] = firstNew;
    if (anew >= 0) has.since[anew] = firstNew;
    if (designers >= 0) has.since[designers] = firstOutside;
    return changed;
  };

  /** One technology, after its inputs. Returns whether anything changed. */
  const runNode = (at: number, inputs: Inputs): boolean => {
    if (!make(at, inputs)) return false;
    const f = flow[at]!;
    read(at, f, inputs);
    if (f >= 0) deny(at, f, inputs);
    added.keep(at, made);
    let changed = false;
    for (let k = 0; k < K; k++) {
      if (!have(k, at, f, inputs)) continue;
      changed = true;
      for (const told of [at, column[at]!, builtIn.column[at]!]) if (told >= 0) lag.delay(told, k, has);
    }
    products.tell(at, told, inputs);
    return changed;
  };

  return {
    question,
    network,
    supply,
    making,
    denials,
    ...products.losses,
    shortfall,
    netShortfall,
    refilled,
    felt,
    run(inputs, draw = null, active) {
      runs++;
      added.start();
      making.read(inputs, draw);
      supply.read(inputs, draw, active);
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

const feltPart = (lack: number, short: number, outside: number): number => (outside > 0 ? 0 : short > 0 ? Math.min(1, lack / short) : 1);
