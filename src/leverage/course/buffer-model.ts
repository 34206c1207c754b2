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
  start(at: number): void;
  /**
   * Net shortfall of target `k` in step `s` at a position, as a part of its need. Call in step order.
   * @param withheld by acts
   * @param physical by outages and for want of inputs, which contracts do not cover
   */
  shortfallAfterBuffers(k: number, at: number, s: number, withheld: number, physical: number, inputs: Inputs): number;
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
  const { exposure, ends, flow } = supply;
  const [K, N, F, S] = [users.length, nodes.length, supply.flows.length, steps.middle.length];
  const mode = Array.from(nodes, (t) => model.map.technologies[t]!.mode);
  const capital = Uint8Array.from(mode, (each) => (each === "capital" ? 1 : 0));
  /** Months of use taken from stock, and lost base. */
  const [used, lost] = [new Float64Array(K * N), new Float64Array(K * N)];
  /** Losses with service everywhere, and nowhere. */
  const [usual, unserviced] = [new Float64Array(K * N), new Float64Array(K * N)];
  /** Distinct step lengths, and the part of a base left after each, with and without service. */
  const lengths = [...new Set(steps.width)];
  const lengthAt = steps.width.map((width) => lengths.indexOf(width));
  const serviced = Uint8Array.from(nodes, (_, at) => Number(users.some((__, k) => flow[at]! >= 0 && exposure.serviced[k * F + flow[at]!])));
  const [leftServiced, leftUnserviced] = [new Float64Array(N * lengths.length), new Float64Array(N * lengths.length)];
  const since = (k: number, f: number, s: number): number => exposure.since[(k * F + f) * S + s]!;
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

  /** Part of a withheld service that has run out. */
  const due = (k: number, at: number, s: number, { parameter }: Inputs): number => {
    const f = flow[at]!;
    if (mode[at] !== "service" || f < 0 || !exposure.contracted[(k * F + f) * S + s]) return 1;
    const past = Math.max(0, steps.middle[s]! - since(k, f, s));
    return Math.min(1, past / Math.max(atOnce, parameter.renewal[nodes[at]!]!));
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
    shortfallAfterBuffers(k, at, s, withheld, physical, inputs) {
      if (capital[at]) return wear(k, at, s, Math.min(1, withheld + physical), inputs);
      const t = nodes[at]!;
      const f = flow[at]!;
      const slot = k * N + at;
      const width = steps.width[s]!;
      const { parameter } = inputs;
      const lack = Math.min(1, withheld * due(k, at, s, inputs) + physical);
      const stock = ofUser(inputs, "stock", users[k]!, t) + parameter["notice-purchases"][t]! * notice(k, f, s);
      const end = (k * (F + 1) + (f < 0 ? F : f)) * S + s;
      const length = ends.length[end]!;
      const care = inputs.rationing[t]! * (length > 0 ? length : parameter["expected-length"][t]!);
      const covered = coveredByStock(stock - used[slot]!, lack, width, care, ends.left[end]!);
      used[slot]! += covered * width;
      return lack - covered;
    },
  };
}
