import type { Economics } from "../economics.ts";
import { chanceToWin } from "../effort/contest.ts";
import type { Bet } from "./bet.ts";
import type { AdopterSales } from "./bet-facts.ts";
import { claimYears } from "./bet-worth.ts";

/** Part by which the chance to win grows by the last family of a programme: its effort taken out, rivals as they are. */
export function winOfFamily({ effort, families, wins, rivals }: Bet, decisiveness: number): number {
  if (families <= 1) return wins;
  // Rivals in sum are one who would win as often.
  const one = wins > 0 && wins < 1 ? effort * ((1 - wins) / wins) ** (1 / decisiveness) : rivals;
  return wins - chanceToWin(effort * (1 - 1 / families), [one], decisiveness);
}

/**
 * What one more family of a programme is worth at an office, USD, present value, in the mean: what adopters sell there × rate × works × the change in the
 * chance to win that it brings × valid × read on × exclusion granted × years that are left from grant and clock on.
 */
export function familyWorth(bet: Bet, at: AdopterSales, economics: Economics): number {
  const { of, pick } = economics;
  const { problem } = bet;
  const base = pick(`adopters|${problem.technology}|${at.jurisdiction}`, at.usd) * (at.isWhole ? of("step-part") : 1);
  const key = `${at.jurisdiction}|${problem.kind}`;
  const holds = pick(`valid|${key}`, at.valid) * pick(`read-on|${key}`, at.readOn) * pick(`granted|${at.jurisdiction}`, at.granted);
  const sold = base * of("adopted-part") * problem.part;
  return 1e6 * sold * of("royalty") * bet.works * winOfFamily(bet, of("decisiveness")) * holds * claimYears(bet, economics);
}
