import type { Stop, StoppedPart } from "../course/stop.ts";
import { boughtParts, ownParts, reachedParts } from "../course/stopped-parts.ts";
import { membersOf, seatOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { type Reach, reachAgainst } from "../reach.ts";
import { type Traded, type TradedBy, untraded } from "../traded.ts";

/** A map and what of it is withheld. */
export interface GameMap {
  readonly model: SupplyModel;
  /** Technologies withheld, by index; those with varieties that have shares stand for themselves by these. */
  readonly technologies: readonly number[];
  /** Imports of the targets by origin; by shares of world supply if absent. */
  readonly traded?: TradedBy | undefined;
}

/** What stands for the technologies asked for, or for all. */
export function withheldTechnologies(model: SupplyModel, seeds: (t: number) => readonly number[], asked: readonly number[] | null) {
  const all = asked ?? model.map.technologies.map(({ index }) => index);
  return [...new Set(all.flatMap((t) => seeds(t)))].sort((a, b) => a - b);
}

/**
 * Finds what senders can stop of technologies: what is their own once, whoever the target is. Numbers of senders are places in the list.
 * `imports`: of the target, by origin.
 */
export type PartsOf = (reach: Reach, t: number, imports: Traded) => readonly StoppedPart[];

export function createParts(model: SupplyModel, senders: readonly string[]): PartsOf {
  const own = new Map<number, readonly StoppedPart[]>();
  const held = (parts: readonly StoppedPart[]): readonly StoppedPart[] => parts.filter(({ slot }) => model.shareHigh[slot]! > 0);
  return (reach, t, imports) => {
    const known = own.get(t) ?? held(ownParts(model, senders, t));
    own.set(t, known);
    const [reached, bought] = [held(reachedParts(model, reach, senders, t)), boughtParts(model, imports, senders, t)];
    return reached.length + bought.length > 0 ? [...known, ...reached, ...bought] : known;
  };
}

/** The same for one technology alone. */
export const partsOf = (model: SupplyModel, reach: Reach, senders: readonly string[], t: number, imports: Traded): readonly StoppedPart[] =>
  createParts(model, senders)(reach, t, imports);

/** Whether an economy, or the seat of a firm, is part of both. */
export function overlap(model: SupplyModel, a: string, b: string): boolean {
  const economies = (code: string): readonly string[] => membersOf(model, seatOf(model, code));
  return economies(a).some((member) => economies(b).includes(member));
}

/** A ban from the first day on, of goods and not of service. */
export function banOf(technology: number, targets: readonly number[], parts: readonly StoppedPart[]): Stop {
  return { technology, targets, parts, class: "ban", start: 0, notice: 0, easing: [], service: false, repair: null };
}

/** Everything that each of some senders can keep from one target: a stop for each technology withheld, also where nobody stops a part of it. */
export interface BannedStops {
  readonly stops: readonly Stop[];
  /** Places in `stops` of what each sender can stop a part of. */
  readonly ofSender: readonly (readonly number[])[];
}

/** @param parts of the senders; those that overlap with the target withhold nothing from it */
export function bannedStops(map: GameMap, target: string, senders: readonly string[], parts: PartsOf): BannedStops {
  const { model, technologies, traded = untraded } = map;
  const [reach, imports] = [reachAgainst(model, target), traded(target)];
  const apart = senders.map((sender) => !overlap(model, sender, target));
  const ofSender = senders.map((): number[] => []);
  const stops = technologies.map((t, i) => {
    const own = parts(reach, t, imports).filter(({ sender }) => apart[sender]);
    for (const { sender } of own) if (ofSender[sender]!.at(-1) !== i) ofSender[sender]!.push(i);
    return banOf(t, [0], own);
  });
  return { stops, ofSender };
}

/** The same with everybody else stopping what a sender stops a part of: players of their own, one a stop, after the senders. */
export function withFollowers({ model }: GameMap, target: string, senders: number, { stops, ofSender }: BannedStops): BannedStops {
  const home = new Set(membersOf(model, target));
  const followersOf = (t: number, player: number): readonly StoppedPart[] => {
    const slots = [-1];
    for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++)
      if (!home.has(model.economies[model.shareEconomy[slot]!]!)) slots.push(slot);
    return slots.map((slot) => ({ slot, sender: player, low: 1, high: 1, key: 0 }));
  };
  return { stops: stops.map((stop, i) => ({ ...stop, parts: [...stop.parts, ...followersOf(stop.technology, senders + i)] })), ofSender };
}
