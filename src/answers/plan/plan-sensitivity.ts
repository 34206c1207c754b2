import { middle } from "../../plan/economics.ts";
import type { BetChoices, Reply } from "../../plan/programmes/bet-facts.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { type Searched, searched } from "./plan-more.ts";
import { overlaps } from "./plan-names.ts";
import type { PlanSensitivity } from "./plan-report.ts";
import { chosenWorlds, type SolvedPlan } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

interface Change {
  readonly change: PlanSensitivity["change"];
  readonly to?: string;
  readonly prepared: PreparedPlan;
  readonly choices: BetChoices;
  readonly reply?: Reply;
}

/** The plan with one thing changed at a time, each chosen anew by the same search on the same worlds: no bound is proved. */
export async function planSensitivity(
  prepared: PreparedPlan,
  { seed }: SolvedPlan,
  { signal, progress }: RunEffects,
): Promise<readonly PlanSensitivity[]> {
  const changes = changesOf(prepared);
  const found: { readonly change: Change; readonly plan: Searched | null; readonly problems: ReadonlySet<string> }[] = [];
  for (const [at, change] of changes.entries()) {
    const economics = change.prepared.economics(middle);
    const joint = change.prepared.joint(
      economics,
      { worlds: chosenWorlds, seed, ...(change.reply && { reply: change.reply }) },
      change.choices,
    );
    const plan = searched(joint, change.choices.weights.resilience);
    const problems = new Set(plan === null ? [] : joint.bets.filter(({ id }) => plan.isIn(id)).map(({ problem }) => problem.id));
    found.push({ change, plan, problems });
    progress.report(at + 1, changes.length, "plans with one thing changed");
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  const base = found[0]!;
  return found.map(({ change, plan, problems }): PlanSensitivity => {
    // A plan holds for more money.
    const kept = change.change === "money-times-ten" && (plan?.value ?? 0) < (base.plan?.value ?? 0) ? base : { plan, problems };
    const { value, resilience, income, rights } = kept.plan ?? { value: 0, resilience: 0, income: 0, rights: 0 };
    return {
      change: change.change,
      to: change.to ?? null,
      programmes: kept.problems.size,
      value,
      resilience,
      income,
      rights,
      added: [...kept.problems].filter((id) => !base.problems.has(id)).sort(),
      dropped: [...base.problems].filter((id) => !kept.problems.has(id)).sort(),
    };
  });
}

function changesOf(prepared: PreparedPlan): readonly Change[] {
  const { choices } = prepared;
  const generation = choices.generation === "next" ? "any" : "next";
  const other = otherTarget(prepared);
  const same = { prepared, choices };
  return [
    { ...same, change: "none" },
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
