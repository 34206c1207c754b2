import { LevermapError } from "../../../base/errors.ts";
import { number, percent, usdM } from "../../../base/format.ts";
import { capital, listed, said } from "../../../base/words.ts";
import { nearNames } from "../../../link/near-name.ts";
import { fill } from "../../../plan/joint/fill.ts";
import { effortOf, improve } from "../../../plan/joint/improve.ts";
import { trim } from "../../../plan/joint/trim.ts";
import { plantWord } from "../../../plan/programmes/bet.ts";
import { betsOf } from "../../../plan/programmes/candidate-bets.ts";
import { meant } from "../../shared/names.ts";
import { valueOfMoney } from "../filing/value-of-money.ts";
import { planFiling } from "../plan-advice.ts";
import { chosenBets } from "../plan-bets.ts";
import { planEvidence } from "../plan-evidence.ts";
import { claimIncomeWords, noLateCount, programmeName } from "../plan-labels.ts";
import { claimsBy, plannedProgramme, salesOf, servedBy } from "../plan-programmes.ts";
import type { PlanReport } from "../plan-report.ts";
import { type ChosenPlan, planAsAnswered, searchTries } from "../plan-solved.ts";
import type { PreparedPlan } from "../prepared-plan.ts";
import type { PlanExplanation } from "./plan-explain-report.ts";

/**
 * Why a programme is in a plan or out of it, by the plan that was answered. Throws LM_PROGRAMME_UNKNOWN, with those near in spelling.
 *
 * @param report the answer on the plan
 */
export async function answerPlanExplain(prepared: PreparedPlan, wanted: string, report: PlanReport): Promise<PlanExplanation> {
  const solved = planAsAnswered(prepared, report);
  const every = betsOf(prepared.gathered.facts, prepared.choices, solved.economics);
  const bet = every.find(({ id }) => id === wanted);
  if (bet === undefined) {
    const ids = every.map(({ id }) => id);
    throw new LevermapError("LM_PROGRAMME_UNKNOWN", `No programme "${wanted}"${meant(nearNames(wanted, ids, 2))}`, { programme: wanted });
  }
  const { head, choices } = prepared;
  const programme = plannedProgramme(prepared, bet, solved.economics);
  const { joint, compiled, draft, isIn } = solved;
  const at = joint.bets.findIndex(({ id }) => id === wanted);
  const income =
    choices.weights.income * ((programme.royalties ?? 0) + (programme.freedom ?? 0) + programme.profit) - choices.unspent * programme.cost;
  const brings = at < 0 ? income : (isIn(wanted) ? -1 : 1) * draft.effect(at);
  const otherwise = at < 0 ? null : otherPlan(solved, at);
  const resilience = at < 0 ? 0 : salesOf(brings, compiled.income[at]!, claimsBy(prepared, programme), choices.weights.resilience);
  const otherSize = joint.bets.find(({ id, problem }) => id !== wanted && problem.id === bet.problem.id && isIn(id))?.id ?? null;
  const chosen = chosenBets(solved);
  const { filing, sources } = await planFiling(prepared, {
    bets: [bet],
    beside: chosen.filter(({ problem }) => problem.id !== bet.problem.id),
    valueOfMoney: valueOfMoney(prepared, chosen, report.out, solved.economics),
  });
  const told = { programme, isIn: isIn(wanted), otherSize, brings, resilience, otherwise };
  const served = isIn(wanted) || otherSize !== null ? [] : servedBy(chosen, bet);
  return {
    question: `Why is ${wanted} ${isIn(wanted) ? "in" : "not in"} the plan "${head.name}"?`,
    finding: findingOf(told),
    plan: head,
    ...told,
    changes: changesOf(told, served, choices.unspent),
    filing,
    evidence: planEvidence(prepared, sources),
  };
}

/** Change of the value with the programme put in and room made for it, or its problem taken out and what is freed put to use; `null` if it cannot be. */
function otherPlan({ compiled, draft }: ChosenPlan, at: number): number | null {
  const saved = draft.save();
  const value = draft.value();
  const wasIn = draft.chosen[at] === 1;
  const changes = wasIn ? [{ programme: at, sign: -1 as const }] : draft.entry(at);
  if (!draft.allows(changes)) return null;
  draft.apply(changes);
  const kept = new Set([at]);
  const banned = new Set([at, ...compiled.rivals[at]!]);
  const holds = wasIn || trim(compiled, draft, kept);
  if (holds)
    for (const preference of ["by-price", "by-value"] as const) {
      fill(draft, preference, wasIn ? banned : undefined);
      if (wasIn) improve(compiled, draft, preference, effortOf(searchTries), banned);
    }
  const change = holds ? draft.value() - value : null;
  draft.restore(saved);
  return change;
}

type Told = Pick<PlanExplanation, "programme" | "isIn" | "otherSize" | "brings" | "resilience" | "otherwise">;

function findingOf({ programme, isIn, otherSize, brings, otherwise }: Told): string {
  const name = programmeName(programme);
  if (isIn)
    return `${name} is in: it adds ${usdM(brings)} to the plan as it stands${otherwise === null ? "" : `, and the plan would miss ${usdM(-otherwise)} without the problem`}.`;
  if (otherSize !== null) return `${name} is taken up in another size, ${otherSize}.`;
  const how =
    brings < -leastTold
      ? `it would cost ${usdM(-brings)} more than it adds`
      : brings < leastTold
        ? "it adds nothing of known worth"
        : `it would add ${usdM(brings)}, but there is no room for it`;
  return `${name} is out: ${how}.`;
}

/** A smaller amount is none, USD m. */
const leastTold = 1e-6;

function changesOf(
  { programme, isIn, brings, resilience, otherwise }: Told,
  served: readonly string[],
  unspent: number,
): readonly string[] {
  const { works, wins, effort, rivals, rivalsKnown, sells, profit, rights, cost, supplies, claimsFrom, money, field } = programme;
  return said(
    `It works with a chance of ${percent(works)} at ${number(effort)} researcher-years of ${field}, and then wins the governing claims with ${percent(wins)} against ${number(rivals)} of rivals${rivalsKnown ? "" : ` (assumed: ${noLateCount} is published)`}.`,
    supplies > 0
      ? `Its ${plantWord(field)} would supply ${percent(supplies)} of the home's need, from year ${money.length} on; that keeps ${usdM(Math.max(0, resilience))} of own sales.`
      : sells > 0
        ? `Its ${plantWord(field)} makes what it sells, and serves no need of the home.`
        : `It has no ${plantWord(field)}: know-how and rights alone.`,
    `${sells > 0 ? `It sells ${usdM(sells)} a year in the mean once adopted, of which ${usdM(profit)} is left; its claims are granted` : `${capital(claimIncomeWords(programme))}; its claims are granted`} from ${Math.round(claimsFrom)} on${rights === null ? "" : `, and its claims alone could exclude ${usdM(rights)}`}.`,
    unspent > 0 && `It costs ${usdM(cost)} in the mean.`,
    served.length > 0 && `${capital(listed(served))}, which is in, serves the same need.`,
    !isIn && brings < 0 && `To be in it would have to bring ${usdM(-brings)} more, or cost that much less.`,
    !isIn && otherwise !== null && otherwise < 0 && `Putting it in and making room for it would lower the plan by ${usdM(-otherwise)}.`,
    !isIn && otherwise === null && brings > leastTold && "It does not fit the bounds of the plan, whatever else is taken out.",
  );
}
