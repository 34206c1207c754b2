import { type Inputs, ofUser } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import type { Denials } from "./denials.ts";
import type { Network } from "./network.ts";
import { leftOfBase, wornDown } from "./pace.ts";
import type { Steps } from "./steps.ts";
import { coveredByStock } from "./stock-use.ts";
import type { Supply } from "./supply.ts";

/** Shortfall after buffers: stock, installed base, contracts until renewal. */
export interface BufferModel {
  read(inputs: Inputs): void;
  /** Sets the net shortfall at a position in all steps. */
  shortfallAfterBuffers: AfterBuffers;
  /** 1 for capital goods, whose lack hits new capacity at once. */
  readonly capital: Uint8Array;
}

/**
 * Shortfall of target `k` as a part of its need; rows by target and step.
 * @param withheld by acts
 * @param physical by outages and for want of inputs, which contracts do not cover
 */
type AfterBuffers = (k: number, at: number, withheld: Float64Array, physical: Float64Array, inputs: Inputs, into: Float64Array) => void;

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
  const { exposure, ends, flow } = supply;
  const [N, F, S] = [nodes.length, supply.flows.length, steps.middle.length];
  const mode = Array.from(nodes, (t) => model.map.technologies[t]!.mode);
  const capital = Uint8Array.from(mode, (each) => (each === "capital" ? 1 : 0));
  /** Distinct step lengths, and the part of a base left after each, with and without service. */
  const lengths = [...new Set(steps.width)];
  const lengthAt = steps.width.map((width) => lengths.indexOf(width));
  const serviced = Uint8Array.from(nodes, (_, at) => Number(users.some((__, k) => flow[at]! >= 0 && exposure.serviced[k * F + flow[at]!])));
  const [leftServiced, leftUnserviced] = [new Float64Array(N * lengths.length), new Float64Array(N * lengths.length)];
  const notice = (k: number, f: number, s: number): number => (f >= 0 ? exposure.notice[(k * F + f) * S + s]! : 0);

  /** The lost installed base: all wears out, the senders' part faster without service. */
  const wear: AfterBuffers = (k, at, withheld, physical, { parameter }, into) => {
    const t = nodes[at]!;
    const f = flow[at]!;
    const isServiced = f >= 0 && exposure.serviced[k * F + f] === 1;
    const bought = (parameter.additions[t]! / 12) * parameter["notice-purchases"][t]!;
    /** Losses with service everywhere, and nowhere. */
    let [usual, unserviced, before] = [0, 0, 0];
    for (let s = 0; s < S; s++) {
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
        const none = exposure.service[i] === 1;
        unserviced = wornDown(unserviced, lack, (none ? leftUnserviced : leftServiced)[length]!);
        if (none) now += partOf(denials.gone[i]!, supply.need[k * F + f]!) * (unserviced - now);
      }
      const lost = Math.max(before, now);
      into[k * S + s] = Math.max(0, 1 - (1 - (before + lost) / 2) * (1 + bought * notice(k, f, s)));
      before = lost;
    }
  };

  /** Part of a withheld service that has run out. */
  const due = (k: number, at: number, s: number, { parameter }: Inputs): number => {
    const f = flow[at]!;
    const i = (k * F + f) * S + s;
    if (mode[at] !== "service" || f < 0 || !exposure.contracted[i]) return 1;
    const past = Math.max(0, steps.middle[s]! - exposure.since[i]!);
    return Math.min(1, past / Math.max(atOnce, parameter.renewal[nodes[at]!]!));
  };

  /** What users lack beyond their stock. */
  const drawOnStock: AfterBuffers = (k, at, withheld, physical, inputs, into) => {
    const t = nodes[at]!;
    const f = flow[at]!;
    const { parameter, rationing } = inputs;
    const stock = ofUser(inputs, "stock", users[k]!, t);
    let used = 0;
    for (let s = 0; s < S; s++) {
      const i = k * S + s;
      const lack = Math.min(1, withheld[i]! * due(k, at, s, inputs) + physical[i]!);
      into[i] = lack;
      if (lack <= 0) continue;
      const width = steps.width[s]!;
      const end = (k * (F + 1) + (f < 0 ? F : f)) * S + s;
      const length = ends.length[end]!;
      const care = rationing[t]! * (length > 0 ? length : parameter["expected-length"][t]!);
      const left = stock + parameter["notice-purchases"][t]! * notice(k, f, s) - used;
      const covered = coveredByStock(left, lack, width, care, ends.left[end]!);
      used += covered * width;
      into[i] = lack - covered;
    }
  };

  return {
    capital,
    read({ parameter }) {
      for (let at = 0; at < N; at++) {
        if (!capital[at]) continue;
        const life = parameter["service-life"][nodes[at]!]!;
        const faster = Math.max(1, parameter["service-factor"][nodes[at]!]!);
        for (let l = 0; l < lengths.length; l++) {
          const i = at * lengths.length + l;
          leftServiced[i] = leftOfBase(lengths[l]!, life);
          if (serviced[at]) leftUnserviced[i] = leftOfBase(lengths[l]!, life / faster);
        }
      }
    },
    shortfallAfterBuffers: (k, at, ...rest) => (capital[at] ? wear : drawOnStock)(k, at, ...rest),
  };
}

/** A part of the need, at most all of it; 0 where nothing is needed. */
const partOf = (part: number, need: number): number => (need > 0 ? Math.min(1, part / need) : 0);
