import { type Inputs, ofUser } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import type { Denials } from "./denials.ts";
import type { Network } from "./network.ts";
import { leftOfBase, saved, wornDown } from "./pace.ts";
import type { Steps } from "./steps.ts";
import { coveredByStock } from "./stock-use.ts";
import type { Supply } from "./supply.ts";

/** Shortfall after buffers: stock, installed base, contracts until renewal. */
export interface BufferModel {
  /** Reads the life of what is installed at a position. */
  read(at: number, inputs: Inputs): void;
  /** Sets the net shortfall at a position from a step on, before which nothing is short. */
  shortfallAfterBuffers: AfterBuffers;
  /** 1 for capital goods, whose lack hits new capacity at once. */
  readonly capital: Uint8Array;
}

/**
 * Shortfall of target `k` as a part of its need; rows by target and step.
 * @param withheld by acts
 * @param physical by outages and for want of inputs, which contracts do not cover
 */
type AfterBuffers = (
  k: number,
  at: number,
  from: number,
  withheld: Float64Array,
  physical: Float64Array,
  inputs: Inputs,
  into: Float64Array,
) => void;

const atOnce = 1e-9;

/** `users`: index of each target among the parties, -1: none. */
export function createBufferModel(
  model: SupplyModel,
  { nodes }: Network,
  supply: Supply,
  denials: Denials,
  users: readonly number[],
  steps: Steps,
): BufferModel {
  const { exposure, flow, need } = supply;
  const { length: lengthOfLack, left: leftOfLack } = supply.ends;
  const { service, serviced: everServiced, contracted, since, first } = exposure;
  const { gone } = denials;
  const [N, F, S] = [nodes.length, supply.flows.length, steps.middle.length];
  const { middle, width } = steps;
  const isOf = (mode: string): Uint8Array => Uint8Array.from(nodes, (t) => Number(model.map.technologies[t]!.mode === mode));
  const [capital, isService] = [isOf("capital"), isOf("service")];
  /** Distinct step lengths, and the part of a base left after each, with and without service. */
  const lengths = [...new Set(steps.width)];
  const lengthAt = steps.width.map((width) => lengths.indexOf(width));
  const serviced = Uint8Array.from(nodes, (_, at) => Number(users.some((__, k) => flow[at]! >= 0 && everServiced[k * F + flow[at]!])));
  const [leftServiced, leftUnserviced] = [new Float64Array(N * lengths.length), new Float64Array(N * lengths.length)];
  /** Months of notice by step; of what nothing stops none. */
  const noNotice = new Float64Array(S);
  const noticeOf = (k: number, f: number): Float64Array => (f >= 0 ? notices[k * F + f]! : noNotice);
  const notices = Array.from({ length: users.length * F }, (_, i) => exposure.notice.subarray(i * S, (i + 1) * S));

  /** The lost installed base: all wears out, the senders' part faster without service. */
  const wear: AfterBuffers = (k, at, from, withheld, physical, { parameter }, into) => {
    const t = nodes[at]!;
    const f = flow[at]!;
    const isServiced = f >= 0 && everServiced[k * F + f] === 1;
    const notice = noticeOf(k, f);
    const bought = (parameter.additions[t]! / 12) * parameter["notice-purchases"][t]!;
    /** Losses with service everywhere, and nowhere. */
    let [usual, unserviced, before] = [0, 0, 0];
    for (let s = from; s < S; s++) {
      const lack = Math.min(1, withheld[k * S + s]! + physical[k * S + s]!);
      if (lack === 0 && before === 0) {
        into[k * S + s] = 0;
        continue;
      }
      const length = at * lengths.length + lengthAt[s]!;
      usual = wornDown(usual, lack, leftServiced[length]!);
      let now = usual;
      if (isServiced) {
        const i = (k * F + f) * S + s;
        const none = service[i] === 1;
        unserviced = wornDown(unserviced, lack, (none ? leftUnserviced : leftServiced)[length]!);
        if (none && need[k * F + f]! > 0) now += Math.min(1, gone[i]! / need[k * F + f]!) * (unserviced - now);
      }
      const lost = Math.max(before, now);
      into[k * S + s] = Math.max(0, 1 - (1 - (before + lost) / 2) * (1 + bought * notice[s]!));
      before = lost;
    }
  };

  /** Part of a withheld service that has run out, as contracts in force are served. */
  const due = (i: number, s: number, renewal: number): number => {
    if (!contracted[i]) return 1;
    return Math.min(1, Math.max(0, middle[s]! - since[i]!) / Math.max(atOnce, renewal));
  };

  /** What users lack beyond what they save and their stock, as a part of what they still need. */
  const drawOnStock: AfterBuffers = (k, at, from, withheld, physical, inputs, into) => {
    const t = nodes[at]!;
    const f = flow[at]!;
    const { parameter, rationing } = inputs;
    const stock = ofUser(inputs, "stock", users[k]!, t);
    const [care, expected, bought] = [rationing[t]!, parameter["expected-length"][t]!, parameter["notice-purchases"][t]!];
    const [renewal, thrift, thriftTime] = [parameter.renewal[t]!, parameter.thrift[t]!, parameter["thrift-time"][t]!];
    const notice = noticeOf(k, f);
    const isContracted = f >= 0 && isService[at] === 1;
    const [row, end] = [k * S, (k * (F + 1) + (f < 0 ? F : f)) * S];
    let used = 0;
    for (let s = from; s < S; s++) {
      const kept = isContracted ? withheld[row + s]! * due((k * F + f) * S + s, s, renewal) : withheld[row + s]!;
      const spared = thrift === 0 ? 0 : saved(middle[s]! - first, thrift, thriftTime);
      const lack = Math.min(1, kept + physical[row + s]!) - spared;
      into[row + s] = lack > 0 ? lack / (1 - spared) : 0;
      if (lack <= 0) continue;
      const left = stock + bought * notice[s]! - used;
      if (left <= 0) continue;
      const length = lengthOfLack[end + s]!;
      const covered = coveredByStock(left, lack, width[s]!, care * (length > 0 ? length : expected), leftOfLack[end + s]!);
      used += covered * width[s]!;
      into[row + s] = (lack - covered) / (1 - spared);
    }
  };

  return {
    capital,
    read(at, { parameter }) {
      if (!capital[at]) return;
      const life = parameter["service-life"][nodes[at]!]!;
      const faster = Math.max(1, parameter["service-factor"][nodes[at]!]!);
      for (let l = 0; l < lengths.length; l++) {
        const i = at * lengths.length + l;
        leftServiced[i] = leftOfBase(lengths[l]!, life);
        if (serviced[at]) leftUnserviced[i] = leftOfBase(lengths[l]!, life / faster);
      }
    },
    shortfallAfterBuffers: (k, at, from, withheld, physical, inputs, into) =>
      (capital[at] ? wear : drawOnStock)(k, at, from, withheld, physical, inputs, into),
  };
}
