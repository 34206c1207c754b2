import { mapped, pick } from "../../base/collections.ts";
import { say } from "../../base/message.ts";
import type { Bet } from "../../plan/programmes/bet.ts";
import type { BetChoices } from "../../plan/programmes/bet-facts.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { technologyName } from "../shared/names.ts";
import { capitalOf, chosenBets } from "./plan-bets.ts";
import { planEvidence } from "./plan-evidence.ts";
import { isIncomeUnknown, programmeName } from "./plan-labels.ts";
import { plannedProgramme } from "./plan-programmes.ts";
import type { PlanReport } from "./plan-report.ts";
import { searched } from "./plan-searched.ts";
import { type ChosenPlan, chosenWorlds, planAsAnswered } from "./plan-solved.ts";
import { variantsFinding } from "./plan-variants-labels.ts";
import type { PlanSetting, PlanVariant, PlanVariants } from "./plan-variants-report.ts";
import { ofMany, planWorth, type Worth } from "./plan-worth.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** Worlds that plans of other means are chosen on: half of those of the plan itself, as there are many. */
const variantWorlds = chosenWorlds / 2;

/** Parts of the money and of the researchers of a plan for which another one is looked for. */
const [moneyParts, peopleParts] = [
  [0.25, 0.5, 1, 2, 4],
  [0.5, 1, 2],
] as const;

/** The best plan found for some means; `null`: none keeps to all that is required. */
interface Found {
  readonly setting: Pick<PlanSetting, "money" | "people">;
  readonly bets: readonly Bet[] | null;
}

/**
 * The best plans that a search finds for less and for more money and researchers than a plan has, each from nothing and from those of less means, without a bound.
 * All are valued as the plan itself is, on fewer fresh worlds, and told in proportion to what it is worth on all. Rejects with the reason of the signal.
 */
export async function planVariants(prepared: PreparedPlan, report: PlanReport, effects: RunEffects): Promise<PlanVariants> {
  const solved = planAsAnswered(prepared, report);
  const found = await foundFor(prepared, solved, effects);
  const variants = new Map<string, PlanVariant>();
  const own = chosenBets(solved);
  const worthOf = (bets: readonly Bet[]) =>
    planWorth(prepared, { ...pick(solved, "economics", "seed"), chosen: new Set(bets.map(({ id }) => id)) }, effects, ofMany);
  const onFew = (await worthOf(own)).resilience.mean;
  variants.set(keyOf(own), variantOf(prepared, solved, own, { own, worth: report }));
  for (const { bets } of found) {
    if (bets === null || variants.has(keyOf(bets))) continue;
    const worth = await worthOf(bets);
    variants.set(keyOf(bets), variantOf(prepared, solved, bets, { own, worth: inProportion(worth, report.resilience, onFew) }));
  }
  const order = [...variants.keys()];
  const settings = found.map(
    ({ setting, bets }): PlanSetting => ({ ...setting, variant: bets === null ? null : order.indexOf(keyOf(bets)) }),
  );
  const told = {
    plan: prepared.head,
    money: [...new Set(settings.map(({ money }) => money))],
    people: [...new Set(settings.map(({ people }) => people))],
    settings,
    variants: [...variants.values()],
  };
  return {
    question: say("plan-variants.what-would-research-with", { homeName: prepared.head.homeName }),
    finding: variantsFinding(told),
    ...told,
    horizon: report.horizon,
    worlds: { chosen: variantWorlds, fresh: ofMany.worlds, draws: ofMany.draws },
    evidence: planEvidence(prepared),
  };
}

/** Of the least means first; what is found for less is tried for more. */
async function foundFor(prepared: PreparedPlan, solved: ChosenPlan, { signal, progress }: RunEffects): Promise<readonly Found[]> {
  const { choices } = prepared;
  const people = choices.people.length === 0 ? [1] : peopleParts;
  const found: Found[] = [];
  const all = people.length * moneyParts.length;
  for (const staff of people)
    for (const money of moneyParts) {
      const setting = { money, people: staff };
      const isOwn = money === 1 && staff === 1;
      found.push({ setting, bets: isOwn ? chosenBets(solved) : bestFor(prepared, solved, setting, found) });
      progress.report(found.length, all, "plans of other means");
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
  return found;
}

function bestFor(
  prepared: PreparedPlan,
  { economics, seed }: ChosenPlan,
  { money, people }: Found["setting"],
  before: readonly Found[],
): Found["bets"] {
  const { choices } = prepared;
  const means: BetChoices = {
    ...choices,
    money: choices.money.map((each) => each * money),
    people: choices.people.map(({ field, byYear }) => ({ field, byYear: byYear.map((each) => each * people) })),
  };
  const joint = prepared.joint(economics, { worlds: variantWorlds, seed }, means);
  const least = [
    before.findLast(({ setting }) => setting.people === people && setting.money < money),
    before.findLast(({ setting }) => setting.money === money && setting.people < people),
  ].flatMap((each) => (each?.bets ? [new Set(each.bets.map(({ id }) => id))] : []));
  const plan = searched(joint, ...least);
  return plan === null ? null : joint.bets.filter(({ id }) => plan.isIn(id));
}

interface Valued {
  /** Those of the plan itself. */
  readonly own: readonly Bet[];
  readonly worth: Pick<PlanReport, "resilience" | "income" | "rights">;
}

function variantOf(prepared: PreparedPlan, { economics }: ChosenPlan, bets: readonly Bet[], { own, worth }: Valued): PlanVariant {
  const { resilience, income, rights } = worth;
  const [taken, before] = mapped([bets, own], (of) => new Set(of.map(({ problem }) => problem.id)));
  const nameOf = ({ problem: { name, technology } }: Bet): string =>
    programmeName({ name, technologyName: technologyName(prepared.read, technology) });
  return {
    programmes: bets.map((bet) => ({
      id: bet.id,
      problem: bet.problem.id,
      technology: bet.problem.technology,
      name: nameOf(bet),
      isAdded: !before.has(bet.problem.id),
    })),
    dropped: own.filter(({ problem }) => !taken.has(problem.id)).map((bet) => ({ problem: bet.problem.id, name: nameOf(bet) })),
    resilience: resilience === null ? null : pick(resilience, "mean", "interval"),
    income: isIncomeUnknown(bets.map((bet) => plannedProgramme(prepared, bet, economics))) ? null : income,
    rights: rights === null ? null : pick(rights, "mean", "interval"),
    cost: bets.reduce((sum, { cost }) => sum + cost, 0),
    capital: capitalOf(bets),
  };
}

/** What is worth a part of a plan on few worlds is told as that part of what the plan is worth on all. */
function inProportion(worth: Worth, own: PlanReport["resilience"], ownOnFew: number): Valued["worth"] {
  if (own === null) return { ...worth, resilience: null };
  const told = (usd: number): number => (ownOnFew > 0 ? (own.mean * usd) / ownOnFew : usd);
  const { mean, error, interval } = worth.resilience;
  return {
    ...worth,
    resilience: { mean: told(mean), error: told(error), interval: { low: told(interval.low), high: told(interval.high) } },
  };
}

/** What tells plans apart: what is in. */
const keyOf = (bets: readonly Bet[]): string =>
  bets
    .map(({ id }) => id)
    .sort()
    .join(" ");
