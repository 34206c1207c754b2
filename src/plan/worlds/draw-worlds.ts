import { clamp } from "../../base/numbers.ts";
import { keyOf, uniform } from "../../leverage/draw/random.ts";
import { hurdle } from "../effort/success.ts";
import type { PlanWorld } from "../joint/joint-problem.ts";

/** What a coalition could withhold together: states act by rule on a class of technologies, not on one item. */
export interface PossibleAct {
  readonly id: string;
  /** Chance that it begins in a year, 0..1; begun, it lasts. */
  readonly chance: number;
  readonly shortfalls: readonly { readonly node: string; readonly shortfall: number }[];
}

/** What a world decides of a programme. */
export interface PlannedBet {
  readonly problem: string;
  /** Kind of technology and home: bets of one kind succeed together. */
  readonly shared: string;
  /** Chance that it works. */
  readonly works: number;
  /** Part of its capacity that is supplied so many years from now, if it works. */
  readonly suppliedAt: (years: number) => number;
}

export interface WorldOptions {
  readonly worlds: number;
  readonly seed: number;
  /** Years from now over which value counts. */
  readonly years: number;
  /** Discount rate a year, above 0. */
  readonly discount: number;
  /** `ρ` of technical success within a kind. */
  readonly correlation: number;
}

/** Present value of 1 a year over the horizon, by which values a year are multiplied to be those of drawn worlds. */
export const presentYears = ({ years, discount }: WorldOptions): number => -Math.expm1(-discount * years) / discount;

/**
 * Draws equally likely worlds. Each looks at one moment, drawn with the density of its discounted value and spread evenly over worlds, so
 * that a mean over worlds times {@link presentYears} estimates a present value. What several acts withhold of a technology adds up.
 */
export function drawWorlds(acts: readonly PossibleAct[], bets: readonly PlannedBet[], options: WorldOptions): readonly PlanWorld[] {
  const { worlds, seed, correlation } = options;
  return Array.from({ length: worlds }, (_, world): PlanWorld => {
    const moment = momentOf((world + uniform(seed, world, keyOf("moment"))) / worlds, options);
    const withheld = new Map<string, number>();
    for (const { id, chance, shortfalls } of acts) {
      if (uniform(seed, world, keyOf(`act|${id}`)) >= 1 - (1 - chance) ** moment) continue;
      for (const { node, shortfall } of shortfalls) withheld.set(node, clamp((withheld.get(node) ?? 0) + shortfall, 0, 1));
    }
    return {
      chance: 1 / worlds,
      withheld: [...withheld].map(([node, shortfall]) => ({ node, shortfall })),
      useful: bets.map(({ problem, shared, works, suppliedAt }) =>
        hurdle(seed, world, shared, problem, correlation) < works ? clamp(suppliedAt(moment), 0, 1) : 0,
      ),
    };
  });
}

/** Years from now by which a part `u` of the discounted time has passed. */
const momentOf = (u: number, { years, discount }: WorldOptions): number => -Math.log1p(u * Math.expm1(-discount * years)) / discount;
