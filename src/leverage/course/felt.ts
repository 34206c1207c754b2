import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import type { Denials } from "./denials.ts";
import type { Network } from "./network.ts";
import { wornOut } from "./pace.ts";
import { lengthOf, type Steps } from "./steps.ts";
import type { Supply } from "./supply.ts";

/** What of a shortfall is felt in running output: after stock, in the installed base, or from the next renewal on. */
export interface Felt {
  /** Forgets the last course of flow `f`. `whole`: own output of everything, all 1. */
  start(f: number, inputs: Inputs, whole: Float64Array): void;
  /** Part of the need of target `k` that is lost in step `s`. `back`: part of the gap that new makers fill. Steps of a flow in their order. */
  feel(k: number, f: number, s: number, short: number, back: number, inputs: Inputs): number;
  /** Whether anything was ever short of it for the target, or is rationed. */
  touched(k: number, f: number): boolean;
  /** By flow: 1 for tools, whose lack is felt in new capacity at once. */
  readonly capital: Uint8Array;
}

/** Renewal in less than this many months is at once. */
const atOnce = 1e-9;

export function createFelt(model: SupplyModel, { nodes }: Network, supply: Supply, denials: Denials, targets: number, steps: Steps): Felt {
  const [K, F, S] = [targets, supply.nodes.length, steps.middle.length];
  const technology = supply.nodes.map((at) => nodes[at]!);
  const mode = Array.from(technology, (t) => model.map.technologies[t]!.mode);
  const capital = Uint8Array.from(mode, (each) => (each === "capital" ? 1 : 0));
  const stock = new Float64Array(F);
  const [used, worn, rationed] = [new Float64Array(K * F), new Float64Array(K * F), new Float64Array(K * F)];
  const months = lengthOf(steps);

  /** Part of a service that has come up for renewal; all of a good. */
  const due = (f: number, s: number, { parameter }: Inputs): number =>
    mode[f] === "service" ? Math.min(1, steps.middle[s]! / Math.max(atOnce, parameter.renewal[technology[f]!]!)) : 1;

  /** What is short over the whole course where stock is used evenly, taken with the target's own output whole. */
  const ration = (f: number, inputs: Inputs, whole: Float64Array): void => {
    for (let s = 0; s < S; s++) {
      denials.deny(f, s, inputs, whole);
      const part = (1 - denials.refill[f * S + s]!) * due(f, s, inputs) * steps.width[s]!;
      for (let k = 0; k < K; k++) rationed[k * F + f]! += denials.short[k]! * part;
    }
    for (let k = 0; k < K; k++) rationed[k * F + f] = Math.max(0, rationed[k * F + f]! - stock[f]!) / months;
  };

  /** Lost part of the installed base: all of it wears out, the senders' part faster where service is withheld; a part is not replaced. */
  const wear = (slot: number, f: number, s: number, flow: number, { parameter }: Inputs): number => {
    const t = technology[f]!;
    const theirs = Math.min(1, denials.gone[slot * S + s]! / supply.need[slot]!);
    const life = parameter["service-life"][t]!;
    const fast = supply.service[f] ? life / Math.max(1, parameter["service-factor"][t]!) : life;
    const [from, width] = [steps.from[s]!, steps.width[s]!];
    const before = worn[slot]!;
    worn[slot] = before + flow * ((1 - theirs) * wornOut(from, width, life) + theirs * wornOut(from, width, fast));
    const ahead = 1 + (parameter.additions[t]! / 12) * parameter["notice-purchases"][t]! * supply.notice[f]!;
    return Math.max(0, 1 - (1 - (before + worn[slot]) / 2) * ahead);
  };

  return {
    capital,
    start(f, inputs, whole) {
      for (let k = 0; k < K; k++) {
        const slot = k * F + f;
        used[slot] = worn[slot] = rationed[slot] = 0;
      }
      const t = technology[f]!;
      stock[f] = inputs.parameter.stock[t]! + inputs.parameter["notice-purchases"][t]! * supply.notice[f]!;
      if (!capital[f] && inputs.rationing[t]! > 0) ration(f, inputs, whole);
    },
    touched: (k, f) => worn[k * F + f]! > 0 || rationed[k * F + f]! > 0,
    feel(k, f, s, short, back, inputs) {
      const slot = k * F + f;
      const flow = short * (1 - back);
      if (capital[f]) return wear(slot, f, s, flow, inputs);
      const before = Math.max(0, used[slot]! - stock[f]!);
      used[slot]! += flow * due(f, s, inputs) * steps.width[s]!;
      const first = (Math.max(0, used[slot]! - stock[f]!) - before) / steps.width[s]!;
      const part = inputs.rationing[technology[f]!]!;
      return (1 - part) * first + part * rationed[slot]!;
    },
  };
}
