import type { Interval } from "../../base/numbers.ts";
import { usualSeed } from "../../leverage/draw/monte-carlo.ts";
import { type Bounds, quantile } from "../../measure/bootstrap.ts";
import { drawn, middle } from "../../plan/economics.ts";
import { betsWith } from "./plan-bets.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** Part of the draws of the inputs that an interval of a plan holds. */
const held = 0.8;

/** The ends that hold eight in ten of some draws. */
export function endsOf(draws: ArrayLike<number>): Bounds {
  const sorted = Float64Array.from(draws).sort();
  return { low: quantile(sorted, (1 - held) / 2), high: quantile(sorted, (1 + held) / 2) };
}

/** The same with the figure of all inputs in the middle, which lies within. */
export function endsAround(middle: number, draws: ArrayLike<number>): Interval {
  const { low, high } = endsOf(draws);
  return [Math.min(middle, low), middle, Math.max(middle, high)];
}

const draws = 100;

/** Chance that programmes both work and win the claims that govern their problem, 0..1: over draws of the inputs, the middle with all in the middle. */
export function chancesToLead(prepared: PreparedPlan, ids: readonly string[]): ReadonlyMap<string, Interval> {
  const wanted = new Set(ids);
  const found = new Map(ids.map((id) => [id, [] as number[]]));
  for (let draw = 0; draw < draws; draw++)
    for (const { id, works, wins } of betsWith(prepared, prepared.economics(drawn(usualSeed, draw)), wanted))
      found.get(id)!.push(works * wins);
  return new Map(
    betsWith(prepared, prepared.economics(middle), wanted).map(({ id, works, wins }) => [id, endsAround(works * wins, found.get(id)!)]),
  );
}
