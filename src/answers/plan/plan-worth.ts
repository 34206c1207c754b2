import { quantile } from "../../measure/bootstrap.ts";
import { drawn, type Economics, middle } from "../../plan/economics.ts";
import { compileJoint } from "../../plan/joint/compiled-joint.ts";
import { composeWorlds } from "../../plan/joint/composed-worlds.ts";
import type { Bet } from "../../plan/programmes/bet.ts";
import type { BetChoices, Reply } from "../../plan/programmes/bet-facts.ts";
import { claimTerms, excludedBy, royaltiesOf } from "../../plan/programmes/bet-worth.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import type { PlanReply, PlanReport } from "./plan-report.ts";
import { freshSeed, type SolvedPlan } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

export const freshWorlds = 2000;
const drawWorldsOf = 100;
export const worthDraws = 24;
/** Part of the draws that an interval holds. */
const held = 0.8;
/** Part of the worlds that count as the worst. */
const worstPart = 0.2;

/** What a plan keeps of the home's sales in worlds, without weights. */
interface Kept {
  readonly sales: number;
  /** Sales lost in each world, without and with the plan. */
  readonly without: Float64Array;
  readonly with: Float64Array;
}

/** Values chosen bets on worlds of a seed, at some inputs. */
function keptBy(
  prepared: PreparedPlan,
  economics: Economics,
  chosen: ReadonlySet<string>,
  worlds: number,
  seed: number,
  reply: Reply = {},
): Kept {
  const joint = prepared.joint(economics, { worlds, seed, only: chosen, reply }, unbound(prepared));
  const compiled = compileJoint(joint.problem);
  const composed = composeWorlds(compiled);
  const lost = (): Float64Array => Float64Array.from({ length: worlds }, (_, world) => joint.sales - composed.worldValue(world));
  const without = lost();
  composed.apply(joint.bets.map((_, programme) => ({ programme, sign: 1 })));
  return { sales: joint.sales, without, with: lost() };
}

/** Without weights and bounds: what takes longer in a draw than the plan had room for ends later, and counts whole. */
const unbound = ({ choices }: PreparedPlan): BetChoices => ({
  ...choices,
  years: mostYears,
  money: new Array<number>(mostYears).fill(0),
  people: [],
  weights: { resilience: 1, income: 0, clout: 0 },
  unspent: 0,
  required: [],
  generation: "any",
  followUp: null,
  originality: null,
  diversification: null,
});

/** Longer than any programme takes. */
const mostYears = 60;

const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);

export const chosenBets = ({ joint, isIn }: SolvedPlan): readonly Bet[] => joint.bets.filter(({ id }) => isIn(id));

type Worth = Pick<PlanReport, "sales" | "lost" | "resilience" | "income" | "rights" | "worst">;

