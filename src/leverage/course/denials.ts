import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import type { Network } from "./network.ts";
import { recovered, redirected } from "./pace.ts";
import type { Steps } from "./steps.ts";
import type { Supply } from "./supply.ts";

/** Shortfalls of all targets of one technology at one step. */
export interface Denials {
  /** By target: shortfall `x`, before stock and recovery; set by `deny`. */
  readonly short: Float64Array;
  /** By target, flow and step: part of world use that stops for the target. */
  readonly gone: Float64Array;
  /** By flow and step: what third parties turn to the targets beyond their idle capacity, so that senders can sell in their place. */
  readonly freed: Float64Array;
  /** By flow and step: part of the gap that new makers fill, before what the target's own output allows. */
  readonly refill: Float64Array;
  /** Reads how fast others are qualified and new makers come. */
  read(inputs: Inputs): void;
  /** `made`: own output of each technology, by target and position in the network. */
  deny(f: number, s: number, inputs: Inputs, made: Float64Array): void;
}

/** `backfill`: others can be turned to; else nobody comes in before new makers do. */
export function createDenials(
  model: SupplyModel,
  { nodes }: Network,
  supply: Supply,
  targets: number,
  { middle }: Steps,
  backfill: boolean,
): Denials {
  const [K, N, F, S] = [targets, nodes.length, supply.nodes.length, middle.length];
  const [gap, short] = [new Float64Array(K), new Float64Array(K)];
  const gone = new Float64Array(K * F * S);
  const [freed, fungible, refill] = [new Float64Array(F * S), new Float64Array(F * S), new Float64Array(F * S)];

  /** What stops for a target beyond what others can be turned to: sets its gap, says what it still gets from abroad. */
  const open = (k: number, f: number, s: number, spare: number, made: Float64Array): number => {
    const at = supply.nodes[f]!;
    const [own, need] = [supply.own[k * F + f]!, supply.need[k * F + f]!];
    let stops = supply.stopped[(k * F + f) * S + s]!;
    for (let j = 0; j < K; j++) if (j !== k) stops += supply.others[(k * K + j) * F + f]! * (1 - made[j * N + at]!);
    const used = Math.min(own, need);
    const missing = own < 1 ? (need - used) * Math.min(1, stops / (1 - own)) : 0;
    gone[(k * F + f) * S + s] = missing;
    gap[k] = Math.max(0, missing - made[k * N + at]! * Math.max(0, (1 + spare) * own - used));
    return need - used - missing;
  };

  return {
    short,
    gone,
    freed,
    refill,
    read(inputs) {
      for (let f = 0; f < F; f++) {
        const t = nodes[supply.nodes[f]!]!;
        const [most, months] = [backfill ? inputs.parameter.fungibility[t]! : 0, inputs.parameter.qualification[t]!];
        for (let s = 0; s < S; s++) {
          fungible[f * S + s] = redirected(middle[s]!, most, months);
          refill[f * S + s] = recovered(middle[s]!, inputs, t);
        }
      }
    },
    deny(f, s, inputs, made) {
      const spare = inputs.parameter.spare[nodes[supply.nodes[f]!]!]!;
      const third = supply.third[f * S + s]!;
      let [gaps, kept] = [0, 0];
      for (let k = 0; k < K; k++) {
        kept += open(k, f, s, spare, made);
        gaps += gap[k]!;
      }
      const idle = spare * third;
      const pool = idle + (supply.act[f] ? Math.max(0, third - kept) : 0);
      let turned = 0;
      for (let k = 0; k < K; k++) {
        const take = gaps > 0 ? Math.min(fungible[f * S + s]! * gap[k]!, (pool * gap[k]!) / gaps) : 0;
        turned += take;
        short[k] = Math.min(1, Math.max(0, (gap[k]! - take) / supply.need[k * F + f]!));
      }
      freed[f * S + s] = Math.max(0, turned - idle);
    },
  };
}
