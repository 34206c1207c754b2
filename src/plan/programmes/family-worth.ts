import { groupBy } from "../../base/collections.ts";
import type { Economics } from "../economics.ts";
import { chanceToWin } from "../effort/contest.ts";
import type { ClaimTerm } from "../joint/joint-problem.ts";
import type { Bet } from "./bet.ts";
import type { AdopterSales, RightsFacts } from "./bet-facts.ts";
import { claimTerms, claimYears } from "./bet-worth.ts";

/** Part by which the chance to win grows by the last family of a programme: its effort taken out, rivals as they are. */
export function winOfFamily({ effort, families, wins, rivals }: Bet, decisiveness: number): number {
  if (families <= 1) return wins;
  // Rivals in sum are one who would win as often.
  const one = wins > 0 && wins < 1 ? effort * ((1 - wins) / wins) ** (1 / decisiveness) : rivals;
  return wins - chanceToWin(effort * (1 - 1 / families), [one], decisiveness);
}

/** Sales in a jurisdiction that the solution of a problem comes to have, USD m a year: those of all who adopt it, or of a home that sells the new product itself its own. */
export function soldThere({ problem, launch }: Bet, at: AdopterSales, { of, pick }: Economics): number {
  const base = pick(`adopters|${problem.technology}|${at.jurisdiction}`, at.usd) * (at.isWhole ? of("step-part") : 1);
  return base * (launch === null ? of("adopted-part") * problem.part : launch.part);
}

/**
 * What one more family of a programme earns at an office, USD, present value, in the mean: what is sold there × rate × works × the change in the
 * chance to win that it brings × valid × read on × exclusion granted × years that are left from grant and clock on; on its own part of these sales the home is
 * spared the rate. A home that sells the new product itself earns its margin on its own sales there instead: of a sale never both.
 */
export function familyEarns(bet: Bet, at: AdopterSales, economics: Economics): number {
  const { of, pick } = economics;
  const key = `${at.jurisdiction}|${bet.problem.kind}`;
  const holds = pick(`valid|${key}`, at.valid) * pick(`read-on|${key}`, at.readOn) * pick(`granted|${at.jurisdiction}`, at.granted);
  const rate = of(bet.launch === null ? "royalty" : "margin");
  return 1e6 * soldThere(bet, at, economics) * rate * bet.works * winOfFamily(bet, of("decisiveness")) * holds * usedYears(bet, economics);
}

/** Present value of 1 a year while claims are in force and used; those of a home that sells itself are used from its first sale on. */
export const usedYears = (bet: Bet, economics: Economics): number =>
  claimYears(bet.launch === null ? bet : { ...bet, claimsFrom: Math.max(bet.claimsFrom, bet.launch.from) }, economics);

/**
 * What one more family of a programme keeps a target from selling where some of its sales are, USD, present value, in the mean: beyond what claims of today
 * and those of the other bets stop. A function of the bet, by the bets of a plan.
 */
export function createFamilyExcludes(bets: readonly Bet[], sales: readonly RightsFacts[], economics: Economics): (bet: Bet) => number {
  const terms = groupBy(
    claimTerms(bets, sales, economics).flatMap((claim) => claim.stops.map(({ programme, chance }) => ({ claim, programme, chance }))),
    ({ programme }) => programme,
  );
  return (bet) => {
    const part = bet.wins > 0 ? winOfFamily(bet, economics.of("decisiveness")) / bet.wins : 0;
    return 1e6 * part * (terms.get(bet.id) ?? []).reduce((sum, { claim, chance }) => sum + chance * freeValue(claim, bet.id), 0);
  };
}

/** Of the value of a claim that which neither claims of today nor those of other programmes stop. */
const freeValue = ({ value, held, stops }: ClaimTerm, but: string): number =>
  stops.reduce((free, { programme, chance }) => (programme === but ? free : free * (1 - chance)), value * (1 - held));
