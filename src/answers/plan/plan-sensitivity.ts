import { noTimeLimit, type TimeLimit } from "../../base/time-limit.ts";
import { middle } from "../../plan/economics.ts";
import type { BetChoices, Reply } from "../../plan/programmes/bet-facts.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { chosenBets } from "./plan-bets.ts";
import { overlaps } from "./plan-names.ts";
import type { PlanReport, PlanSensitivity } from "./plan-report.ts";
import { searched } from "./plan-searched.ts";
import { type ChosenPlan, chosenWorlds, freshSeed } from "./plan-solved.ts";
import { savedOnFew } from "./plan-worth.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

interface Change {
  readonly change: PlanSensitivity["change"];
  readonly to?: string;
  readonly prepared: PreparedPlan;
  readonly choices: BetChoices;
  readonly reply?: Reply;
}

/** A plan with one thing changed. */
interface ChangedPlan {
  readonly change: Change;
  /** Programmes that are in. */
  readonly chosen: ReadonlySet<string>;
  readonly problems: ReadonlySet<string>;
  readonly value: number;
  readonly income: number;
  readonly rights: number;
  /** Present value in the mean. */
  readonly cost: number;
}

/**
 * The plan with one thing changed at a time, each chosen anew by search, from nothing and from the plan itself: no bound is proved. All are told on
 * the basis on which the plan is: own losses avoided on fresh worlds, of which each keeps a part of what the plan keeps on the same few of them.
 */
export async function planSensitivity(
  prepared: PreparedPlan,
  solved: ChosenPlan,
  worth: Pick<PlanReport, "value" | "resilience" | "income" | "rights" | "cost">,
  { signal, progress }: RunEffects,
  limit: TimeLimit = noTimeLimit,
): Promise<readonly PlanSensitivity[]> {
  const bets = chosenBets(solved);
  const base: ChangedPlan = {
    change: { change: "none", prepared, choices: prepared.choices },
    chosen: new Set(bets.map(({ id }) => id)),
    problems: new Set(bets.map(({ problem }) => problem.id)),
    value: worth.value,
    income: worth.income.mean,
    rights: worth.rights?.mean ?? 0,
    cost: worth.cost,
  };
  const savedBy = ({ change, chosen }: ChangedPlan): Promise<number> =>
    savedOnFew(change.prepared, change.prepared.economics(middle), chosen, { seed: freshSeed(solved.seed), reply: change.reply, signal });
  const saved = await savedBy(base);
  const told: PlanSensitivity[] = [];
  const changes = [base, ...changesOf(prepared)];
  for (const [at, each] of changes.entries()) {
    if (limit.isUp()) break;
    const plan = "chosen" in each ? each : changedPlan(each, solved, base.chosen);
    const own = plan === base ? saved : await savedBy(plan);
    const known = worth.resilience?.mean ?? 0;
    const resilience = plan === base ? known : saved > 0 ? (known * own) / saved : own;
    told.push({
      change: plan.change.change,
      to: plan.change.to ?? null,
      programmes: plan.problems.size,
      value: plan.value,
      resilience: worth.resilience === null ? null : resilience,
      income: plan.income,
      rights: plan.rights,
      cost: plan.cost,
      net: netOf(plan, resilience),
      added: [...plan.problems].filter((id) => !base.problems.has(id)).sort(),
      dropped: [...base.problems].filter((id) => !plan.problems.has(id)).sort(),
    });
    progress.report(at + 1, changes.length, "plans with one thing changed");
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  return told;
}

/** What is told of a plan by the weights of the objective, less what of the cost is not lost anyway. */
const netOf = ({ change: { choices }, income, rights, cost }: ChangedPlan, resilience: number): number =>
  choices.weights.resilience * resilience + choices.weights.income * income + choices.weights.clout * rights - choices.unspent * cost;

function changedPlan(change: Change, { seed, joint: like }: ChosenPlan, base: ReadonlySet<string>): ChangedPlan {
  const economics = change.prepared.economics(middle);
  const joint = change.prepared.joint(
    economics,
    { worlds: chosenWorlds, seed, ...(change.reply === undefined ? { like } : { reply: change.reply }) },
    change.choices,
  );
  const plan = searched(joint, base);
  const problems = new Set(joint.bets.filter(({ id }) => plan?.isIn(id)).map(({ problem }) => problem.id));
  const { chosen, value, income, rights } = plan ?? { chosen: new Set<string>(), value: 0, income: 0, rights: 0 };
  const cost = joint.bets.reduce((sum, bet) => sum + (chosen.has(bet.id) ? bet.cost : 0), 0);
  return { change, chosen, problems, value, income, rights, cost };
}

function changesOf(prepared: PreparedPlan): readonly Change[] {
  const { choices } = prepared;
  const generation = choices.generation === "next" ? "any" : "next";
  const other = otherTarget(prepared);
  const same = { prepared, choices };
  return [
    { ...same, change: "money-times-ten", choices: { ...choices, money: choices.money.map((each) => 10 * each) } },
    {
      ...same,
      change: "tenth-of-people",
      choices: { ...choices, people: choices.people.map(({ field, byYear }) => ({ field, byYear: byYear.map((each) => each / 10) })) },
    },
    { ...same, change: "other-generation", to: generation, choices: { ...choices, generation } },
    ...(other === null ? [] : [{ ...same, change: "other-target" as const, to: other, prepared: prepared.withTarget(other) }]),
    { ...same, change: "twice-the-rivals", reply: { rivals: 2 } },
  ];
}

/** Of the jurisdictions that the plan counts one that is neither the home nor its target, where most chips are used; `null`: none. */
function otherTarget({ names, read }: PreparedPlan): string | null {
  const { against, jurisdictions, place } = names;
  if (against === null) return null;
  const uses = (code: string): number =>
    read.map.rows.product_place.reduce(
      (sum, row) => (row.role === "use" && row.economy === code ? sum + (row.high ?? row.low ?? 0) : sum),
      0,
    );
  const others = jurisdictions.filter((code) => !overlaps(read, code, place) && !overlaps(read, code, against));
  return [...others].sort((a, b) => uses(b) - uses(a) || (a < b ? -1 : 1))[0] ?? null;
}
