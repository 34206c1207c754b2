import { type Inputs, ofUser } from "../draw/inputs.ts";
import { leftForHome } from "../own-supply.ts";
import { recovered, redirected } from "./pace.ts";
import { createStarved } from "./starved.ts";
import type { Steps } from "./steps.ts";
import type { Supply } from "./supply.ts";

export interface Denials {
  /** By target and step: gross shortfall `x`, and its part caused by acts; set by `deny`. */
  readonly short: Float64Array;
  readonly byAct: Float64Array;
  /** By target: the first step in which it may be short; set by `deny`. */
  readonly since: Int32Array;
  /** By target, flow and step: share of world use that acts and outages stop for the target. */
  readonly gone: Float64Array;
  /** By flow and step: supply redirected to targets beyond idle capacity, which senders can replace. */
  readonly freed: Float64Array;
  /** Part of the last gap filled by new makers, before own-output limits. */
  refill(target: number, f: number, s: number): number;
  /** Reads the pace of qualification and of new makers of a flow, whose supply was read. */
  read(f: number, inputs: Inputs): void;
  /**
   * All steps of a flow. `made`, `usable`: own output, and usable part of idle capacity, by target and step; `madeSince`: by target, the first
   * step in which its own output may be less than whole.
   */
  deny(f: number, inputs: Inputs, made: Float64Array, usable: Float64Array, madeSince: Int32Array): void;
}

