import { drawnPolicy, withheldOver } from "../acts/act-policy.ts";
import type { Inputs } from "../draw/inputs.ts";
import { type Draw, uniform, valueIn } from "../draw/random.ts";
import type { SupplyModel } from "../model.ts";
import { drawnRepair, middleRepair } from "../repair.ts";
import type { Flow, Origin } from "./flows.ts";
import { restored, stillOut } from "./pace.ts";
import type { Steps } from "./steps.ts";
import { leftAt, offRow, type Stop, type StoppedPart } from "./stop.ts";

export type { Draw } from "../draw/random.ts";

/** Stopped part of each entry of a share row for one target at one step; the last is unnamed holders. */
export interface StoppedSlots {
  readonly act: Float64Array;
  readonly outage: Float64Array;
  /** Part that acts cover, whatever they permit or leak of it: the target cannot turn to it. */
  readonly covered: Float64Array;
  /** Part of `act` that firms stop of their own supply: `sender * (slots + 1) + entry`. */
  readonly byFirm: Float64Array;
  /** Outages at other targets; counted in their output, not here. */
  readonly countedAtOrigin: Float64Array;
  /** Reads the remaining part of each stop by step. */
  start(inputs: Inputs, draw: Draw | null): void;
  /** `active`: participating senders, default all. */
  read(flow: Flow, target: number, s: number, active?: Uint8Array): void;
  /** Parts stopped and covered by acts of an origin outside the row that is a sender's own. */
  unlisted(flow: Flow, target: number, s: number, origin: Origin, active?: Uint8Array): UnlistedPart;
  /** Whether the stops of a flow are as in the previous step. */
  isSteady(flow: Flow, s: number): boolean;
}

export interface UnlistedPart {
  act: number;
  covered: number;
}

interface Setting {
  readonly model: SupplyModel;
  readonly slots: number;
  readonly stops: readonly Stop[];
  readonly steps: Steps;
  /** By sender and target: 1 for own economies. */
  readonly senders: readonly Uint8Array[];
  readonly own: readonly Uint8Array[];
  /** The target that owns an economy (-1: unnamed holders), or -1. */
  ownerOf(economy: number): number;
}

export function createStoppedSlots({ model, slots, stops, steps, senders, own, ownerOf }: Setting): StoppedSlots {
  const { from: begins, width } = steps;
  const S = begins.length;
  const bySlot = (): Float64Array => new Float64Array(slots + 1);
  const [act, outage, covered, countedAtOrigin] = [bySlot(), bySlot(), bySlot(), bySlot()];
  const unlisted: UnlistedPart = { act: 0, covered: 0 };
  const firms = firmsOf(stops);
  const byFirm = new Float64Array(firms.length > 0 ? senders.length * (slots + 1) : 0);
  /** By stop and step: part in force, and of it what is withheld, all but the leakage of a ban. */
  const inForce = new Float64Array(stops.length * S);
  const left = new Float64Array(stops.length * S);
  /** A target's own supply is not withheld from it; outages at other targets are counted in their output. */
  const isCountedElsewhere = (stop: Stop, { slot, sender, owner: withholder = sender }: StoppedPart, k: number): boolean => {
    const economy = slot < 0 ? -1 : model.shareEconomy[slot]!;
    if (stop.class !== null) return economy >= 0 && own[k]![economy] === 1 && senders[withholder]?.[economy] === 1;
    const owner = ownerOf(economy);
    return owner >= 0 && owner !== k && (economy < 0 || own[k]![economy] === 0) && stop.targets.includes(owner);
  };
  const countedElsewhere = stops.map((stop) =>
    stop.parts.map((part) => Uint8Array.from(own, (_, k) => Number(isCountedElsewhere(stop, part, k)))),
  );
  /** By stop and part: how far it reaches. */
  const reach = stops.map(({ parts }) => new Float64Array(parts.length));

  return {
    act,
    outage,
    covered,
    byFirm,
    countedAtOrigin,
    start(inputs, draw) {
      stops.forEach((stop, i) => {
        for (let p = 0; p < stop.parts.length; p++) reach[i]![p] = valueIn(stop.parts[p]!, draw);
        const policy = stop.policy && drawnPolicy(stop.policy, draw);
        const hold = stop.class === null ? 1 : inputs.hold[stop.technology]!;
        for (let s = 0; s < S; s++) {
          const place = i * S + s;
          inForce[place] = hold * strengthOver(stop, begins[s]!, begins[s]! + width[s]!, draw);
          left[place] = inForce[place] * (policy ? withheldOver(policy, begins[s]! - stop.start, width[s]!) : 1);
        }
      });
    },
    read({ first, slots: count, hits }, target, s, active) {
      act.fill(0, 0, count + 1);
      outage.fill(0, 0, count + 1);
      covered.fill(0, 0, count + 1);
      if (firms.length > 0) byFirm.fill(0);
      countedAtOrigin.fill(0, 0, count + 1);
      for (const { stop, index } of hits[target]!) {
        const place = index * S + s;
        if (!(inForce[place]! > 0)) continue;
        const isOutage = stop.class === null;
        for (let p = 0; p < stop.parts.length; p++) {
          const { slot: held, sender, firm } = stop.parts[p]!;
          if (held === offRow || (active && active[sender] === 0)) continue;
          const elsewhere = countedElsewhere[index]![p]![target] === 1;
          if (elsewhere && !isOutage) continue;
          const into = elsewhere ? countedAtOrigin : isOutage ? outage : act;
          const slot = held < 0 ? count : held - first;
          const gone = left[place]! * reach[index]![p]!;
          into[slot] = Math.max(into[slot]!, gone);
          if (!isOutage) covered[slot] = Math.max(covered[slot]!, inForce[place]! * reach[index]![p]!);
          if (firm !== undefined) byFirm[firm * (slots + 1) + slot] = Math.max(byFirm[firm * (slots + 1) + slot]!, gone);
        }
      }
    },
    unlisted({ hits }, target, s, origin, active) {
      unlisted.act = unlisted.covered = 0;
      for (const { stop, index } of hits[target]!) {
        if (stop.class === null) continue;
        for (const { sender, owner = sender } of stop.parts) {
          if (!origin.senders.includes(owner) || (active && active[sender] === 0)) continue;
          unlisted.act = Math.max(unlisted.act, left[index * S + s]!);
          unlisted.covered = Math.max(unlisted.covered, inForce[index * S + s]!);
        }
      }
      return unlisted;
    },
    isSteady({ hits }, s) {
      if (s === 0) return false;
      for (const here of hits)
        for (const { index } of here) {
          const place = index * S + s;
          if (left[place] !== left[place - 1] || inForce[place] !== inForce[place - 1]) return false;
        }
      return true;
    },
  };
}

export const firmsOf = (stops: readonly Stop[]): readonly number[] => [
  ...new Set(stops.flatMap(({ parts }) => parts.flatMap(({ firm }) => firm ?? []))),
];

/** Part of a stop in force from one month to another, 0..1, after repair; at a moment where both are one. */
export function strengthOver(stop: Stop, from: number, to: number, draw: Draw | null): number {
  const left = leftAt(stop, (from + to) / 2);
  if (stop.repair === null || from < stop.start) return left;
  const months = repairMonths(stop.repair, draw);
  const past = from - stop.start;
  return left * (to > from ? stillOut(past, to - stop.start, months) : 1 - restored(past, months));
}

/** Months of repair in a draw, else the mean. */
export const repairMonths = ({ months, key }: NonNullable<Stop["repair"]>, draw: Draw | null): number =>
  draw ? drawnRepair(months, uniform(draw.seed, draw.draw, key)) : middleRepair(months);
