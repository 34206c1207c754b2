import { targetParty } from "../course/parties.ts";
import type { InputSpace } from "../draw/input-space.ts";
import type { Inputs } from "../draw/inputs.ts";
import { type DrawOptions, drawAll } from "../draw/monte-carlo.ts";
import type { Draw } from "../draw/random.ts";
import type { GameMap } from "../game/banned-stops.ts";
import { createCoalitionGame } from "../game/coalition-game.ts";
import type { Estimate } from "../game/estimate.ts";
import { untraded } from "../target.ts";
import { createKeptByWalk, type HoldWalk } from "./kept.ts";
import { createMostHold } from "./most-hold.ts";

/** Supply that a holder comes to have beyond its own need, as a part of world supply, by technology (index) and years from now. */
export type AddedSupply = (draw: Draw | null) => ReadonlyMap<number, (year: number) => number>;

export interface LaterQuestion extends GameMap {
  readonly holder: string;
  readonly target: string;
  readonly months: number;
  readonly parties: readonly string[];
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
  const { model, holder, target, years, walks, added, traded = untraded } = question;
  const game = createCoalitionGame({ ...question, members: [holder], outsiders: "backfilling", unit: "usd" });
  const party = targetParty(model, target, traded(target));
  const stops = game.pressure.course.question.stops.map(({ technology: t, parts }, at) => ({
    t,
    slots: parts.flatMap(({ slot }) => (slot < 0 ? [] : [slot])),
    most: createMostHold(model, party, holder, game.pressure.course.question.stops[at]!),
    walk: walks.has(t) ? createKeptByWalk(walks.get(t)!, 12 * Math.ceil(Math.max(0, ...years))) : null,
  }));
  const value = (inputs: Inputs, draw: Draw | null): number => {
    game.start(inputs, draw);
    game.turn(0);
    return game.value();
  };
  const read = (inputs: Inputs, draw: Draw | null, into: Float64Array): void => {
    const more = added(draw);
    const kept = stops.map(({ walk }) => walk?.(draw) ?? null);
    const most = stops.map((stop) => stop.most(inputs, draw));
    years.forEach((year, at) => {
      const hold = (isWith: boolean): boolean =>
        stops.reduce((differs, { t, slots }, i) => {
          const own = slots.reduce((sum, slot) => sum + inputs.share[slot]!, 0);
          const plus = isWith && own > 0 ? (more.get(t)?.(year) ?? 0) / own : 0;
          inputs.hold[t] = Math.min(most[i]!, (kept[i]?.(Math.round(12 * year)) ?? 1) + plus);
          return differs || plus > 0;
        }, false);
      hold(false);
      into[2 * at] = value(inputs, draw);
      into[2 * at + 1] = hold(true) ? value(inputs, draw) : into[2 * at]!;
    });
    for (const { t } of stops) inputs.hold[t] = 1;
  };
  const middle = new Float64Array(2 * years.length);
  read(space.middle, null, middle);
  const drawn = await drawAll((draw, into) => read(space.draw(draw.seed, draw.draw), draw, into), middle.length, options);
  const estimate = (m: number): Estimate => ({ middle: middle[m]!, interval: drawn.spread[m] ?? [middle[m]!, middle[m]!, middle[m]!] });
  return years.map((year, at) => ({ year, without: estimate(2 * at), with: estimate(2 * at + 1) }));
}
