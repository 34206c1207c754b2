import { noTimeLimit, type TimeLimit } from "../../base/time-limit.ts";
import { drawn, type Economics, middle } from "../../plan/economics.ts";
import { compileJoint } from "../../plan/joint/compiled-joint.ts";
import { composeWorlds } from "../../plan/joint/composed-worlds.ts";
import type { Reply } from "../../plan/programmes/bet-facts.ts";
import { claimTerms, excludedBy, incomeOf, rightsIn } from "../../plan/programmes/bet-worth.ts";
import { worldsAt } from "../../plan/programmes/drawn-plan.ts";
import { presentYears } from "../../plan/worlds/draw-worlds.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { betsWith, chosenBets, unbound } from "./plan-bets.ts";
import { endsOf } from "./plan-ends.ts";
import type { PlanReply, PlanReport } from "./plan-report.ts";
import { freshSeed, type SolvedPlan } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

const freshWorlds = 2000;
/** Fresh worlds for what is told beside the plan: where the target begins all that it can withhold alone, or one thing is changed. */
const fewWorlds = 300;
const worthDraws = 24;

/** What is told on where time is up: enough for a mean and an interval. */
const [leastWorlds, leastDraws] = [40, 3];

/** On how much the worth of a plan is told: fresh worlds, draws of the inputs, and the worlds of each. */
export interface WorthSample {
  readonly worlds: number;
  readonly draws: number;
  readonly drawWorlds: number;
}

const whole: WorthSample = { worlds: freshWorlds, draws: worthDraws, drawWorlds: 60 };

/** For many plans that are compared on the same worlds and draws. */
export const ofMany: WorthSample = { worlds: fewWorlds, draws: 12, drawWorlds: 40 };
/** Part of the worlds that count as the worst. */
const worstPart = 0.2;

/** What a plan keeps of the home's sales in worlds, without weights: in as many as there was time for. */
interface Kept {
  readonly sales: number;
  /** Sales lost in each world, without and with the plan. */
  readonly without: Float64Array;
  readonly with: Float64Array;
}

/**
 * Values chosen bets on worlds of a seed, at some inputs: final products by the course over the whole horizon, other sales at a moment of each world.
 * Rejects with the reason of the signal.
 */
async function keptBy(
  prepared: PreparedPlan,
  economics: Economics,
  chosen: ReadonlySet<string>,
  worlds: number,
  { seed, reply = {}, signal, limit = noTimeLimit, onWorld }: KeptOptions,
): Promise<Kept> {
  const rest = prepared.joint(economics, { worlds, seed, only: chosen, reply, isRest: true }, unbound(prepared));
  const composed = composeWorlds(compileJoint(rest.problem));
  const lost = (): Float64Array => Float64Array.from({ length: worlds }, (_, world) => rest.sales - composed.worldValue(world));
  const without = lost();
  composed.apply(rest.bets.map((_, programme) => ({ programme, sign: 1 })));
  const kept: Kept = { sales: salesOf(prepared, economics), without, with: lost() };
  const byCourse = prepared.lostByCourse(economics, rest.bets, seed, reply);
  if (byCourse === null) return kept;
  for (let world = 0; world < worlds; world++) {
    if (world >= leastWorlds && limit.isUp()) return { ...kept, without: kept.without.slice(0, world), with: kept.with.slice(0, world) };
    const told = byCourse(world);
    kept.without[world]! += told.without;
    kept.with[world]! += told.with;
    if (world % worldsATurn !== 0) continue;
    onWorld?.(world);
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  return kept;
}

interface KeptOptions {
  readonly seed: number;
  readonly reply?: Reply | undefined;
  readonly signal: AbortSignal;
  readonly limit?: TimeLimit | undefined;
  readonly onWorld?: (world: number) => void;
}

/** Worlds that are run before others get a turn. */
const worldsATurn = 20;

/** What the home sells over the horizon while nothing is withheld, present value. */
function salesOf({ gathered: { facts } }: PreparedPlan, economics: Economics): number {
  const sold = facts.sales.map(({ technology, usd }) => economics.pick(`sales|${technology}`, usd));
  return sold.reduce((sum, usd) => sum + usd, 0) * presentYears(worldsAt(economics));
}

const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);

