import { type Inputs, ofUser } from "../draw/inputs.ts";
import type { Network } from "./network.ts";
import { recovered, redirected } from "./pace.ts";
import type { Steps } from "./steps.ts";
import type { Supply } from "./supply.ts";

/** Shortfalls of all targets of one technology at one step. */
export interface Denials {
  /** By target: shortfall `x`, before stock and recovery, and the part of it that acts cause; set by `deny`. */
  readonly short: Float64Array;
  readonly byAct: Float64Array;
  /** By target, flow and step: part of world use that acts and outages stop for the target. */
  readonly gone: Float64Array;
  /** By flow and step: what third parties turn to the targets beyond their idle capacity, so that senders can sell in their place. */
  readonly freed: Float64Array;
  /** Part of the gap that new makers fill, before what the target's own output allows. */
  refill(target: number, f: number, s: number): number;
  /** Reads how fast others are qualified and new makers come. */
  read(inputs: Inputs): void;
  /** `made`: own output of each technology, by target and position in the network. */
  deny(f: number, s: number, inputs: Inputs, made: Float64Array): void;
}

/** `backfill`: others can be turned to; else nobody comes in before new makers do. */
export function createDenials(network: Network, supply: Supply, targets: number, { middle }: Steps, backfill: boolean): Denials {
  const { flows, exposure } = supply;
  const [K, N, F, S] = [targets, network.nodes.length, flows.length, middle.length];
  const [gap, gapByAct, short, byAct] = [new Float64Array(K), new Float64Array(K), new Float64Array(K), new Float64Array(K)];
  const gone = new Float64Array(K * F * S);
  const freed = new Float64Array(F * S);
  const [fungible, refill] = [new Float64Array(exposure.clocks.length * S), new Float64Array(exposure.clocks.length * S)];
  /** Supply of third parties, their idle capacity, and what targets still get of it. */
  let [third, idle, kept] = [0, 0, 0];

  /** Opens the gap of a target: what stops for it beyond what its own makers turn home. */
  const open = (k: number, f: number, s: number, spare: number, made: Float64Array): void => {
    const at = supply.nodes[f]!;
    const moment = supply.moment(f, s);
    const i = k * F * S + moment;
    const [own, output] = [supply.own[k * F + f]!, made[k * N + at]!];
    const used = Math.min(own, supply.need[k * F + f]!);
    const imports = supply.need[k * F + f]! - used;
    let [starved, goesOn] = [0, supply.fromThird[i]!];
    for (let j = 0; j < K; j++) {
      const part = j === k ? 0 : supply.fromTarget[(k * K + j) * F * S + moment]!;
      if (part === 0) continue;
      starved += part * (1 - made[j * N + at]!);
      if (!exposure.hit[j * F + f]) goesOn += part * made[j * N + at]!;
    }
    const stops = supply.byAct[i]! + supply.byOutage[i]!;
    const missing = imports * Math.min(1, stops + starved);
    gone[(k * F + f) * S + s] = imports * Math.min(1, stops);
    gap[k] = Math.max(0, missing - output * Math.max(0, (1 + spare) * own - used));
    gapByAct[k] = gap[k]! > 0 ? (gap[k]! * supply.byAct[i]!) / (stops + starved) : 0;
    if (exposure.hit[k * F + f]) kept += imports * goesOn;
    else {
      third += supply.held[i]! * output;
      idle += Math.max(0, spare * supply.held[i]! * output - (missing - gap[k]!));
    }
  };

  return {
    short,
    byAct,
    gone,
    freed,
    refill: (k, f, s) => refill[exposure.clock[k * F + f]! * S + s]!,
    read(inputs) {
      exposure.clocks.forEach(({ flow, since, user }, c) => {
        const { t } = flows[flow]!;
        const [most, months] = [backfill ? inputs.parameter.fungibility[t]! : 0, ofUser(inputs, "qualification", user, t)];
        for (let s = 0; s < S; s++) {
          fungible[c * S + s] = redirected(middle[s]! - since, most, months);
          refill[c * S + s] = recovered(middle[s]! - since, inputs, t);
        }
      });
    },
    deny(f, s, inputs, made) {
      const spare = inputs.parameter.spare[flows[f]!.t]!;
      third = supply.third[supply.moment(f, s)]!;
      [idle, kept] = [spare * third, 0];
      let [gaps, gapsByAct] = [0, 0];
      for (let k = 0; k < K; k++) {
        open(k, f, s, spare, made);
        gaps += gap[k]!;
        gapsByAct += gapByAct[k]!;
      }
      const free = Math.min(gapsByAct, Math.max(0, third - kept));
      let turned = 0;
      for (let k = 0; k < K; k++) {
        const offered = gap[k]! > 0 ? (idle * gap[k]!) / gaps + (gapsByAct > 0 ? (free * gapByAct[k]!) / gapsByAct : 0) : 0;
        const take = Math.min(fungible[exposure.clock[k * F + f]! * S + s]! * gap[k]!, offered);
        turned += take;
        short[k] = Math.min(1, Math.max(0, (gap[k]! - take) / supply.need[k * F + f]!));
        byAct[k] = gap[k]! > 0 ? gapByAct[k]! / gap[k]! : 0;
      }
      freed[f * S + s] = Math.max(0, turned - idle);
    },
  };
}
