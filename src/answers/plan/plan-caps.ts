import { percent, usdM } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import { said } from "../../base/words.ts";
import type { Economics } from "../../plan/economics.ts";
import type { Bet } from "../../plan/programmes/bet.ts";
import { followUpOf } from "../../plan/programmes/plan-joint.ts";
import { technologyName } from "../shared/names.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

const spentOn = (bets: readonly Bet[]): number => sum(bets.map(({ reserved }) => sum(reserved)));

const tolerance = 1e-9;

/** Caps of a plan that do not hold once a bet is beside those that are chosen, each with what it allows and what would be, in words. */
export function cappedBeside(prepared: PreparedPlan, chosen: readonly Bet[], bet: Bet, economics: Economics): readonly string[] {
  const all = [...chosen, bet];
  return said(oneTechnology(prepared, all, bet), followUpCap(prepared, all, economics));
}

/** `diversification`: the part of all money that may go to one technology. */
function oneTechnology({ choices, read }: PreparedPlan, all: readonly Bet[], { problem }: Bet): string | false {
  const { diversification, money } = choices;
  if (diversification === null) return false;
  const most = diversification * sum(money);
  const taken = spentOn(all.filter((each) => each.problem.technology === problem.technology));
  return (
    taken > most * (1 + tolerance) + tolerance &&
    `${usdM(taken)} of spending to ${technologyName(read, problem.technology)}, where \`diversification\` allows ${usdM(most)} (${percent(diversification)} of all money) for one technology`
  );
}

/** `follow_up` and `originality`: parts of spending, of which the narrower binds. */
function followUpCap({ choices }: PreparedPlan, all: readonly Bet[], economics: Economics): string | false {
  const { followUp, originality } = choices;
  const [most, least] = [followUp ?? 1, originality ?? 0];
  const spent = spentOn(all);
  const part = spent > 0 ? sum(all.map((each) => spentOn([each]) * followUpOf(each.problem, economics))) / spent : 0;
  if (part <= Math.min(most, 1 - least) + tolerance) return false;
  return most <= 1 - least
    ? `follow-up work to ${percent(part)} of spending, where \`follow_up\` allows ${percent(most)}`
    : `work that is not follow-up down to ${percent(1 - part)} of spending, where \`originality\` asks for ${percent(least)}`;
}
