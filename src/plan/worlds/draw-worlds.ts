import { clamp } from "../../base/numbers.ts";
import { leftOfBase, wornDown } from "../../leverage/course/pace.ts";
import { keyOf, uniform } from "../../leverage/draw/random.ts";
import { latinNumbers, type WorldNumbers } from "../../leverage/draw/world-numbers.ts";
import { hurdle } from "../effort/success.ts";
import type { PlanWorld, WithheldNode } from "../joint/joint-problem.ts";
import type { Felt } from "./felt.ts";

/** What a coalition could withhold together: states act by rule on a class of technologies, not on one item. */
export interface PossibleAct {
  readonly id: string;
  /** Chance that it begins in a year, 0..1; begun, it lasts. */
  readonly chance: number;
  /** Part that is withheld, 0..1, of one uniform number: one draw for all that it covers. All if absent. */
  readonly withheld?: (u: number) => number;
  readonly shortfalls: readonly ActShortfall[];
  /** All that it withholds, also what another tells the shortfall of. */
  readonly nodes: ReadonlySet<string>;
}

export interface ActShortfall {
  readonly node: string;
  /** Of what is withheld, 0..1, once all of it is felt: as a part of the home's use. */
  readonly shortfall: (withheld: number) => number;
  /** What is felt of it so many years after the act began; all if absent. */
  readonly felt?: (years: number) => Felt;
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
  /** Years until what is sold feels a supply; none if absent. */
  readonly lag?: number;
  /** Of what is installed: the node served, the half-life of a base in years, and the capacity. A base that has worn down does not come back. */
  readonly base?: { readonly node: string; readonly life: number; readonly capacity: number } | undefined;
}

export interface WorldOptions extends DrawnWorlds {
  readonly worlds: number;
}

/** Worlds of a seed, however many of them. */
export interface DrawnWorlds {
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
export function drawWorlds(
  acts: readonly PossibleAct[],
  bets: readonly PlannedBet[],
  options: WorldOptions,
  lacking?: Lacking,
): readonly PlanWorld[] {
  const { worlds, seed } = options;
  const numbers = latinNumbers(seed, worlds);
  const drawn = createDrawnActs(acts, numbers);
  const works = createSuccesses(bets, numbers, options.correlation);
  return Array.from({ length: worlds }, (_, world): PlanWorld => {
    const moment = momentOf((world + uniform(seed, world, keyOf("moment"))) / worlds, options);
    const begun = drawn(world);
    const withheld = [...withheldAt(acts, begun, moment), ...(lacking?.(begun, moment) ?? [])];
    return {
      chance: 1 / worlds,
      withheld,
      useful: bets.map((each, bet) => (works(world, bet) ? clamp(usefulAt(each, { acts, drawn: begun, moment, withheld }), 0, 1) : 0)),
    };
  });
}

/** Years of a step in which a base is followed. */
const quarter = 0.25;

/**
 * Part of a bet's capacity that counts at a moment. Of what is installed that is what a base, worn down since the first act, has more of than
 * without the supply: the rule of a course, from the shortfall that has worn it down so far.
 */
function usefulAt(
  { suppliedAt, base, lag = 0 }: PlannedBet,
  {
    acts,
    drawn,
    moment,
    withheld,
  }: {
    readonly acts: readonly PossibleAct[];
    readonly drawn: readonly DrawnAct[];
    readonly moment: number;
    readonly withheld: readonly WithheldNode[];
  },
): number {
  const now = moment - lag;
  if (now <= 0 || base === undefined) return now <= 0 ? 0 : suppliedAt(now);
  const lost = withheld.find(({ node }) => node === base.node)?.shortfall ?? 0;
  const begun = Math.min(...drawn.map(({ begins }, act) => (acts[act]!.nodes.has(base.node) ? begins : Number.POSITIVE_INFINITY)));
  if (lost === 0 || begun >= now) return suppliedAt(now);
  const short = Math.min(1, lost / (1 - leftOfBase(12 * (now - begun), base.life)));
  let lostWith = 0;
  for (let year = begun; year < now; year += quarter) {
    const step = Math.min(quarter, now - year);
    const lack = Math.max(0, short - base.capacity * suppliedAt(year + step / 2));
    lostWith = wornDown(lostWith, lack, leftOfBase(12 * step, base.life));
  }
  return Math.max(0, lost - lostWith) / base.capacity;
}

/** What else is short at a moment of a world, in years from now, of its drawn acts: of other nodes than those that acts tell. */
export type Lacking = (acts: readonly DrawnAct[], moment: number) => readonly WithheldNode[];

function withheldAt(acts: readonly PossibleAct[], drawn: readonly DrawnAct[], moment: number): readonly WithheldNode[] {
  const withheld = new Map<string, { shortfall: number; felt: number }>();
  drawn.forEach(({ begins, part }, act) => {
    const begun = moment - begins;
    if (begun <= 0) return;
    for (const { node, shortfall, felt } of acts[act]!.shortfalls) {
      const { filled, lacking, covered } = felt === undefined ? { filled: 0, lacking: 1, covered: 1 } : felt(begun);
      const short = shortfall(part) * (1 - filled) * lacking;
      if (short === 0) continue;
      const before = withheld.get(node) ?? { shortfall: 0, felt: 0 };
      withheld.set(node, { shortfall: clamp(before.shortfall + short, 0, 1), felt: Math.max(before.felt, covered) });
    }
  });
  return [...withheld].map(([node, each]) => ({ node, ...each }));
}

/** When an act begins in a world, in years from now, and the part that it withholds, 0..1. */
export interface DrawnAct {
  readonly begins: number;
  readonly part: number;
}

/** Acts of a world, in their order: the same for whoever asks for a seed. */
export function createDrawnActs(
  acts: readonly Pick<PossibleAct, "id" | "chance" | "withheld">[],
  numbers: WorldNumbers,
): (world: number) => readonly DrawnAct[] {
  const keys = acts.map(({ id }) => ({ begins: keyOf(`act|${id}`), withheld: keyOf(`withheld|${id}`) }));
  return (world) =>
    acts.map(({ chance, withheld }, act) => ({
      begins: startOf(numbers(world, keys[act]!.begins), chance),
      part: withheld === undefined ? 1 : withheld(numbers(world, keys[act]!.withheld)),
    }));
}

/** Whether a bet works in a world. */
export function createSuccesses(
  bets: readonly Pick<PlannedBet, "problem" | "shared" | "works">[],
  numbers: WorldNumbers,
  correlation: number,
): (world: number, bet: number) => boolean {
  const problems = [...new Set(bets.map(({ problem }) => problem))];
  const problemOf = bets.map(({ problem }) => problems.indexOf(problem));
  const hurdles = new Float64Array(problems.length);
  let of = -1;
  return (world, bet) => {
    if (world !== of) hurdles.fill(Number.NaN);
    of = world;
    const { problem, shared, works } = bets[bet]!;
    const at = problemOf[bet]!;
    if (Number.isNaN(hurdles[at]!)) hurdles[at] = hurdle(numbers, world, shared, problem, correlation);
    return hurdles[at]! < works;
  };
}

/** Years from now at which an act begins that begins with the same chance every year. */
const startOf = (u: number, chance: number): number => (chance > 0 ? Math.log1p(-u) / Math.log1p(-chance) : Number.POSITIVE_INFINITY);

/** Years from now by which a part `u` of the discounted time has passed. */
const momentOf = (u: number, { years, discount }: WorldOptions): number => -Math.log1p(u * Math.expm1(-discount * years)) / discount;
