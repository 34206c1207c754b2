import { groupBy } from "../../../base/collections.ts";
import { yearOf } from "../../../base/days.ts";
import { say } from "../../../base/message.ts";
import { survivalRows } from "../../../corpus/legal-records.ts";
import { membersOf } from "../../../leverage/members.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import { createSurvival } from "../../../measure/patents/in-force.ts";
import { middle } from "../../../plan/economics.ts";
import { filingCost, judgeFiling } from "../../../plan/filing.ts";
import { longestTerm } from "../../../plan/office-cost.ts";
import type { Bet } from "../../../plan/programmes/bet.ts";
import type { AdopterSales } from "../../../plan/programmes/bet-facts.ts";
import type { FilingLine } from "../../patents/portfolio/advice-report.ts";
import { type OfficeMarket, technologyRef } from "../../patents/portfolio/portfolio-exclusion.ts";
import type { OwnFamilies } from "../../patents/portfolio/portfolio-families.ts";
import { discountOf, type FilingSetting, firstUseOf, survivalAt } from "../../patents/portfolio/portfolio-filing.ts";
import type { PreparedPlan } from "../prepared-plan.ts";
import { cloutWords, earnsWords } from "./filing-words.ts";
import { type FamilyWorth, familyWorths, type OfficeSales } from "./filing-worth.ts";

/** Programmes of a plan as filing asks for them, and what money is worth in it: at least itself. */
export interface FiledProgrammes {
  readonly bets: readonly Bet[];
  /** Other programmes of the plan whose claims stop sales of the target too. */
  readonly beside: readonly Bet[];
  readonly valueOfMoney: number;
}

type OfficeLine = FilingLine["offices"][number];

/** By technology, of the programme that is missed most in it: at which offices one more family of it would be worth its cost in this plan. */
export function filingLines(
  prepared: PreparedPlan,
  filed: FiledProgrammes,
  setting: FilingSetting,
  own: OwnFamilies,
): readonly FilingLine[] {
  const bets = [...groupBy(filed.bets, ({ problem }) => problem.technology).values()].map(([first]) => first);
  const sales = setting.offices.map((each) => salesAt(prepared, each));
  const worths = familyWorths(prepared, bets, [...filed.bets, ...filed.beside], sales);
  return bets.map((bet): FilingLine => {
    const { technology } = bet.problem;
    const firstUse = firstUseOf(setting.read, technology, yearOf(setting.day));
    const families = (office: string): number =>
      own.families.filter((family) => family.some((each) => each.office === office && each.technologies.includes(technology))).length;
    const offices = setting.offices.map(
      ({ office, market }, at): OfficeLine => ({
        office,
        market: market ?? "",
        families: families(office),
        ...judged(prepared, bet, sales[at]!, setting, {
          valueOfMoney: filed.valueOfMoney,
          worth: worths(bet, office),
          isHome: isHome(prepared, market),
        }),
      }),
    );
    return {
      technology: technologyRef(setting.read, technology),
      firstUse: firstUse && { low: firstUse.low, high: Number.isFinite(firstUse.high) ? firstUse.high : null },
      offices: offices.sort(
        (a, b) => (b.covers ?? -1) - (a.covers ?? -1) || (b.ratio?.high ?? -1) - (a.ratio?.high ?? -1) || (a.office < b.office ? -1 : 1),
      ),
    };
  });
}

/** Economies whose sales count at an office: its market, of a group its members too. */
const codesOf = ({ read }: PreparedPlan, market: string | null): readonly string[] =>
  market === null ? [] : [market, ...membersOf(read.model, market)];

function isHome(prepared: PreparedPlan, market: string | null): boolean {
  const { home, place } = prepared.names;
  return codesOf(prepared, market).some((code) => code === home || code === place);
}

/** What a plan knows of sales at an office: of the market as a whole, else of what is known within it. */
function salesAt(prepared: PreparedPlan, { office, market }: OfficeMarket): OfficeSales {
  const { names, gathered } = prepared;
  const codes = codesOf(prepared, market);
  const within = <T extends { readonly jurisdiction: string }>(all: readonly T[]): readonly T[] => {
    const whole = all.filter(({ jurisdiction }) => jurisdiction === market);
    return whole.length > 0 ? whole : all.filter(({ jurisdiction }) => codes.includes(jurisdiction));
  };
  const { rights } = gathered.facts;
  const isKnown = rights.length > 0 && names.jurisdictions.some((code) => codes.includes(code));
  return { office, adopters: ({ problem }) => within(problem.adopters)[0], target: isKnown ? within(rights) : null };
}

interface Judging {
  readonly valueOfMoney: number;
  readonly worth: FamilyWorth;
  readonly isHome: boolean;
}

function judged(
  prepared: PreparedPlan,
  bet: Bet,
  { office, adopters }: OfficeSales,
  { costs, rates, inputs }: FilingSetting,
  { valueOfMoney, worth, isHome: atHome }: Judging,
): Omit<OfficeLine, "office" | "market" | "families"> {
  const cost = costs.get(office);
  const terms = { years: longestTerm, discount: discountOf(inputs) };
  const spent = cost === undefined ? null : filingCost(cost, { survival: survivalAt(createSurvival(survivalRows(rates)), office) }, terms);
  const due = spent && { low: spent.low * valueOfMoney, high: spent.high * valueOfMoney };
  const clout = prepared.names.against === null ? null : cloutOf(worth.excludes, due);
  const told = clout && cloutWords(prepared, clout, due);
  const none = { stake: null, value: null, cost: spent, ratio: null, covers: null, clout, verdict: "unknown" } as const;
  const why = (words: string): { readonly why: string } => ({ why: told === null ? words : `${words}; ${told}` });
  const at = adopters(bet);
  const { earns, counts } = worth;
  const words =
    at === undefined || earns === null || spent === null
      ? "what is sold of it there is not known"
      : earnsWords(bet, at, { economics: prepared.economics(middle), earns, spent, valueOfMoney });
  if (atHome) return { ...none, verdict: "file", reason: "at-home", ...why(say("plan-filing.at-home-the-first", { words })) };
  if (spent === null || due === null) return { ...none, reason: "cost-unknown", ...why("fees there are not known") };
  if (counts === null) return { ...none, reason: "stake-unknown", ...why(words) };
  const holds = at === undefined ? null : at.valid[1] * at.granted[1] * at.readOn[1];
  return {
    stake: at === undefined || holds === null ? null : { low: 1e6 * at.usd[0] * holds, high: 1e6 * at.usd[2] * holds },
    value: counts,
    cost: spent,
    clout,
    covers: worth.covers(due),
    ...judgeFiling(counts, due, isSoldIn(prepared, at, worth)),
    ...why(words),
  };
}

/** Whether something that the plan counts is sold there, so that a worth of nothing is for want of years alone. */
const isSoldIn = ({ choices: { weights } }: PreparedPlan, at: AdopterSales | undefined, { excludes }: FamilyWorth): boolean =>
  (weights.income > 0 && at !== undefined && at.usd[2] > 0) || (weights.clout > 0 && (excludes?.high ?? 0) > 0);

/** Whether what a family keeps a target from selling there would be worth its cost if each USD of it counted whole. */
function cloutOf(excludes: Bounds | null, due: Bounds | null): NonNullable<OfficeLine["clout"]> {
  if (excludes === null || due === null) return { usd: excludes, ratio: null, verdict: "unknown" };
  const { ratio, verdict } = judgeFiling(excludes, due, excludes.high > 0);
  return { usd: excludes, ratio, verdict };
}
