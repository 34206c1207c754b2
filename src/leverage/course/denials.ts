import { type Inputs, ofUser } from "../draw/inputs.ts";
import type { Network } from "./network.ts";
import { recovered, redirected } from "./pace.ts";
import { createStarved } from "./starved.ts";
import type { Steps } from "./steps.ts";
import type { Supply } from "./supply.ts";

/** Shortfalls of all targets of one technology at one step. */
export interface Denials {
  /** By target: shortfall `x`, before stock and recovery, and the parts of it that acts, and acts and outages, cause; set by `deny`. */
  readonly short: Float64Array;
  readonly byAct: Float64Array;
  readonly byStop: Float64Array;
  /** By target, flow and step: part of world use that acts and outages stop for the target. */
  readonly gone: Float64Array;
  /** By flow and step: what third parties turn to the targets beyond their idle capacity, so that senders can sell in their place. */
  readonly freed: Float64Array;
  /** Part of the gap of the last `deny` that new makers fill, before what the target's own output allows. */
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
  const byTarget = (): Float64Array => new Float64Array(K);
  const [gap, gapByAct, short, byAct, byStop] = [byTarget(), byTarget(), byTarget(), byTarget(), byTarget()];
  /** Part of the gap that the stops of the technology itself open. */
  const stopPart = byTarget();
  /** What its own makers turn home, what third parties sell it that goes on, and how far it is a third party itself for the others. */
  const [turnedHome, kept, free] = [byTarget(), byTarget(), byTarget()];
  /** Part of what others than itself supply that it buys, and what it supplies of what is not kept from the target looked at. */
  const [bought, held] = [byTarget(), byTarget()];
  const gone = new Float64Array(K * F * S);
  const freed = new Float64Array(F * S);
  const [fungible, refill] = [new Float64Array(exposure.clocks.length * S), new Float64Array(exposure.clocks.length * S)];
  const starved = createStarved(supply, K, N, S);
  /** Of a target: idle capacity of third parties, and what they have left beside what targets still get. */
  let [idle, left] = [0, 0];

  /**
   * Opens the gap of a target: what stops for it beyond what its own makers turn home. What an act stops of another target's supply that
   * this does not make anyway is stopped as by an outage: nobody else gets it.
   */
  const open = (k: number, f: number, s: number, spare: number, made: Float64Array): void => {
    const at = supply.nodes[f]!;
    const moment = supply.moment(f, s);
    const i = k * F * S + moment;
    const own = supply.own[k * F + f]!;
    const output = made[k * N + at]!;
    const used = Math.min(own, supply.need[k * F + f]!);
    const imports = supply.need[k * F + f]! - used;
    let starved = 0;
    let unmade = 0;
    let goesOn = supply.fromThird[i]!;
    for (let j = 0; j < K; j++) {
      if (j === k) continue;
      const place = (k * K + j) * F * S + moment;
      const part = supply.fromTarget[place]!;
      const lacks = 1 - made[j * N + at]!;
      starved += part * lacks;
      unmade += supply.actOnTarget[place]! * lacks;
      goesOn += part * (1 - lacks) * (1 - supply.hit[j * F * S + moment]!);
    }
    const stops = supply.byAct[i]! + supply.byOutage[i]!;
    const missing = imports * Math.min(1, stops + starved);
    gone[(k * F + f) * S + s] = imports * Math.min(1, stops);
    gap[k] = Math.max(0, missing - output * Math.max(0, (1 + spare) * own - used));
    gapByAct[k] = gap[k]! > 0 ? (gap[k]! * Math.max(0, supply.byAct[i]! - unmade)) / (stops + starved) : 0;
    stopPart[k] = gap[k]! > 0 ? Math.min(1, (stops + supply.countedAtOrigin[i]!) / (stops + starved)) : 0;
    turnedHome[k] = missing - gap[k]!;
    kept[k] = imports * goesOn;
    free[k] = 1 - supply.hit[i]!;
    bought[k] = imports > 0 ? imports / (1 - own) : 0;
  };

