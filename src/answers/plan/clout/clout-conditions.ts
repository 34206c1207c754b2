import { has } from "../../../base/collections.ts";
import { percent, usdM } from "../../../base/format.ts";
import { lowered, said } from "../../../base/words.ts";
import type { Economics } from "../../../plan/economics.ts";
import type { Bet } from "../../../plan/programmes/bet.ts";
import { claimTerms, rightsIn } from "../../../plan/programmes/bet-worth.ts";
import { servedBy } from "../../../plan/programmes/surplus.ts";
import { leftOutOf } from "../../leverage/leverage-finding.ts";
import { technologyName } from "../../shared/names.ts";
import { tradedIn } from "../../supply/imports.ts";
import { chosenBets } from "../plan-bets.ts";
import type { SolvedPlan } from "../plan-solved.ts";
import type { PreparedPlan } from "../prepared-plan.ts";
import type { Clout } from "./clout-report.ts";

/** Years from now at which the rights of what is not begun are compared. */
const later = 10;

/** The year in which claims of the plan add most. */
export const peakOf = ({ byYear }: Pick<Clout, "byYear">): Clout["byYear"][number] =>
  byYear.reduce((best, each) => (each.rightsAdded[1] > best.rightsAdded[1] ? each : best));

/** What would have to be true for more clout, by rights and by supply. */
export function cloutConditions(prepared: PreparedPlan, solved: SolvedPlan, clout: Omit<Clout, "conditions">): readonly string[] {
  const { names, exclusion } = prepared;
  const peak = peakOf(clout);
  const heldNow = clout.byYear[0]!.rightsHeld?.[2] ?? null;
  return said(
    rightsCondition(prepared, solved, { year: peak.rightsAdded[1] > 0 ? peak.year : clout.byYear.at(-1)!.year, onName: clout.onName }),
    names.isNew === null &&
      (heldNow ?? 0) === 0 &&
      (exclusion.own.size === 0
        ? `No patent of ${prepared.head.homeName} is loaded, so that its rights of today are unknown and none is counted: load its patents to have them counted.`
        : `No loaded patent of ${prepared.head.homeName} that may be in force reads on what ${clout.onName} sells; what is not loaded is unknown.`),
    ...supplyConditions(prepared, solved),
    clout.ifAllJoin !== null &&
      clout.byYear[0]!.supplyHeld !== null &&
      clout.ifAllJoin[1] > 1.5 * clout.byYear[0]!.supplyHeld[1] &&
      `If all others withheld the same as well, ${clout.onName} would lose ${usdM(clout.ifAllJoin[1])} in the first year in place of ${usdM(clout.byYear[0]!.supplyHeld[1])}.`,
  );
}

/** Rights if all that is begun worked and won, in the year in which they are most; if nothing is begun, of the one programme whose claims would do most. */
function rightsCondition(
  prepared: PreparedPlan,
  { joint, economics, isIn }: SolvedPlan,
  { year: peak, onName: against }: { readonly year: number; readonly onName: string },
): string | false {
  const { rights, firstYear } = prepared.gathered.facts;
  const chosen = chosenBets({ joint, isIn });
  const years = chosen.length > 0 ? peak - (firstYear - 1) : later;
  const sure = (bets: readonly Bet[]): readonly Bet[] => bets.map((bet) => ({ ...bet, works: 1, wins: 1 }));
  const worth = (bets: readonly Bet[]): number => rightsIn(years, sure(bets), rights, economics).added;
  const year = firstYear - 1 + years;
  if (chosen.length > 0) {
    const all = worth(chosen);
    return all > 0
      ? `If every programme worked and won, claims would exclude ${usdM(all)} of sales in ${year}; by their chances it is ${usdM(rightsIn(years, chosen, rights, economics).added)}.`
      : claimTerms(sure(chosen), rights, economics).length === 0
        ? `No sale of ${against} is known that claims on what is taken up could keep out, so that rights add nothing that is known, even if all works.`
        : `No claim of the plan is granted and in use by ${year}, so that rights add nothing by then even if all works.`;
  }
  const best = joint.bets.map((bet) => ({ bet, usd: worth([bet]) })).sort((a, b) => b.usd - a.usd)[0];
  return best !== undefined && best.usd > 0
    ? `Nothing is begun. The programme whose claims could exclude most, ${lowered(best.bet.problem.name)}, would bring ${usdM(best.usd)} in ${year} if it worked (${percent(best.bet.works)}) and won (${percent(best.bet.wins)}).`
    : false;
}

