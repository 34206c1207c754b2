import { LevermapError } from "../../../base/errors.ts";
import { number, percent, usdM } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
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
    question: say("plan-explain.why-is-the-plan", { wanted, notIn: isIn(wanted) ? "in" : "not in", name: head.name }),
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
    return say("plan-explain.is-in-it-adds", {
      name,
      brings: usdM(brings),
      otherwise: otherwise === null ? "" : say("plan-explain.and-the-plan-would", { otherwise: usdM(-otherwise) }),
    });
  if (otherSize !== null) return say("plan-explain.is-taken-up-in", { name, otherSize });
  const how =
    brings < -leastTold
      ? say("plan-explain.it-would-cost-more", { brings: usdM(-brings) })
      : brings < leastTold
        ? "it adds nothing of known worth"
        : say("plan-explain.it-would-add-but", { brings: usdM(brings) });
  return say("plan-explain.is-out", { name, how });
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
    say("plan-explain.it-works-with-a", {
      works: percent(works),
      effort: number(effort),
      field,
      wins: percent(wins),
      rivals: number(rivals),
      rivalsKnown: rivalsKnown ? "" : say("plan-explain.assumed-is-published", { noLateCount }),
    }),
    supplies > 0
      ? say("plan-explain.its-would-supply-of", {
          plantWord: plantWord(field),
          supplies: percent(supplies),
          money: String(money.length),
          max: usdM(Math.max(0, resilience)),
        })
      : sells > 0
        ? say("plan-explain.its-makes-what-it", { plantWord: plantWord(field) })
        : say("plan-explain.it-has-no-know", { plantWord: plantWord(field) }),
    say("plan-explain.from-on", {
      sells:
        sells > 0
          ? say("plan-explain.it-sells-a-year", { sells: usdM(sells), profit: usdM(profit) })
          : say("plan-explain.its-claims-are-granted", { claimIncome: capital(claimIncomeWords(programme)) }),
      round: String(Math.round(claimsFrom)),
      rights: rights === null ? "" : say("plan-explain.and-its-claims-alone", { rights: usdM(rights) }),
    }),
    unspent > 0 && say("plan-explain.it-costs-in-the", { cost: usdM(cost) }),
    served.length > 0 && say("plan-explain.which-is-in-serves", { served: capital(listed(served)) }),
    !isIn && brings < 0 && say("plan-explain.to-be-in-it", { brings: usdM(-brings) }),
    !isIn && otherwise !== null && otherwise < 0 && say("plan-explain.putting-it-in-and", { otherwise: usdM(-otherwise) }),
    !isIn && otherwise === null && brings > leastTold && "It does not fit the bounds of the plan, whatever else is taken out.",
  );
}
