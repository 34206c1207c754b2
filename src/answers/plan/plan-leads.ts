import type { Interval } from "../../base/numbers.ts";
import { usualSeed } from "../../leverage/draw/monte-carlo.ts";
import { drawn, middle } from "../../plan/economics.ts";
import { betsWith } from "./plan-bets.ts";
import { endsAround } from "./plan-ends.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

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
