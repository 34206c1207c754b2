import { clamp } from "../../base/numbers.ts";
import { keyOf, uniform } from "../../leverage/draw/random.ts";
import { hurdle } from "../effort/success.ts";
import type { PlanWorld } from "../joint/joint-problem.ts";

/** What a coalition could withhold together: states act by rule on a class of technologies, not on one item. */
export interface PossibleAct {
  readonly id: string;
  /** Chance that it begins in a year, 0..1; begun, it lasts. */
  readonly chance: number;
  /** Part that is withheld, 0..1, of one uniform number: one draw for all that it covers. All if absent. */
  readonly withheld?: (u: number) => number;
  readonly shortfalls: readonly ActShortfall[];
}

export interface ActShortfall {
  readonly node: string;
  /** Once all is withheld and felt, as a part of the home's use. */
  readonly shortfall: number;
  /** Part that is felt so many years after the act began, 0..1; 1 if absent. */
  readonly felt?: (years: number) => number;
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
export const presentYears = ({ years, discount }: Pick<WorldOptions, "years" | "discount">): number =>
  -Math.expm1(-discount * years) / discount;

/**
 * Draws equally likely worlds. Each looks at one moment, drawn with the density of its discounted value and spread evenly over worlds, so
 * that a mean over worlds times {@link presentYears} estimates a present value. What several acts withhold of a technology adds up.
 */
export function drawWorlds(acts: readonly PossibleAct[], bets: readonly PlannedBet[], options: WorldOptions): readonly PlanWorld[] {
  const { worlds, seed, correlation } = options;
  const keys = acts.map(({ id }) => ({ begins: keyOf(`act|${id}`), withheld: keyOf(`withheld|${id}`) }));
  return Array.from({ length: worlds }, (_, world): PlanWorld => {
    const moment = momentOf((world + uniform(seed, world, keyOf("moment"))) / worlds, options);
    const withheld = new Map<string, number>();
    acts.forEach(({ chance, withheld: partOf, shortfalls }, act) => {
      const begun = moment - startOf(uniform(seed, world, keys[act]!.begins), chance);
      if (begun <= 0) return;
      const part = partOf === undefined ? 1 : partOf(uniform(seed, world, keys[act]!.withheld));
      for (const { node, shortfall, felt } of shortfalls) {
        const lacking = shortfall * part * (felt === undefined ? 1 : felt(begun));
        if (lacking > 0) withheld.set(node, clamp((withheld.get(node) ?? 0) + lacking, 0, 1));
      }
    });
    return {
      chance: 1 / worlds,
      withheld: [...withheld].map(([node, shortfall]) => ({ node, shortfall })),
      useful: bets.map(({ problem, shared, works, suppliedAt }) =>
        hurdle(seed, world, shared, problem, correlation) < works ? clamp(suppliedAt(moment), 0, 1) : 0,
      ),
    };
  });
}

/** Years from now at which an act begins that begins with the same chance every year. */
const startOf = (u: number, chance: number): number => (chance > 0 ? Math.log1p(-u) / Math.log1p(-chance) : Number.POSITIVE_INFINITY);

/** Years from now by which a part `u` of the discounted time has passed. */
const momentOf = (u: number, { years, discount }: WorldOptions): number => -Math.log1p(u * Math.expm1(-discount * years)) / discount;
