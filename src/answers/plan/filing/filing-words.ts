import { number, percent, usd, usdM, usdRange } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
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
  const ownPart = at.ownPart > 0 && bet.launch === null ? say("filing-words.of-it-the-home", { ownPart: percent(at.ownPart) }) : "";
  const who = say("filing-words.would-sell-a-year", {
    thoseWho: bet.launch === null ? "those who adopt it" : "the home itself",
    sold,
    ownPart,
  });
  const money = valueOfMoney > 1.005 ? say("filing-words.each-usd-worth-to", { valueOfMoney: usd(valueOfMoney) }) : "";
  return say("filing-words.claims-hold-read-on", {
    who,
    holds: percent(holds),
    winOfFamily: percent(winOfFamily(bet, economics.of("decisiveness"))),
    usedYears: number(usedYears(bet, economics)),
    low: usdRange(earns.low, earns.high),
    spentLow: usdRange(spent.low, spent.high),
    money,
  });
}

/** What a family takes from the target there, and from which weight of that on it covers its cost. */
export function cloutWords(
  { read, names, choices }: PreparedPlan,
  { usd: kept, ratio }: NonNullable<FilingLine["offices"][number]["clout"]>,
  due: Bounds | null,
): string {
  const on = partyName(read, names.against!);
  if (kept === null) return say("filing-words.what-sells-there-is", { on });
  const { clout } = choices.weights;
  const weighed = clout > 0 ? say("filing-words.of-which-this-plan", { clout: percent(clout) }) : ", which this plan does not count";
  const worth = say("filing-words.for-clout-it-would", { low: usdRange(kept.low, kept.high), on, weighed });
  if (kept.high === 0) return say("filing-words.for-clout-it-would-keep", { on });
  if (ratio === null || due === null) return worth;
  if (ratio.high < 1) return say("filing-words.less-than-it-costs", { worth });
  const from = 1 / ratio.high;
  const sure = ratio.low >= 1 ? say("filing-words.and-does-from-on", { percent: percent(1 / ratio.low) }) : "";
  return say("filing-words.that-may-cover-its", { worth, from: percent(from), sure });
}
