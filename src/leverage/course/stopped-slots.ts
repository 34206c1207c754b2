import type { Inputs } from "../draw/inputs.ts";
import { uniform } from "../draw/random.ts";
import type { SupplyModel } from "../model.ts";
import { drawnRepair, middleRepair } from "../repair.ts";
import type { Flow, Origin } from "./flows.ts";
import { restored, stillOut } from "./pace.ts";
import type { Steps } from "./steps.ts";
import { leftAt, offRow, type Stop, type StoppedPart } from "./stop.ts";

export interface Draw {
  readonly seed: number;
  readonly draw: number;
}

/** Stopped part of each entry of a share row for one target at one step; the last is unnamed holders. */
export interface StoppedSlots {
  readonly act: Float64Array;
  readonly outage: Float64Array;
  /** Part of `act` that firms stop of their own supply: `sender * (slots + 1) + entry`. */
  readonly byFirm: Float64Array;
  /** Outages at other targets; counted in their output, not here. */
  readonly countedAtOrigin: Float64Array;
  /** Reads the remaining part of each stop by step. */
  start(inputs: Inputs, draw: Draw | null): void;
  /** `active`: participating senders, default all. */
  read(flow: Flow, target: number, s: number, active?: Uint8Array): void;
  /** Part stopped by acts of an origin outside the row; all if it is a sender's own. */
  unlisted(flow: Flow, target: number, s: number, origin: Origin, active?: Uint8Array): number;
  /** Whether the stops of a flow are as in the previous step. */
  isSteady(flow: Flow, s: number): boolean;
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
  const { from: begin, width } = steps;
  const S = begin.length;
  const [act, outage, countedAtOrigin] = [new Float64Array(slots + 1), new Float64Array(slots + 1), new Float64Array(slots + 1)];
  const firms = firmsOf(stops);
  const byFirm = new Float64Array(firms.length > 0 ? senders.length * (slots + 1) : 0);
  const left = new Float64Array(stops.length * S);
  let from: Draw | null = null;

  /** A target's own supply is not withheld from it; outages at other targets are counted in their output. */
  const isCountedElsewhere = (stop: Stop, { slot, sender }: StoppedPart, k: number): boolean => {
    const economy = slot < 0 ? -1 : model.shareEconomy[slot]!;
    if (stop.class !== null) return economy >= 0 && own[k]![economy] === 1 && senders[sender]?.[economy] === 1;
    const owner = ownerOf(economy);
    return owner >= 0 && owner !== k && (economy < 0 || own[k]![economy] === 0) && stop.targets.includes(owner);
  };

  return {
    act,
    outage,
    byFirm,
    countedAtOrigin,
    start(inputs, draw) {
      from = draw;
      stops.forEach((stop, i) => {
        const withheld = stop.class === null ? 1 : inputs.withheld[stop.class][stop.technology]!;
        for (let s = 0; s < S; s++) left[i * S + s] = withheld * strengthOver(stop, begin[s]!, begin[s]! + width[s]!, draw);
      });
    },
    read({ first, slots: count, hits }, target, s, active) {
      act.fill(0, 0, count + 1);
      outage.fill(0, 0, count + 1);
      if (firms.length > 0) byFirm.fill(0);
      countedAtOrigin.fill(0, 0, count + 1);
      for (const { stop, index } of hits[target]!) {
        const amount = left[index * S + s]!;
        if (amount > 0)
          for (const part of stop.parts) {
            if (part.slot === offRow || (active && active[part.sender] === 0)) continue;
            const elsewhere = isCountedElsewhere(stop, part, target);
            if (elsewhere && stop.class !== null) continue;
            const into = elsewhere ? countedAtOrigin : stop.class === null ? outage : act;
            const slot = part.slot < 0 ? count : part.slot - first;
            const gone = amount * reached(part, from);
            into[slot] = Math.max(into[slot]!, gone);
            if (part.firm !== undefined) byFirm[part.firm * (slots + 1) + slot] = Math.max(byFirm[part.firm * (slots + 1) + slot]!, gone);
          }
      }
    },
    unlisted({ hits }, target, s, origin, active) {
      let most = 0;
      for (const { stop, index } of hits[target]!) {
        if (stop.class === null) continue;
        for (const part of stop.parts)
          if (origin.senders.includes(part.sender) && !(active && active[part.sender] === 0)) most = Math.max(most, left[index * S + s]!);
      }
      return most;
    },
    isSteady({ hits }, s) {
      if (s === 0) return false;
      for (const here of hits) for (const { index } of here) if (left[index * S + s] !== left[index * S + s - 1]) return false;
      return true;
    },
  };
}

export const firmsOf = (stops: readonly Stop[]): readonly number[] => [
  ...new Set(stops.flatMap(({ parts }) => parts.flatMap(({ firm }) => firm ?? []))),
];

/** The stopped part of a holder's supply in a draw, else the middle. */
export const reached = ({ low, high, key }: StoppedPart, draw: Draw | null): number =>
  high > low && draw ? low + (high - low) * uniform(draw.seed, draw.draw, key) : (low + high) / 2;

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