/** `backfill`: existing suppliers can be turned to. */
export function createDenials(supply: Supply, targets: number, { middle }: Steps, backfill: boolean): Denials {
  const { flows, exposure, moments } = supply;
  const { clock, laterClock } = exposure;
  const { own: ownPart, need, served: servedBy, atOnce, byAct: stoppedByAct, byOutage, countedAtOrigin, hit } = supply;
  const { fromThird, fromTarget, actOnTarget, openFromTarget, third: thirdParties, held: heldBy } = supply;
  const [K, F, S] = [targets, flows.length, middle.length];
  const byTarget = (): Float64Array => new Float64Array(K);
  const [gap, gapByAct] = [byTarget(), byTarget()];
  /** What own makers can turn to the home only once it is qualified. */
  const later = byTarget();
  const [short, byAct] = [new Float64Array(K * S), new Float64Array(K * S)];
  /** By target and step: part of the gap opened by stops of the technology itself. */
  const stopPart = new Float64Array(K * S);
  /** Supply its makers redirect home, continuing third-party supply, and how far it is itself a third party for others. */
  const [turnedHome, kept, free] = [byTarget(), byTarget(), byTarget()];
  /** Its purchases from others, and its supply not withheld from the target considered. */
  const [bought, held] = [byTarget(), byTarget()];
  const since = new Int32Array(K);
  const gone = new Float64Array(K * F * S);
  const freed = new Float64Array(F * S);
  const [fungible, refill] = [new Float64Array(exposure.clocks.length * S), new Float64Array(exposure.clocks.length * S)];
  const isStopped = Uint8Array.from(flows, ({ stopped }) => Number(stopped));
  const clocksOf: number[][] = flows.map(() => []);
  for (const [c, each] of exposure.clocks.entries()) clocksOf[each.flow]!.push(c);
  const starved = createStarved(supply, K, S);
  /** By target: idle third-party capacity, and capacity not serving targets. */
  let [idle, left] = [0, 0];

  /**
   * Opens a target's gap net of redirected own supply. Supply of another target that it would not make anyway counts as an outage: it frees
   * nothing.
   */
  const open = (k: number, f: number, s: number, spare: number, made: Float64Array, usable: Float64Array): void => {
    const moment = moments[f * S + s]!;
    const i = k * F * S + moment;
    const own = ownPart[k * F + f]!;
    const output = made[k * S + s]!;
    const served = servedBy[k * F + f]!;
    const imports = need[k * F + f]! - served;
    let starved = 0;
    let unmade = 0;
    let goesOn = fromThird[i]!;
    for (let j = 0; j < K; j++) {
      if (j === k) continue;
      const place = (k * K + j) * F * S + moment;
      const part = fromTarget[place]!;
      const lacks = 1 - made[j * S + s]!;
      starved += part * lacks;
      unmade += actOnTarget[place]! * lacks;
      goesOn += openFromTarget[place]! * (1 - lacks) * (1 - hit[j * F * S + moment]!);
    }
    const stops = stoppedByAct[i]! + byOutage[i]!;
    const missing = imports * Math.min(1, stops + starved);
    gone[(k * F + f) * S + s] = imports * Math.min(1, stops);
    const mine = leftForHome(Math.max(own, served), served, output, output * spare * usable[k * S + s]!);
    const turned = Math.min(missing * atOnce[k * F + f]!, mine);
    gap[k] = missing - turned;
    later[k] = gap[k] > 0 ? mine - turned : 0;
    gapByAct[k] = gap[k] > 0 ? (gap[k] * Math.max(0, stoppedByAct[i]! - unmade)) / (stops + starved) : 0;
    stopPart[k * S + s] = gap[k] > 0 ? Math.min(1, (stops + countedAtOrigin[i]!) / (stops + starved)) : 0;
    turnedHome[k] = missing - gap[k];
    kept[k] = imports * goesOn;
    free[k] = 1 - hit[i]!;
    bought[k] = imports > 0 ? imports / (1 - own) : 0;
  };

  /** Supply available to a target: third parties, and other targets as far as they are not hit. An act on other targets frees nothing. */
  const look = (k: number, f: number, s: number, spare: number, made: Float64Array, usable: Float64Array): void => {
    const moment = moments[f * S + s]!;
    const third = thirdParties[k * F * S + moment]!;
    let open = third;
    idle = spare * third + later[k]!;
    for (let j = 0; j < K; j++) {
      if (j === k) continue;
      held[j] = heldBy[(k * K + j) * F * S + moment]! * made[j * S + s]!;
      idle += free[j]! * Math.max(0, spare * usable[j * S + s]! * held[j]! - turnedHome[j]!);
      open += free[j]! * held[j]!;
    }
    left = open - kept[k]!;
    for (let j = 0; j < K; j++) if (j !== k) left -= (1 - free[j]!) * bought[j]! * (open - free[j]! * held[j]!);
  };

  /** Part of the remaining shortfall that acts cause; capacity freed by acts offsets withheld supply only. */
  const part = (k: number, s: number, take: number, spared: number, pace: number): void => {
    const other = gap[k]! - gapByAct[k]!;
    const lack = gap[k]! - take;
    const takenForActs = Math.min(gapByAct[k]!, take - Math.min(pace * other, (spared * other) / gap[k]!));
    byAct[k * S + s] = lack > 0 ? Math.max(0, gapByAct[k]! - takenForActs) / lack : 0;
  };

  /** Pace weighted by the parts stopped directly and short indirectly. */
  const paceOf = (of: Float64Array, k: number, f: number, s: number): number => {
    const own = of[clock[k * F + f]! * S + s]!;
    const later = of[laterClock[k * F + f]! * S + s]!;
    return own === later ? own : stopPart[k * S + s]! * own + (1 - stopPart[k * S + s]!) * later;
  };

  /** One step of a flow that is stopped. */
  const denyAt = (f: number, s: number, spare: number, made: Float64Array, usable: Float64Array): void => {
    let gaps = 0;
    for (let k = 0; k < K; k++) {
      open(k, f, s, spare, made, usable);
      gaps += gap[k]!;
    }
    let turned = 0;
    let unused = 0;
    for (let k = 0; k < K; k++) {
      if (gap[k] === 0) {
        short[k * S + s] = byAct[k * S + s] = 0;
        continue;
      }
      look(k, f, s, spare, made, usable);
      const spared = (idle * gap[k]!) / gaps;
      const cleared = Math.min(gapByAct[k]!, (Math.max(0, left) * gap[k]!) / gaps);
      const pace = paceOf(fungible, k, f, s);
      const take = Math.min(pace * gap[k]!, spared + cleared);
      turned += take;
      unused += spared;
      short[k * S + s] = Math.min(1, Math.max(0, (gap[k]! - take) / need[k * F + f]!));
      part(k, s, take, spared, pace);
    }
    freed[f * S + s] = Math.max(0, turned - unused);
  };

  return {
    short,
    byAct,
    since,
    gone,
    freed,
    refill: (k, f, s) => paceOf(refill, k, f, s),
    read(f, inputs) {
      const { t, stopped } = flows[f]!;
      if (!stopped) starved.read(f, inputs.parameter.spare[t]!);
      for (const c of clocksOf[f]!) {
        const { since: from, user } = exposure.clocks[c]!;
        const [most, months] = [backfill ? inputs.parameter.fungibility[t]! : 0, ofUser(inputs, "qualification", user, t)];
        for (let s = 0; s < S; s++) {
          fungible[c * S + s] = redirected(middle[s]! - from[s]!, most, months);
          refill[c * S + s] = recovered(middle[s]! - from[s]!, inputs, t);
        }
      }
    },
    deny(f, inputs, made, usable, madeSince) {
      if (!isStopped[f]) {
        byAct.fill(0);
        starved.deny(f, { made, usable, madeSince, pace: fungible, short, since });
        return;
      }
      since.fill(0);
      const spare = inputs.parameter.spare[flows[f]!.t]!;
      for (let s = 0; s < S; s++) denyAt(f, s, spare, made, usable);
    },
  };
}
