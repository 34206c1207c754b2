import type { PostureWeights } from "../../leverage/acts/postures.ts";
import type { Economics } from "../economics.ts";
import type { ClaimTerm, JointLimit, JointProblem, JointProgramme } from "../joint/joint-problem.ts";
import { drawWorlds, presentYears } from "../worlds/draw-worlds.ts";
import { type Bet, suppliesOf } from "./bet.ts";
import type { BetChoices, BetFacts, ProblemFacts, Reply, ServedNode, SoldNode } from "./bet-facts.ts";
import { claimTerms, excludedBy, incomeOf } from "./bet-worth.ts";
import { betsOf, sizesFor, worthLooking } from "./candidate-bets.ts";
import { actsOf, lackingBy, plannedBets, worldsAt } from "./drawn-plan.ts";
import { supplyClout } from "./surplus.ts";

export interface JointOptions {
  readonly worlds: number;
  readonly seed: number;
  /** Only these programmes, all of which are in; all if absent. */
  readonly only?: ReadonlySet<string>;
  readonly reply?: Reply;
  /** A plan at the same inputs and seed, whose worlds are taken where its programmes are the same, instead of drawing them anew. */
  readonly like?: PlanJoint;
  /** Only sales that no course follows. */
  readonly isRest?: boolean;
}

/** A plan as a joint problem, with the bets that its programmes are. Money is present value, USD m. */
export interface PlanJoint {
  readonly problem: JointProblem;
  /** In the order of the programmes. */
  readonly bets: readonly Bet[];
  /** Royalties of each bet, or what is left of its sales, in the mean. */
  readonly incomes: readonly number[];
  /** Sales of the target that claims could exclude, whatever the objective. */
  readonly claims: readonly ClaimTerm[];
  /** Sales of the home over the horizon while nothing is withheld. */
  readonly sales: number;
}

/**
 * Makes the joint problem of a plan: every input where the pick puts it, in drawn worlds. A bet that serves nothing which may lack is left out where
 * its income and what its claims alone exclude do not cover its cost, as far as money left over is kept (or a thousandth of it, while what brings more uses up the money): with other claims on the same sales it excludes no more.
 */
export function planJoint(
  facts: BetFacts,
  choices: BetChoices,
  economics: Economics,
  postures: PostureWeights,
  { worlds, seed, only, like, reply = {}, isRest = false }: JointOptions,
): PlanJoint {
  const { pick } = economics;
  const drawn = worldsAt(economics);
  const years = presentYears(drawn);
  const lacking = new Set(facts.acts.flatMap(({ shortfalls }) => shortfalls.map(({ node }) => node)));
  const affected = downstreamOf(facts.nodes, lacking);
  const isServed = ({ makes, serves }: ServedNode): boolean => (makes === serves ? lacking : affected).has(serves);
  const { weights } = choices;
  const { alone, money } = betValues(facts, choices, economics, reply);
  const brings = (bet: Bet, part: number): boolean => {
    if (choices.required.includes(bet.id)) return true;
    if (weights.resilience > 0 && bet.capacity > 0 && bet.problem.serves.some(isServed)) return true;
    const most = money(bet);
    return most > part * bet.cost || (weights.clout > 0 && most + weights.clout * alone(bet) > part * bet.cost);
  };
  const all = betsOf(facts, choices, economics, reply);
  const bets = only === undefined ? worthLooking(sizesFor(all, choices), choices, brings) : all.filter(({ id }) => only.has(id));
  const claims = claimTerms(bets, facts.rights, economics, reply);
  const isSold = ({ node }: SoldNode): boolean => !isRest || facts.course?.technologyOf.has(node) !== true;
  const sold = facts.sales.filter(isSold).map(({ node, technology, usd }) => ({ node, value: pick(`sales|${technology}`, usd) * years }));
  return {
    bets,
    incomes: bets.map((bet) => incomeOf(bet, economics, reply)),
    claims,
    sales: sold.reduce((sum, { value }) => sum + value, 0),
    problem: {
      nodes: facts.nodes,
      sales: sold.map(({ node, value }) => ({ node, value: value * weights.resilience })),
      claims: weights.clout > 0 ? claims.map((claim) => ({ ...claim, value: claim.value * weights.clout })) : [],
      worlds: areSame(like, bets)
        ? like.problem.worlds
        : drawWorlds(
            actsOf(facts, economics, postures, reply),
            plannedBets(bets, facts, economics),
            { ...drawn, worlds, seed },
            isRest ? undefined : lackingBy(facts, drawn.years),
          ),
      programmes: bets.map((bet) => programmeOf(bet, money(bet), choices, economics)),
      resources: resourcesOf(choices),
      limits: limitsOf(bets, choices, economics),
    },
  };
}

