import { groupBy } from "../../base/collections.ts";
import { yearOf } from "../../base/days.ts";
import { number, percent, usd, usdM, usdRange } from "../../base/format.ts";
import { survivalRows } from "../../corpus/legal-records.ts";
import { usualSeed } from "../../leverage/draw/monte-carlo.ts";
import { membersOf } from "../../leverage/members.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import { createSurvival } from "../../measure/patents/in-force.ts";
import { drawn, middle } from "../../plan/economics.ts";
import { filingCost, judgeFiling } from "../../plan/filing.ts";
import { longestTerm } from "../../plan/office-cost.ts";
import type { Bet } from "../../plan/programmes/bet.ts";
import type { AdopterSales } from "../../plan/programmes/bet-facts.ts";
import { claimYears } from "../../plan/programmes/bet-worth.ts";
import { familyWorth, winOfFamily } from "../../plan/programmes/family-worth.ts";
import type { FilingLine } from "../patents/portfolio/advice-report.ts";
import { technologyRef } from "../patents/portfolio/portfolio-exclusion.ts";
import type { OwnFamilies } from "../patents/portfolio/portfolio-families.ts";
import { discountOf, type FilingSetting, firstUseOf, survivalAt } from "../patents/portfolio/portfolio-filing.ts";
import { betsWith } from "./plan-bets.ts";
import { endsOf } from "./plan-ends.ts";
import type { OutProgramme } from "./plan-report.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

const draws = 100;

/** Programmes of a plan as filing asks for them, and what money is worth in it: at least itself. */
export interface FiledProgrammes {
  readonly bets: readonly Bet[];
  readonly valueOfMoney: number;
}

type OfficeLine = FilingLine["offices"][number];

/**
 * What a USD is worth in a plan: at least itself, since fees are paid for twenty years; more where something that is left out for want of room would add more
 * than it costs.
 */
export function valueOfMoney(out: readonly Pick<OutProgramme, "adds" | "cost">[], unspent: number): number {
  const best = out.reduce((most, { adds, cost }) => (adds > 0 && cost > 0 ? Math.max(most, adds / cost) : most), 0);
  return Math.max(1, unspent + best);
}

/** By technology, of the programme that is missed most in it: at which offices one more family of it would be worth its cost in this plan. */
export function filingLines(
  prepared: PreparedPlan,
  filed: FiledProgrammes,
  setting: FilingSetting,
  own: OwnFamilies,
): readonly FilingLine[] {
  const bets = [...groupBy(filed.bets, ({ problem }) => problem.technology).values()].map(([first]) => first!);
  const worths = drawnWorths(prepared, bets);
  return bets.map((bet): FilingLine => {
    const { technology } = bet.problem;
    const firstUse = firstUseOf(setting.read, technology, yearOf(setting.day));
    const families = (office: string): number =>
      own.families.filter((family) => family.some((each) => each.office === office && each.technologies.includes(technology))).length;
    const offices = setting.offices.map(
      ({ office, market }): OfficeLine => ({
        office,
        market: market ?? "",
        families: families(office),
        ...judged(prepared, bet, { office, market }, setting, { valueOfMoney: filed.valueOfMoney, worth: worths(bet) }),
      }),
    );
    return {
      technology: technologyRef(setting.read, technology),
      firstUse: firstUse && { low: firstUse.low, high: Number.isFinite(firstUse.high) ? firstUse.high : null },
      offices: offices.sort((a, b) => (b.ratio?.high ?? -1) - (a.ratio?.high ?? -1) || (a.office < b.office ? -1 : 1)),
    };
  });
}

/** Worth of a family of each bet at each place of its adopters, over draws of the inputs, USD. */
function drawnWorths(prepared: PreparedPlan, bets: readonly Bet[]): (bet: Bet) => (at: AdopterSales) => Bounds {
  const ids = new Set(bets.map(({ id }) => id));
  const all = Array.from({ length: draws }, (_, draw) => {
    const economics = prepared.economics(drawn(usualSeed, draw));
    return { economics, bets: new Map(betsWith(prepared, economics, ids).map((bet) => [bet.id, bet])) };
  });
  return ({ id }) =>
    (at) =>
      endsOf(all.map(({ economics, bets: of }) => familyWorth(of.get(id)!, at, economics)));
}

interface Judging {
  readonly valueOfMoney: number;
  readonly worth: (at: AdopterSales) => Bounds;
}

function judged(
  prepared: PreparedPlan,
  bet: Bet,
  { office, market }: FilingSetting["offices"][number],
  { read, costs, rates, inputs }: FilingSetting,
  { valueOfMoney: money, worth }: Judging,
): Omit<OfficeLine, "office" | "market" | "families"> {
  const cost = costs.get(office);
  const terms = { years: longestTerm, discount: discountOf(inputs) };
  const spent = cost === undefined ? null : filingCost(cost, { survival: survivalAt(createSurvival(survivalRows(rates)), office) }, terms);
  const none = { stake: null, value: null, cost: spent, ratio: null, verdict: "unknown" } as const;
  const { names } = prepared;
  const codes = new Set(market === null ? [] : [market, ...membersOf(read.model, market)]);
  if (codes.has(names.home) || codes.has(names.place))
    return {
      ...none,
      verdict: "file",
      reason: "at-home",
      why: "at home: the first filing, from which those abroad are made; no royalty of others is earned by it",
    };
  const at = bet.problem.adopters.find(({ jurisdiction }) => codes.has(jurisdiction));
  if (at === undefined) return { ...none, reason: "stake-unknown", why: "what adopters sell there is not known" };
  if (spent === null) return { ...none, reason: "cost-unknown", why: "fees there are not known" };
  const value = worth(at);
  const economics = prepared.economics(middle);
  const sold = at.usd[1] * (at.isWhole ? economics.of("step-part") : 1) * economics.of("adopted-part") * bet.problem.part;
  const holds = at.valid[1] * at.granted[1] * at.readOn[1];
  const due = { low: spent.low * money, high: spent.high * money };
  const years = claimYears(bet, economics);
  return {
    stake: { low: 1e6 * at.usd[0] * holds, high: 1e6 * at.usd[2] * holds },
    value,
    cost: spent,
    ...judgeFiling(value, due, at.usd[2] > 0),
    why: `adopters would sell ${usdM(sold)} a year of it there; claims hold, read on it and are enforced with ${percent(holds)}; one more family adds ${percent(winOfFamily(bet, economics.of("decisiveness")))} to the chance to win; ${number(years)} years, discounted, are left: worth ${usdRange(value.low, value.high)} against ${usdRange(spent.low, spent.high)}${money > 1.005 ? `, each USD worth ${usd(money)} to this plan` : ""}`,
  };
}