const savedBy = ({ without, with: kept }: Kept): number => mean(without) - mean(kept);

/** Own losses that chosen bets avoid on a few hundred worlds of a seed, in the mean. Rejects with the reason of the signal. */
export const savedOnFew = async (
  prepared: PreparedPlan,
  economics: Economics,
  chosen: ReadonlySet<string>,
  options: Omit<KeptOptions, "onWorld">,
): Promise<number> => savedBy(await keptBy(prepared, economics, chosen, fewWorlds, options));

type Told = Pick<PlanReport, "sales" | "lost" | "resilience" | "income" | "rights" | "worst">;

type Counted = "sales" | "lost" | "resilience" | "worst";
/** What is counted of a plan, whether or not enough is known of its home. */
export type Worth = Omit<Told, Counted> & {
  readonly [K in Counted]: NonNullable<Told[K]>;
} & {
  /** Fresh worlds and draws that it rests on. */
  readonly sample: { readonly fresh: number; readonly draws: number };
};

/** Own losses where they are known; what is unknown is no 0. */
export function toldWorth({ head: { lossUnknown } }: PreparedPlan, { sample: _, ...worth }: Worth): Told {
  if (lossUnknown === null) return worth;
  return { ...worth, sales: lossUnknown === "sales" ? null : worth.sales, lost: null, resilience: null, worst: null };
}

/** Programmes that are in, and the inputs and seed that they were chosen at. */
interface Valued extends Pick<SolvedPlan, "economics" | "seed"> {
  readonly chosen: ReadonlySet<string>;
  readonly limit?: TimeLimit | undefined;
}

/**
 * What programmes are worth together on fresh worlds with every input in the middle, and over draws of the inputs. Rejects with the reason of the signal.
 * All plans of one seed are valued on the same worlds and draws.
 */
export async function planWorth(
  prepared: PreparedPlan,
  valued: Valued,
  { signal, progress }: RunEffects,
  { worlds, draws, drawWorlds }: WorthSample = whole,
): Promise<Worth> {
  const { chosen, economics, limit = noTimeLimit } = valued;
  const seed = freshSeed(valued.seed);
  const onWorld = (world: number): void => progress.report(world, worlds, "fresh worlds, the plan as it stands");
  const fresh = await keptBy(prepared, economics, chosen, worlds, { seed, signal, limit, onWorld });
  const gains = fresh.without.map((lost, world) => lost - fresh.with[world]!);
  const resilience = mean(gains);
  const spread = Math.sqrt(gains.reduce((sum, each) => sum + (each - resilience) ** 2, 0) / Math.max(1, gains.length - 1));
  const few = { seed: seed + 1, signal };
  const inMiddle = savedBy(await keptBy(prepared, economics, chosen, drawWorlds, few));
  // On the same few worlds, so that the interval is of the inputs and not of worlds
  const ofFresh = (saved: number): number => (inMiddle > 0 ? (resilience * saved) / inMiddle : saved);
  const drawnWorths: { readonly resilience: number; readonly income: number; readonly rights: number }[] = [];
  for (let draw = 0; draw < draws && !(draw >= leastDraws && limit.isUp()); draw++) {
    const inputs = prepared.economics(drawn(valued.seed, draw));
    const saved = savedBy(await keptBy(prepared, inputs, chosen, drawWorlds, few));
    drawnWorths.push({ resilience: ofFresh(saved), ...earned(prepared, inputs, chosen) });
    progress.report(draw + 1, draws, "draws of the inputs, the plan as it stands");
  }
  const interval = (of: (worth: (typeof drawnWorths)[number]) => number) => endsOf(drawnWorths.map(of));
  const { income, rights } = earned(prepared, economics, chosen);
  return {
    sales: fresh.sales,
    lost: { without: mean(fresh.without), with: mean(fresh.with) },
    resilience: { mean: resilience, error: spread / Math.sqrt(gains.length), interval: interval((worth) => worth.resilience) },
    income: { mean: income, interval: interval((worth) => worth.income) },
    rights:
      prepared.names.against === null
        ? null
        : { mean: rights, interval: interval((worth) => worth.rights), byYear: rightsByYear(prepared, economics, chosen) },
    worst: worstOf(fresh),
    sample: { fresh: fresh.with.length, draws: drawnWorths.length },
  };
}

