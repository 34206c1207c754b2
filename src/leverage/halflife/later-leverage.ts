import { importOrigins } from "../course/flows.ts";
import { type CourseTarget, targetParty } from "../course/parties.ts";
import type { Stop } from "../course/stop.ts";
import { createOwnShare } from "../course/supply.ts";
import type { InputSpace } from "../draw/input-space.ts";
import type { Inputs } from "../draw/inputs.ts";
import { type DrawOptions, drawAll } from "../draw/monte-carlo.ts";
import type { Draw } from "../draw/random.ts";
import type { GameMap } from "../game/banned-stops.ts";
import { createCoalitionGame } from "../game/coalition-game.ts";
import type { Estimate } from "../game/estimate.ts";
import type { SupplyModel } from "../model.ts";
import { untraded } from "../target.ts";
import { importsStopped } from "./holding.ts";
import { createKeptByWalk, type HoldWalk } from "./kept.ts";

/** Supply that a holder comes to have beyond its own need, as a part of world supply, by technology (index) and years from now. */
export type AddedSupply = (draw: Draw | null) => ReadonlyMap<number, (year: number) => number>;

/** Who withholds all it can from whom, over how many months. */
export interface HeldQuestion extends GameMap {
  readonly holder: string;
  readonly target: string;
  readonly months: number;
  readonly parties: readonly string[];
}

export interface LaterQuestion extends HeldQuestion {
  /** Years from now at which an act begins. */
  readonly years: readonly number[];
  /** How shares go on that nobody withholds, by technology; others stay. */
  readonly walks: ReadonlyMap<number, HoldWalk>;
  readonly added: AddedSupply;
}

/** What a holder could take in a year: mean loss of the target, USD bn a year. */
export interface LaterLeverage {
  readonly year: number;
  /** With the supply that it has. */
  readonly without: Estimate;
  /** With what it adds. */
  readonly with: Estimate;
}

/**
 * What a holder could take by withholding all it can, if it began in some years: an act from today is that of the leverage matrix. Hold that is lost
 * is supplied by others; what is added takes the place of others' supply, at most of all that the target has from abroad.
 */
export async function laterLeverage(question: LaterQuestion, space: InputSpace, options: DrawOptions): Promise<readonly LaterLeverage[]> {
  const { years, walks, added } = question;
  const held = createHeldGame(question);
  const ofStops = held.technologies.map((t) => ({
    t,
    walk: walks.has(t) ? createKeptByWalk(walks.get(t)!, 12 * Math.ceil(Math.max(0, ...years))) : null,
  }));
  const read = (inputs: Inputs, draw: Draw | null, into: Float64Array): void => {
    const more = added(draw);
    const kept = new Map(ofStops.map(({ t, walk }) => [t, walk?.(draw) ?? null]));
    years.forEach((year, at) => {
      const left = (t: number): number => kept.get(t)?.(Math.round(12 * year)) ?? 1;
      const plus = (t: number): number => more.get(t)?.(year) ?? 0;
      into[2 * at] = held.loss(inputs, draw, left, () => 0);
      into[2 * at + 1] = held.technologies.some((t) => plus(t) > 0) ? held.loss(inputs, draw, left, plus) : into[2 * at]!;
    });
  };
  const middle = new Float64Array(2 * years.length);
  read(space.middle, null, middle);
  const drawn = await drawAll((draw, into) => read(space.draw(draw.seed, draw.draw), draw, into), middle.length, options);
  const estimate = (m: number): Estimate => ({ middle: middle[m]!, interval: drawn.spread[m] ?? [middle[m]!, middle[m]!, middle[m]!] });
  return years.map((year, at) => ({ year, without: estimate(2 * at), with: estimate(2 * at + 1) }));
}

/** What a target loses more, USD bn a year, by the same act where the holder has a part of the world supply of a technology beyond its hold of today. */
export function createAddedLoss(question: HeldQuestion, inputs: Inputs): (t: number, part: number) => number {
  const held = createHeldGame(question);
  const asToday = held.loss(
    inputs,
    null,
    () => 1,
    () => 0,
  );
  return (t, part) =>
    Math.max(
      0,
      held.loss(
        inputs,
        null,
        () => 1,
        (each) => (each === t ? part : 0),
      ) - asToday,
    );
}

/** By technology (index): what is left of today's hold, 1 today; or what is added, as a part of world supply. */
type ByTechnology = (t: number) => number;

/** A holder that withholds all it can from a target, with other holds than those of today. Not shared between threads. */
function createHeldGame(question: HeldQuestion) {
  const { model, holder, target, traded = untraded } = question;
  const game = createCoalitionGame({ ...question, members: [holder], outsiders: "backfilling", unit: "usd" });
  const party = targetParty(model, target, traded(target));
  const stops = game.pressure.course.question.stops.map((stop) => ({
    t: stop.technology,
    slots: stop.parts.flatMap(({ slot }) => (slot < 0 ? [] : [slot])),
    most: createMostHold(model, party, holder, stop),
  }));
  return {
    technologies: stops.map(({ t }) => t),
    loss(inputs: Inputs, draw: Draw | null, left: ByTechnology, added: ByTechnology): number {
      const most = stops.map((stop) => stop.most(inputs, draw));
      stops.forEach(({ t, slots }, i) => {
        const own = slots.reduce((sum, slot) => sum + inputs.share[slot]!, 0);
        inputs.hold[t] = Math.min(most[i]!, left(t) + (own > 0 ? added(t) / own : 0));
      });
      game.start(inputs, draw);
      game.turn(0);
      for (const { t } of stops) inputs.hold[t] = 1;
      return game.value();
    },
  };
}

/** How far the hold on a stopped technology may come to stand, today's being 1: at most all that the target has from others. */
export function createMostHold(model: SupplyModel, target: CourseTarget, holder: string, { technology: t, ...stop }: Stop) {
  const origins = importOrigins(model, target, [holder], t);
  const ownOf = createOwnShare(target, model, t);
  return (inputs: Inputs, draw: Draw | null): number => {
    const theirs = stop.parts.reduce((sum, { slot }) => sum + (slot < 0 ? 0 : inputs.share[slot]!), 0);
    const ofSupply = theirs > 0 ? (1 - ownOf(inputs)) / theirs : 1;
    const bought = origins ? importsStopped(model, origins, { technology: t, ...stop }, draw).covered : 0;
    return Math.max(1, bought > 0 ? Math.min(ofSupply, 1 / bought) : ofSupply);
  };
}