/** What a plan is worth on fresh worlds with every input in the middle, and over draws of the inputs. Rejects with the reason of the signal. */
export async function planWorth(prepared: PreparedPlan, solved: SolvedPlan, { signal, progress }: RunEffects): Promise<Worth> {
  const chosen = new Set(chosenBets(solved).map(({ id }) => id));
  const seed = freshSeed(solved.seed);
  const fresh = keptBy(prepared, solved.economics, chosen, freshWorlds, seed);
  const gains = fresh.without.map((lost, world) => lost - fresh.with[world]!);
  const resilience = mean(gains);
  const spread = Math.sqrt(gains.reduce((sum, each) => sum + (each - resilience) ** 2, 0) / Math.max(1, gains.length - 1));
  const drawnWorths: { readonly resilience: number; readonly income: number; readonly rights: number }[] = [];
  for (let draw = 0; draw < worthDraws; draw++) {
    const economics = prepared.economics(drawn(solved.seed, draw));
    const kept = keptBy(prepared, economics, chosen, drawWorldsOf, seed + draw + 1);
    drawnWorths.push({ resilience: mean(kept.without) - mean(kept.with), ...earned(prepared, economics, chosen) });
    progress.report(draw + 1, worthDraws, "draws of the inputs, the plan as it stands");
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  const interval = (of: (worth: (typeof drawnWorths)[number]) => number) => {
    const sorted = Float64Array.from(drawnWorths, of).sort();
    return { low: quantile(sorted, (1 - held) / 2), high: quantile(sorted, (1 + held) / 2) };
  };
  const { income, rights } = earned(prepared, solved.economics, chosen);
  return {
    sales: fresh.sales,
    lost: { without: mean(fresh.without), with: mean(fresh.with) },
    resilience: { mean: resilience, error: spread / Math.sqrt(gains.length), interval: interval((worth) => worth.resilience) },
    income: { mean: income, interval: interval((worth) => worth.income) },
    rights:
      prepared.names.against === null
        ? null
        : { mean: rights, interval: interval((worth) => worth.rights), byYear: rightsByYear(prepared, solved, chosen) },
    worst: worstOf(fresh),
  };
}

/** The mean of the worst worlds without the plan and with it, each by its own order. */
function worstOf({ without, with: kept }: Kept): PlanReport["worst"] {
  const worst = (lost: Float64Array): number => mean(lost.toSorted().slice(-Math.max(1, Math.round(worstPart * lost.length))));
  return { part: worstPart, lostWithout: worst(without), lostWith: worst(kept) };
}

/** Royalties of chosen bets, and sales that their claims exclude, at some inputs. */
function earned(prepared: PreparedPlan, economics: Economics, chosen: ReadonlySet<string>, reply: Reply = {}) {
  const { facts } = prepared.gathered;
  const { bets } = prepared.joint(economics, { worlds: 1, seed: 1, only: chosen, reply }, unbound(prepared));
  return {
    income: bets.reduce((sum, bet) => sum + royaltiesOf(bet, economics, reply), 0),
    rights: excludedBy(claimTerms(bets, facts.rights, economics, reply), () => true),
  };
}

/** Sales a year that claims of the plan could exclude, by year of the plan: those granted by then. */
function rightsByYear(prepared: PreparedPlan, solved: SolvedPlan, chosen: ReadonlySet<string>): readonly number[] {
  const { economics } = solved;
  const { bets } = prepared.joint(economics, { worlds: 1, seed: 1, only: chosen }, unbound(prepared));
  const horizon = Math.round(economics.of("horizon"));
  return Array.from({ length: horizon }, (_, year) =>
    yearlyRights(
      bets.filter(({ claimsFrom }) => claimsFrom <= year),
      prepared,
      economics,
    ),
  );
}

/** A year's exclusion by claims that are in force in it. */
function yearlyRights(bets: readonly Bet[], { gathered: { facts } }: PreparedPlan, { of, pick }: Economics): number {
  return facts.rights.reduce((sum, { jurisdiction, product, usd, granted, held: already, technologies }) => {
    let free = 1;
    for (const { problem, works, wins } of bets) {
      const terms = technologies.get(problem.technology);
      if (terms === undefined) continue;
      const key = `${jurisdiction}|${problem.kind}`;
      const holds =
        pick(`valid|${key}`, terms.valid) * pick(`read-on|${key}`, terms.readOn) * (1 - pick(`design-around|${key}`, terms.designAround));
      free *= 1 - works * wins * holds * of("adopted-part");
    }
    return sum + pick(`sold|${product}|${jurisdiction}`, usd) * pick(`granted|${jurisdiction}`, granted) * (1 - already) * (1 - free);
  }, 0);
}

const moves: readonly (readonly [PlanReply["move"], Reply])[] = [
  ["none", { matched: 0 }],
  ["designs-around", { designsAround: true }],
  ["invalidates", { invalidates: true }],
  ["matches", { matched: 1 }],
];

/** The same plan where rivals put nothing more in, or match its effort, and where the target designs around its claims or has them declared invalid. */
export function planReplies(prepared: PreparedPlan, solved: SolvedPlan, resilience: number): readonly PlanReply[] {
  const chosen = new Set(chosenBets(solved).map(({ id }) => id));
  const economics = prepared.economics(middle);
  return moves.map(([move, reply]) => ({ move, ...earned(prepared, economics, chosen, reply), resilience }));
}
