import { number, percent, usd, usdM, usdRange } from "../../../base/format.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import type { Economics } from "../../../plan/economics.ts";
import type { Bet } from "../../../plan/programmes/bet.ts";
import type { AdopterSales } from "../../../plan/programmes/bet-facts.ts";
import { soldThere, usedYears, winOfFamily } from "../../../plan/programmes/family-worth.ts";
import type { FilingLine } from "../../patents/portfolio/advice-report.ts";
import { partyName } from "../../scenario/planned-scenario.ts";
import type { PreparedPlan } from "../prepared-plan.ts";

interface Earned {
  readonly economics: Economics;
  readonly earns: Bounds;
  readonly spent: Bounds;
  readonly valueOfMoney: number;
}

/** What royalties, or own sales, on one more family rest on, factor by factor. */
export function earnsWords(bet: Bet, at: AdopterSales, { economics, earns, spent, valueOfMoney }: Earned): string {
  const sold = usdM(soldThere(bet, at, economics));
  const holds = at.valid[1] * at.granted[1] * at.readOn[1];
  const ownPart = at.ownPart > 0 && bet.launch === null ? ` (${percent(at.ownPart)} of it the home, which is spared royalties)` : "";
  const who = `${bet.launch === null ? "those who adopt it" : "the home itself"} would sell ${sold} a year of it there${ownPart}`;
  const money = valueOfMoney > 1.005 ? `, each USD worth ${usd(valueOfMoney)} to this plan` : "";
  return `${who}; claims hold, read on it and are enforced with ${percent(holds)}; one more family adds ${percent(winOfFamily(bet, economics.of("decisiveness")))} to the chance to win; ${number(usedYears(bet, economics))} years, discounted, are left: it earns ${usdRange(earns.low, earns.high)} against ${usdRange(spent.low, spent.high)}${money}`;
}

/** What a family takes from the target there, and from which weight of that on it covers its cost. */
export function cloutWords(
  { read, names, choices }: PreparedPlan,
  { usd: kept, ratio }: NonNullable<FilingLine["offices"][number]["clout"]>,
  due: Bounds | null,
): string {
  const on = partyName(read, names.against!);
  if (kept === null) return `what ${on} sells there is not known, so that clout is unknown`;
  const { clout } = choices.weights;
  const weighed = clout > 0 ? `, of which this plan counts ${percent(clout)}` : ", which this plan does not count";
  const worth = `for clout it would keep out ${usdRange(kept.low, kept.high)} of what ${on} sells there${weighed}`;
  if (kept.high === 0) return `for clout it would keep out nothing that ${on} is known to sell there`;
  if (ratio === null || due === null) return worth;
  if (ratio.high < 1) return `${worth}: less than it costs even if each USD of that counted whole`;
  const from = 1 / ratio.high;
  const sure = ratio.low >= 1 ? `, and does from ${percent(1 / ratio.low)} on` : "";
  return `${worth}: that may cover its cost where a USD kept out counts for ${percent(from)} of itself${sure}`;
}
