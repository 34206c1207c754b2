import { kept } from "../../base/collections.ts";
import { actKey, actPolicy } from "../acts/act-policy.ts";
import type { Stop, StoppedPart } from "../course/stop.ts";
import { boughtParts, ownParts, reachedParts } from "../course/stopped-parts.ts";
import { membersOf, seatOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import { type Reach, reachAgainst } from "../reach.ts";
import { type Traded, type TradedBy, untraded } from "../target.ts";

export interface GameMap {
  readonly model: SupplyModel;
  /** Withheld technologies by index; families are represented by varieties with shares. */
  readonly technologies: readonly number[];
  /** Imports of the targets by origin; absent: by world shares. */
  readonly traded?: TradedBy | undefined;
}

/** Technologies representing those asked for, or all. */
export function withheldTechnologies(model: SupplyModel, seeds: (t: number) => readonly number[], asked: readonly number[] | null) {
  const all = asked ?? model.map.technologies.map(({ index }) => index);
  return [...new Set(all.flatMap((t) => seeds(t)))].sort((a, b) => a - b);
}

/** What senders can stop of technologies; own supply once for all targets. `imports`: of the target, by origin. */
export type PartsOf = (reach: Reach, t: number, imports: Traded) => readonly StoppedPart[];

export function createParts(model: SupplyModel, senders: readonly string[]): PartsOf {
  const held = (parts: readonly StoppedPart[]): readonly StoppedPart[] => parts.filter(({ slot }) => model.shareHigh[slot]! > 0);
  const own = kept((t: number) => held(ownParts(model, senders, t)));
  return (reach, t, imports) => {
    const [reached, bought] = [held(reachedParts(model, reach, senders, t)), boughtParts(model, imports, senders, t)];
    return reached.length + bought.length > 0 ? [...own(t), ...reached, ...bought] : own(t);
  };
}

export const partsOf = (model: SupplyModel, reach: Reach, senders: readonly string[], t: number, imports: Traded): readonly StoppedPart[] =>
  createParts(model, senders)(reach, t, imports);

/** Whether an economy (or a firm's seat) belongs to both. */
export function overlap(model: SupplyModel, a: string, b: string): boolean {
  const economies = (code: string): readonly string[] => membersOf(model, seatOf(model, code));
  return economies(a).some((member) => economies(b).includes(member));
}

/** A ban from the first day, on goods but not service. `act`: bans of one name leak together. */
export function banOf(
  { acts }: SupplyModel,
  technology: number,
  targets: readonly number[],
  parts: readonly StoppedPart[],
  act = actKey(0),
): Stop {
  const policy = actPolicy(acts, act, "ban", technology);
  return { technology, targets, parts, class: "ban", policy, start: 0, notice: 0, easing: [], service: false, repair: null };
}

/**
 * What senders can withhold from one target: a stop per technology, including empty ones, and their indices by sender.
 * @param parts of the senders; those overlapping with the target withhold nothing from it
 */
export function bannedStops(map: GameMap, target: string, senders: readonly string[], parts: PartsOf) {
  const { model, technologies, traded = untraded } = map;
  const [reach, imports] = [reachAgainst(model, target), traded(target)];
  const apart = senders.map((sender) => !overlap(model, sender, target));
  const ofSender = senders.map((): number[] => []);
  const stops = technologies.map((t, i) => {
    const own = parts(reach, t, imports).filter(({ sender }) => apart[sender]);
    for (const { sender } of own) if (ofSender[sender]!.at(-1) !== i) ofSender[sender]!.push(i);
    return banOf(model, t, [0], own);
  });
  return { stops, ofSender };
}

/** With everyone else following: one additional player per stop, after the senders. */
export function withFollowers({ model }: GameMap, target: string, senders: number, { stops, ofSender }: ReturnType<typeof bannedStops>) {
  const home = new Set(membersOf(model, target));
  const followersOf = (t: number, player: number): readonly StoppedPart[] => {
    const slots = [-1];
    for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++)
      if (!home.has(model.economies[model.shareEconomy[slot]!]!)) slots.push(slot);
    return slots.map((slot) => ({ slot, sender: player, low: 1, high: 1, key: 0 }));
  };
  return { stops: stops.map((stop, i) => ({ ...stop, parts: [...stop.parts, ...followersOf(stop.technology, senders + i)] })), ofSender };
}

/** Economies by summed middle shares of the given technologies, largest first; without zeros. */
export function largestSuppliers(model: SupplyModel, technologies: readonly number[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const t of technologies)
    for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
      const economy = model.economies[model.shareEconomy[slot]!]!;
      if (model.shareBlank[slot] === 0) sums.set(economy, (sums.get(economy) ?? 0) + model.shareMid[slot]!);
    }
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([economy]) => economy);
}
