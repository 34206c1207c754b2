import { type Inputs, ofUser } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import type { Denials } from "./denials.ts";
import type { Network } from "./network.ts";
import { leftOfBase, wornDown } from "./pace.ts";
import { lengthOf, type Steps } from "./steps.ts";
import type { Supply } from "./supply.ts";

/** Shortfall after buffers: stock, installed base, contracts until renewal. */
export interface BufferModel {
  read(inputs: Inputs): void;
  start(at: number): void;
  /**
   * Net shortfall of target `k` in step `s` at a position, as a part of its need. Call in step order.
   * @param withheld by acts
   * @param stopped by outages, which contracts do not cover
   * @param starved for want of inputs; counted from the first stop
   */
  shortfallAfterBuffers(k: number, at: number, s: number, withheld: number, stopped: number, starved: number, inputs: Inputs): number;
  hasLostInstalledBase(k: number, at: number): boolean;
  /** 1 for capital goods, whose lack hits new capacity at once. */
  readonly capital: Uint8Array;
}

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
  const { exposure, flow } = supply;
  const [K, N, F, S] = [users.length, nodes.length, supply.flows.length, steps.middle.length];
  const mode = Array.from(nodes, (t) => model.map.technologies[t]!.mode);
  const capital = Uint8Array.from(mode, (each) => (each === "capital" ? 1 : 0));
  const [used, lost] = [new Float64Array(K * N), new Float64Array(K * N)];
  /** Losses with service everywhere, and nowhere. */
  const [usual, unserviced] = [new Float64Array(K * N), new Float64Array(K * N)];
  const months = lengthOf(steps);
  /** Distinct step lengths, and the part of a base left after each, with and without service. */
  const lengths = [...new Set(steps.width)];
  const lengthAt = steps.width.map((width) => lengths.indexOf(width));
  const serviced = Uint8Array.from(nodes, (_, at) => Number(users.some((__, k) => flow[at]! >= 0 && exposure.serviced[k * F + flow[at]!])));
  const [leftServiced, leftUnserviced] = [new Float64Array(N * lengths.length), new Float64Array(N * lengths.length)];
  const since = (k: number, f: number, s: number): number => (f >= 0 ? exposure.since[(k * F + f) * S + s]! : exposure.first);
  const notice = (k: number, f: number, s: number): number => (f >= 0 ? exposure.notice[(k * F + f) * S + s]! : 0);

  /** Lost installed base: all wears out, the senders' part faster without service. */
  const wear = (k: number, at: number, s: number, lack: number, { parameter }: Inputs): number => {
    const t = nodes[at]!;
    const f = flow[at]!;
    const slot = k * N + at;
    const length = at * lengths.length + lengthAt[s]!;
    const before = lost[slot]!;
    let now = wornDown(usual[slot]!, lack, leftServiced[length]!);
    usual[slot] = now;
    if (f >= 0 && exposure.serviced[k * F + f]) {
      const withheld = exposure.service[(k * F + f) * S + s] === 1;
      unserviced[slot] = wornDown(unserviced[slot]!, lack, (withheld ? leftUnserviced : leftServiced)[length]!);
      const theirs = withheld ? Math.min(1, denials.gone[(k * F + f) * S + s]! / supply.need[k * F + f]!) : 0;
      now += theirs * (unserviced[slot]! - now);
    }
    lost[slot] = Math.max(before, now);
    const ahead = 1 + (parameter.additions[t]! / 12) * parameter["notice-purchases"][t]! * notice(k, f, s);
    return Math.max(0, 1 - (1 - (before + lost[slot]!) / 2) * ahead);
  };

  /** Months over which a rationed stock must last. */
  const lasts = (k: number, f: number, s: number, stopped: number, starved: number): number => {
    const part = stopped > 0 ? stopped / (stopped + starved) : 0;
    return Math.max(steps.width[s]!, months - part * since(k, f, s) - (1 - part) * exposure.first);
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
    start(at) {
      for (let k = 0; k < K; k++) used[k * N + at] = lost[k * N + at] = usual[k * N + at] = unserviced[k * N + at] = 0;
    },
    hasLostInstalledBase: (k, at) => lost[k * N + at]! > 0,
    shortfallAfterBuffers(k, at, s, withheld, stopped, starved, inputs) {
      if (capital[at]) return wear(k, at, s, Math.min(1, withheld + stopped + starved), inputs);
      const t = nodes[at]!;
      const f = flow[at]!;
      const slot = k * N + at;
      const width = steps.width[s]!;
      const { parameter } = inputs;
      const past = Math.max(0, steps.middle[s]! - since(k, f, s));
      const due = mode[at] === "service" ? Math.min(1, past / Math.max(atOnce, parameter.renewal[t]!)) : 1;
      const gone = withheld * due + stopped;
      const lack = Math.min(1, gone + starved);
      const stock = ofUser(inputs, "stock", users[k]!, t) + parameter["notice-purchases"][t]! * notice(k, f, s);
      const covered = Math.min(lack, Math.max(0, stock - used[slot]!) / width);
      used[slot]! += lack * width;
      const evenly = Math.max(0, lack - stock / lasts(k, f, s, gone, starved));
      const part = inputs.rationing[t]!;
      return (1 - part) * (lack - covered) + part * evenly;
    },
  };
}