const areSame = (like: PlanJoint | undefined, bets: readonly Bet[]): like is PlanJoint =>
  like !== undefined && like.bets.length === bets.length && like.bets.every(({ id }, at) => id === bets[at]!.id);

/** What a bet is worth beside what it keeps of own sales, by the weights of a plan, USD m. */
function betValues(
  facts: BetFacts,
  { weights, unspent }: Pick<BetChoices, "weights" | "unspent">,
  economics: Economics,
  reply: Reply,
): Record<"alone" | "money", (bet: Bet) => number> {
  const alone = (bet: Bet): number => excludedBy(claimTerms([bet], facts.rights, economics, reply), () => true);
  // Of rights and supply the larger counts: claims are terms of the problem, so that a bet adds what its supply would take beyond them.
  const beyond = (bet: Bet): number =>
    weights.clout > 0 ? weights.clout * Math.max(0, supplyClout(bet, facts, economics) - alone(bet)) : 0;
  return { alone, money: (bet) => weights.income * incomeOf(bet, economics, reply) + beyond(bet) - unspent * bet.cost };
}

/** What a bet that serves nothing which may lack would add to chosen ones, by the weights of a plan, USD m. */
export function addedBeside(
  chosen: readonly Bet[],
  facts: BetFacts,
  choices: Pick<BetChoices, "weights" | "unspent">,
  economics: Economics,
): (bet: Bet) => number {
  const { money } = betValues(facts, choices, economics, {});
  const excluded = (bets: readonly Bet[]): number => excludedBy(claimTerms(bets, facts.rights, economics), () => true);
  const { clout } = choices.weights;
  const before = clout > 0 ? excluded(chosen) : 0;
  return (bet) => money(bet) + (clout > 0 ? clout * (excluded([...chosen, bet]) - before) : 0);
}

/** Nodes that may lack for want of some, these among them. */
function downstreamOf(nodes: BetFacts["nodes"], lacking: ReadonlySet<string>): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const { id, blocking, degrading, family } of nodes)
    for (const input of [...blocking, ...degrading.map(({ node }) => node), ...(family?.varieties ?? []).map(({ node }) => node)])
      users.set(input, [...(users.get(input) ?? []), id]);
  const found = new Set(lacking);
  for (const node of found) for (const user of users.get(node) ?? []) found.add(user);
  return found;
}

const moneyId = (year: number): string => `money:${year}`;
export const peopleId = (field: string, year: number): string => `people:${field}:${year}`;

function programmeOf(bet: Bet, income: number, { years, people, required }: BetChoices, economics: Economics): JointProgramme {
  const { problem, sized, reserved } = bet;
  const isBound = people.some(({ field }) => field === problem.kind);
  const uses = [
    ...reserved.map((amount, year) => ({ resource: moneyId(year), amount })),
    ...(isBound ? sized.people.map((amount, year) => ({ resource: peopleId(problem.kind, year), amount })) : []),
  ];
  return {
    id: bet.id,
    problem: problem.id,
    supplies: suppliesOf(bet, economics),
    income,
    uses: uses.filter(({ amount, resource }) => amount > 0 && Number(resource.split(":").at(-1)) < years),
    required: required.includes(bet.id),
  };
}

const resourcesOf = ({ money, people, years }: BetChoices): JointProblem["resources"] => [
  ...money.slice(0, years).map((available, year) => ({ id: moneyId(year), available })),
  ...people.flatMap(({ field, byYear }) => byYear.slice(0, years).map((available, year) => ({ id: peopleId(field, year), available }))),
];

/** Part of the work on a problem that is follow-up: its technology's where known, else what is usual at its maturity. */
export const followUpOf = ({ followUp, maturity, technology }: ProblemFacts, { of }: Economics): number =>
  followUp ?? of("follow-up", technology, maturity);

function limitsOf(bets: readonly Bet[], choices: BetChoices, economics: Economics): readonly JointLimit[] {
  const { followUp, originality, diversification, money } = choices;
  const spent = (bet: Bet): number => bet.reserved.reduce((sum, each) => sum + each, 0);
  const partOf = (bet: Bet): number => followUpOf(bet.problem, economics);
  const most = originality === null ? followUp : Math.min(followUp ?? 1, 1 - originality);
  const all = money.reduce((sum, each) => sum + each, 0);
  const technologies = [...new Set(bets.map(({ problem }) => problem.technology))];
  return [
    ...(most === null
      ? []
      : [{ id: "follow-up", most: 0, weights: bets.map((bet) => ({ programme: bet.id, weight: spent(bet) * (partOf(bet) - most) })) }]),
    ...(diversification === null
      ? []
      : technologies.map((technology) => ({
          id: `diversification:${technology}`,
          most: diversification * all,
          weights: bets
            .filter(({ problem }) => problem.technology === technology)
            .map((bet) => ({ programme: bet.id, weight: spent(bet) })),
        }))),
  ];
}