/** What of plants and of new sales could be withheld. */
function supplyConditions(prepared: PreparedPlan, solved: SolvedPlan): readonly string[] {
  const chosen = chosenBets(solved);
  const built = chosen.filter(({ capacity }) => capacity > 0);
  const sold = chosen.filter(has("launch"));
  if (built.length + sold.length === 0)
    return [
      `No programme of the plan builds a plant, so that supply adds nothing: for more, ${prepared.head.homeName} would have to make more of something than it needs itself.`,
    ];
  const { text, isBeyond } = plantCondition(built, prepared);
  return said(
    built.length > 0 && (sold.length === 0 || isBeyond) && text,
    sold.length > 0 && soldCondition(sold, prepared, solved.economics),
  );
}

/** Which plant comes nearest to making more than the home needs itself, and whether it does. */
function plantCondition(
  built: readonly Bet[],
  { gathered, read, head }: PreparedPlan,
): { readonly text: string; readonly isBeyond: boolean } {
  const lines = built.flatMap((bet) =>
    servedBy(bet.problem).flatMap((id) => {
      const balance = gathered.facts.balances.get(id);
      if (balance === undefined || balance.need <= 0) return [];
      return [{ id, own: balance.own / balance.need, after: balance.own / balance.need + bet.capacity }];
    }),
  );
  const nearest = lines.sort((a, b) => b.after - a.after)[0];
  if (nearest === undefined)
    return { text: `Plants of the plan serve needs of ${head.homeName} of which no size is known.`, isBeyond: false };
  const name = lowered(technologyName(read, nearest.id));
  const isBeyond = nearest.after > 1;
  const text = isBeyond
    ? `Supply adds what plants make beyond the own need: of ${name} own makers cover ${percent(nearest.own)} of the need today and would cover ${percent(nearest.after)} if the programme works.`
    : `Plants of the plan serve the own need and leave nothing to withhold: nearest is ${name}, where own makers would come to ${percent(nearest.after)} of the need if the programme works; above 100% the rest could be withheld.`;
  return { text, isBeyond };
}

type Launched = Bet & { readonly launch: NonNullable<Bet["launch"]> };

/** What others would come to buy of new products, and where the home has no supply today by which an act could be told. */
function soldCondition(sold: readonly Launched[], { read, gathered, head, names }: PreparedPlan, { of }: Economics): string {
  const largest = sold.toSorted((a, b) => b.launch.part * b.works * b.wins - a.launch.part * a.works * a.wins)[0]!;
  const { technology } = largest.problem.market!;
  const { own } = gathered.facts.balances.get(technology) ?? { own: 0 };
  const name = lowered(technologyName(read, technology));
  const problem = lowered(largest.problem.name);
  const half = Math.ceil(gathered.facts.firstYear - 1 + largest.launch.from + of("adoption-years") / 2);
  const bought = `${percent(largest.launch.part)} of ${name} from ${half} on if ${problem} works and wins`;
  if (own > 0) return `Supply adds what others buy of new products: ${bought}.`;
  const asked = names.against === null ? [] : [names.against];
  const isUnknown =
    names.isNew === null && leftOutOf(read, [read.map.indexOf.get(technology)!], [names.home], asked, tradedIn(read)).length > 0;
  const today = isUnknown
    ? `what ${head.homeName} supplies of ${name} today is not known`
    : `${head.homeName} supplies no ${name} today as far as sources tell`;
  return `New sales are in no figure of supply, as ${today}; others would buy ${bought}.`;
}
