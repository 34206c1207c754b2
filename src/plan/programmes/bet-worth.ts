import type { Economics } from "../economics.ts";
import type { ClaimTerm } from "../joint/joint-problem.ts";
import { presentYears } from "../worlds/draw-worlds.ts";
import type { Bet } from "./bet.ts";
import type { ClaimTerms, Reply, RightsFacts } from "./bet-facts.ts";

/** A patent ends this many years after filing. */
const term = 20;

/** Years from now from which claims of a bet are in force and used, and at which they end. */
function claimSpan({ claimsFrom, problem }: Bet, { of }: Economics): readonly [from: number, to: number] {
  return [claimsFrom + of("adoption-years") / 2, of("research-years", problem.id, problem.maturity) / 2 + term];
}

/** Part of the claims of a bet that are in force and used so many years from now: none before the adoption, of which some lapse each year. */
function claimsIn(year: number, bet: Bet, economics: Economics): number {
  const [from, to] = claimSpan(bet, economics);
  return year < from || year >= to ? 0 : Math.exp(-economics.of("lapse") * (year - from));
}

/** Present value of 1 a year while claims of a bet are in force and used, within the horizon. */
export function claimYears(bet: Bet, economics: Economics): number {
  const { of } = economics;
  const rate = of("discount");
  const [from, end] = claimSpan(bet, economics);
  const to = Math.min(of("horizon"), end);
  if (to <= from) return 0;
  const lapse = of("lapse");
  return (Math.exp(-rate * from) * -Math.expm1(-(rate + lapse) * (to - from))) / (rate + lapse);
}

/** What governing claims bring where the home licenses, USD m, present value, in the mean. */
export interface ClaimIncome {
  /** From what others sell. */
  readonly royalties: number;
  /** What the home need not pay to others on what it sells itself: freedom to operate. */
  readonly freedom: number;
}

/**
 * Sales in each jurisdiction, at home too, × rate × works × wins × valid × read on × clock, by the same rule everywhere: royalties from what others sell;
 * on its own sales whoever governs need not pay what another would ask.
 */
export function claimIncome(bet: Bet, economics: Economics, reply: Reply = {}): ClaimIncome {
  const { of, pick } = economics;
  const { problem } = bet;
  const years = bet.launch === null ? claimYears(bet, economics) : 0;
  if (years === 0) return { royalties: 0, freedom: 0 };
  const rate = of("royalty") * of("adopted-part") * problem.part * bet.works * bet.wins * years;
  let [royalties, freedom] = [0, 0];
  for (const { jurisdiction, usd, ownPart, isWhole, valid, readOn } of problem.adopters) {
    const base = pick(`adopters|${problem.technology}|${jurisdiction}`, usd) * (isWhole ? of("step-part") : 1);
    const earned = rate * base * heldUp(`${jurisdiction}|${problem.kind}`, { valid, readOn }, economics, reply);
    royalties += earned * (1 - ownPart);
    freedom += earned * ownPart;
  }
  return { royalties, freedom };
}

/** What is left of the sales of a new product that the home makes itself, USD m, present value, in the mean; 0 where it licenses. */
export function profitOf({ launch, works, wins }: Bet, { of }: Economics): number {
  if (launch === null) return 0;
  const [rate, horizon] = [of("discount"), of("horizon")];
  const from = launch.from + of("adoption-years") / 2;
  if (horizon <= from) return 0;
  const years = (Math.exp(-rate * from) - Math.exp(-rate * horizon)) / rate;
  return launch.sales * works * wins * of("margin") * years;
}

/** Income of a bet: of a sale never both, it earns by selling the new product itself or by its claims on what is sold. */
export function incomeOf(bet: Bet, economics: Economics, reply: Reply = {}): number {
  if (bet.launch !== null) return profitOf(bet, economics);
  const { royalties, freedom } = claimIncome(bet, economics, reply);
  return royalties + freedom;
}