/** The mean of the worst worlds without the plan and with it, each by its own order. */
function worstOf({ without, with: kept }: Kept): Worth["worst"] {
  const worst = (lost: Float64Array): number => mean(lost.toSorted().slice(-Math.max(1, Math.round(worstPart * lost.length))));
  return { part: worstPart, lostWithout: worst(without), lostWith: worst(kept) };
}

/** Royalties and profits of chosen bets, and sales that their claims exclude, at some inputs. */
function earned(prepared: PreparedPlan, economics: Economics, chosen: ReadonlySet<string>, reply: Reply = {}) {
  const { facts } = prepared.gathered;
  const bets = betsWith(prepared, economics, chosen, reply);
  return {
    income: bets.reduce((sum, bet) => sum + incomeOf(bet, economics, reply), 0),
    rights: excludedBy(claimTerms(bets, facts.rights, economics, reply), () => true),
  };
}

/** Sales a year that claims of the plan could exclude, by year of the plan: those granted by then. */
function rightsByYear(prepared: PreparedPlan, economics: Economics, chosen: ReadonlySet<string>): readonly number[] {
  const bets = betsWith(prepared, economics, chosen);
  const horizon = Math.round(economics.of("horizon"));
  return Array.from({ length: horizon }, (_, year) => rightsIn(year, bets, prepared.gathered.facts.rights, economics).added);
}

const moves: readonly (readonly [PlanReply["move"], Reply])[] = [
  ["usual", {}],
  ["none", { matched: 0 }],
  ["designs-around", { designsAround: true }],
  ["invalidates", { invalidates: true }],
  ["matches", { matched: 1 }],
];

/**
 * The same plan as it stands; where rivals put nothing more in, or match its effort, where the target designs around its claims or has them declared invalid, and
 * where it begins all that it can withhold alone in the first year.
 */
export async function planReplies(
  prepared: PreparedPlan,
  solved: SolvedPlan,
  { resilience, lost }: Pick<Worth, "resilience" | "lost">,
  { signal, limit }: Pick<KeptOptions, "signal" | "limit">,
): Promise<readonly PlanReply[]> {
  const chosen = new Set(chosenBets(solved).map(({ id }) => id));
  const economics = prepared.economics(middle);
  const { against } = prepared.names;
  const isUnknown = prepared.head.lossUnknown !== null;
  const told = moves.map(
    ([move, reply]): PlanReply => ({
      move,
      ...earned(prepared, economics, chosen, reply),
      resilience: isUnknown ? null : resilience.mean,
      lost: isUnknown ? null : lost,
    }),
  );
  if (against === null) return told;
  const reply = { withholds: against };
  const kept = await keptBy(prepared, economics, chosen, fewWorlds, { seed: freshSeed(solved.seed), reply, signal, limit });
  const withheld = { without: mean(kept.without), with: mean(kept.with) };
  const withholds: PlanReply = {
    move: "withholds",
    ...earned(prepared, economics, chosen),
    resilience: isUnknown ? null : withheld.without - withheld.with,
    lost: isUnknown ? null : withheld,
  };
  return [...told, withholds];
}
