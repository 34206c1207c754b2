import type { Inputs } from "../draw/inputs.ts";
import { uniform } from "../draw/random.ts";
import type { SupplyModel } from "../model.ts";
import type { Flow, Origin } from "./flows.ts";
import { builtUp } from "./pace.ts";
import type { Steps } from "./steps.ts";
import { leftAt, offRow, type Stop, type StoppedPart } from "./stop.ts";

/** Which draw a run is. */
export interface Draw {
  readonly seed: number;
  readonly draw: number;
}

/** What stops of each entry of a row of shares for one target at one step; the last is what no named holder has. */
export interface StoppedSlots {
  readonly act: Float64Array;
  readonly outage: Float64Array;
  /** What of `act` firms stop of their own, by sender and entry: `sender * (slots + 1) + entry`. */
  readonly byFirm: Float64Array;
  /** What outages take of entries of another target that they hit as well: told by what that makes, not here. */
  readonly countedAtOrigin: Float64Array;
  /** Reads how much is left of each stop at each step. */
  start(inputs: Inputs, draw: Draw | null): void;
  /** `active`: which senders take part, all if not given. */
  read(flow: Flow, target: number, s: number, active?: Uint8Array): void;
  /** Part that acts stop of what comes from an origin that the row does not name: all of it if it is a sender's own. */
  unlisted(flow: Flow, target: number, s: number, origin: Origin, active?: Uint8Array): number;
  /** Whether what is left of the stops of a flow is the same as in the step before. */
  isSteady(flow: Flow, s: number): boolean;
}

interface Setting {
  readonly model: SupplyModel;
  /** Entries of the longest row. */
  readonly slots: number;
  readonly stops: readonly Stop[];
  readonly steps: Steps;
  /** By sender and by target: 1 for the economies that are its own. */
  readonly senders: readonly Uint8Array[];
  readonly own: readonly Uint8Array[];
  /** The target that an economy belongs to, -1: none; of economy -1 the one that has what nobody named holds. */
  ownerOf(economy: number): number;
}

export function createStoppedSlots({ model, slots, stops, steps, senders, own, ownerOf }: Setting): StoppedSlots {
  const { middle } = steps;
  const S = middle.length;
  const [act, outage, countedAtOrigin] = [new Float64Array(slots + 1), new Float64Array(slots + 1), new Float64Array(slots + 1)];
  const firms = firmsOf(stops);
  const byFirm = new Float64Array(firms.length > 0 ? senders.length * (slots + 1) : 0);
  const left = new Float64Array(stops.length * S);
  let from: Draw | null = null;

  /** Nobody keeps from a target what is its own as well; what an outage takes of another target that it hits, is told by what that makes. */
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
        for (let s = 0; s < S; s++) left[i * S + s] = withheld * leftAt(stop, middle[s]!) * (1 - repaired(stop, middle[s]!, draw));
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

/** Senders that are firms and stop a part of their economy's supply. */
export const firmsOf = (stops: readonly Stop[]): readonly number[] => [
  ...new Set(stops.flatMap(({ parts }) => parts.flatMap(({ firm }) => firm ?? []))),
];

/** What of a holder's supply a part stops in a draw; in the middle without one. */
export const reached = ({ low, high, key }: StoppedPart, draw: Draw | null): number =>
  high > low && draw ? low + (high - low) * uniform(draw.seed, draw.draw, key) : (low + high) / 2;

function repaired({ repair, start }: Stop, month: number, draw: Draw | null): number {
  if (!repair || month < start) return 0;
  const { low, high, key } = repair;
  const lead = draw ? low + (high - low) * uniform(draw.seed, draw.draw, key) : (low + high) / 2;
  return builtUp(month - start, lead);
}