/** `v x`. */
function heldUp(key: string, { valid, readOn }: Pick<ClaimTerms, "valid" | "readOn">, { pick }: Economics, reply: Reply): number {
  const sure = reply.invalidates === true ? valid[0] : pick(`valid|${key}`, valid);
  return sure * pick(`read-on|${key}`, readOn);
}

/** Chance that the claims of a bet, granted and in use, stop a sale: works × wins × holds × read on × not designed around × adopted. */
function chanceToStop(bet: Bet, sale: RightsFacts, economics: Economics, reply: Reply): number {
  const terms = sale.technologies.get(bet.problem.technology);
  if (terms === undefined) return 0;
  const key = `${sale.jurisdiction}|${bet.problem.kind}`;
  const free = reply.designsAround === true ? terms.designAround[2] : economics.pick(`design-around|${key}`, terms.designAround);
  return bet.works * bet.wins * heldUp(key, terms, economics, reply) * (1 - free) * economics.of("adopted-part");
}

/**
 * What claims of bets could keep a target from selling, as terms of a joint problem: a chosen bet stops a sale with the chance that it works, wins,
 * holds in court, is read on and not designed around, for the part of the horizon in which its claims run.
 */
export function claimTerms(
  bets: readonly Bet[],
  rights: readonly RightsFacts[],
  economics: Economics,
  reply: Reply = {},
): readonly ClaimTerm[] {
  const { of, pick } = economics;
  const all = presentYears({ years: of("horizon"), discount: of("discount") });
  const active = bets.map((bet) => claimYears(bet, economics) / all);
  return rights.flatMap((sale): readonly ClaimTerm[] => {
    const stops = bets.flatMap((bet, at) => {
      const chance = active[at]! > 0 ? chanceToStop(bet, sale, economics, reply) * active[at]! : 0;
      return chance > 0 ? [{ programme: bet.id, chance }] : [];
    });
    if (stops.length === 0) return [];
    const usd = pick(`sold|${sale.product}|${sale.jurisdiction}`, sale.usd) * pick(`granted|${sale.jurisdiction}`, sale.granted);
    return [{ id: `${sale.jurisdiction}|${sale.product}`, value: usd * all, held: heldOf(sale, economics), stops }];
  });
}

/** Chance that claims of today stop a sale, as picked: high or low for all sales together, since the same claims and licences decide. */
const heldOf = ({ held }: RightsFacts, { pick }: Economics): number => pick("held", held);

/** Sales of a target that claims could exclude in a year, USD m: by those that the home holds today, and what a plan adds to it. */
export interface YearlyRights {
  readonly held: number;
  readonly added: number;
}

/** Exclusion in a year from now, by claims of today that have not lapsed by then and by those of bets that are granted and in use. */
export function rightsIn(year: number, bets: readonly Bet[], rights: readonly RightsFacts[], economics: Economics): YearlyRights {
  const { of, pick } = economics;
  const left = Math.exp(-of("lapse") * year);
  const inUse = bets.map((bet) => ({ bet, part: claimsIn(year, bet, economics) })).filter(({ part }) => part > 0);
  let [held, added] = [0, 0];
  for (const sale of rights) {
    const free = inUse.reduce((rest, { bet, part }) => rest * (1 - part * chanceToStop(bet, sale, economics, {})), 1);
    const usd = pick(`sold|${sale.product}|${sale.jurisdiction}`, sale.usd) * pick(`granted|${sale.jurisdiction}`, sale.granted);
    const today = heldOf(sale, economics) * left;
    held += usd * today;
    added += usd * (1 - today) * (1 - free);
  }
  return { held, added };
}

/** Present value that the claims of chosen bets exclude, USD m. */
export function excludedBy(claims: readonly ClaimTerm[], isIn: (programme: string) => boolean): number {
  return claims.reduce((sum, { value, held, stops }) => {
    const free = stops.reduce((left, { programme, chance }) => (isIn(programme) ? left * (1 - chance) : left), 1);
    return sum + value * (1 - held) * (1 - free);
  }, 0);
}