  /**
   * Reads what a target can turn to: third parties, and other targets as far as they are not hit. What other targets keep of it is read as
   * if nothing of it were kept from them, so that an act on them frees nothing.
   */
  const look = (k: number, f: number, s: number, spare: number, made: Float64Array): void => {
    const moment = supply.moment(f, s);
    const third = supply.third[k * F * S + moment]!;
    let open = third;
    idle = spare * third;
    for (let j = 0; j < K; j++) {
      if (j === k) continue;
      held[j] = supply.held[(k * K + j) * F * S + moment]! * made[j * N + supply.nodes[f]!]!;
      idle += free[j]! * Math.max(0, spare * held[j]! - turnedHome[j]!);
      open += free[j]! * held[j]!;
    }
    left = open - kept[k]!;
    for (let j = 0; j < K; j++) if (j !== k) left -= (1 - free[j]!) * bought[j]! * (open - free[j]! * held[j]!);
  };

  /** Tells the parts of what a target still lacks: capacity that acts free goes to what they keep back, and no further. */
  const part = (k: number, take: number, spared: number, pace: number): void => {
    const other = gap[k]! - gapByAct[k]!;
    const lack = gap[k]! - take;
    const takenForActs = Math.min(gapByAct[k]!, take - Math.min(pace * other, (spared * other) / gap[k]!));
    byAct[k] = lack > 0 ? Math.max(0, gapByAct[k]! - takenForActs) / lack : 0;
    const outages = other > 0 ? Math.max(0, stopPart[k]! * gap[k]! - gapByAct[k]!) / other : 0;
    byStop[k] = byAct[k]! + Math.max(0, 1 - byAct[k]!) * outages;
  };

  /** Of two paces, that of what is stopped for a target and that of what only others' lack makes short, by their parts. */
  const paceOf = (of: Float64Array, k: number, f: number, s: number): number => {
    const own = of[exposure.clock[k * F + f]! * S + s]!;
    const later = of[exposure.laterClock[k * F + f]! * S + s]!;
    return own === later ? own : stopPart[k]! * own + (1 - stopPart[k]!) * later;
  };

  return {
    short,
    byAct,
    byStop,
    gone,
    freed,
    refill: (k, f, s) => paceOf(refill, k, f, s),
    read(inputs) {
      starved.read(inputs);
      exposure.clocks.forEach(({ flow, since, user }, c) => {
        const { t } = flows[flow]!;
        const [most, months] = [backfill ? inputs.parameter.fungibility[t]! : 0, ofUser(inputs, "qualification", user, t)];
        for (let s = 0; s < S; s++) {
          fungible[c * S + s] = redirected(middle[s]! - since[s]!, most, months);
          refill[c * S + s] = recovered(middle[s]! - since[s]!, inputs, t);
        }
      });
    },
    deny(f, s, inputs, made) {
      if (!flows[f]!.stopped) {
        starved.deny(f, supply.nodes[f]!, made, (k) => fungible[exposure.laterClock[k * F + f]! * S + s]!, short);
        byAct.fill(0);
        byStop.fill(0);
        return;
      }
      const spare = inputs.parameter.spare[flows[f]!.t]!;
      let gaps = 0;
      for (let k = 0; k < K; k++) {
        open(k, f, s, spare, made);
        gaps += gap[k]!;
      }
      let turned = 0;
      let unused = 0;
      for (let k = 0; k < K; k++) {
        if (gap[k] === 0) {
          short[k] = byAct[k] = byStop[k] = 0;
          continue;
        }
        look(k, f, s, spare, made);
        const spared = (idle * gap[k]!) / gaps;
        const cleared = Math.min(gapByAct[k]!, (Math.max(0, left) * gap[k]!) / gaps);
        const pace = paceOf(fungible, k, f, s);
        const take = Math.min(pace * gap[k]!, spared + cleared);
        turned += take;
        unused += spared;
        short[k] = Math.min(1, Math.max(0, (gap[k]! - take) / supply.need[k * F + f]!));
        part(k, take, spared, pace);
      }
      freed[f * S + s] = Math.max(0, turned - unused);
    },
  };
}
