import { groupBy } from "../../base/collections.ts";
import { number, percent, usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { TimeLimit } from "../../base/time-limit.ts";
import { listed, lowered, said } from "../../base/words.ts";
import type { Economics } from "../../plan/economics.ts";
import { programmeValues } from "../../plan/joint/programme-values.ts";
import { replacing } from "../../plan/joint/solve-joint.ts";
import { type Bet, givenRivals, isRivalryCounted, plantWord } from "../../plan/programmes/bet.ts";
import { claimIncome, claimTerms, excludedBy, profitOf } from "../../plan/programmes/bet-worth.ts";
import { betsOf, fitsAlone, sizesFor } from "../../plan/programmes/candidate-bets.ts";
import { addedBeside } from "../../plan/programmes/plan-joint.ts";
import { technologyName } from "../shared/names.ts";
import { doubtOf } from "./plan-doubt.ts";
import { chancesToLead } from "./plan-ends.ts";
import { claimIncomeWords } from "./plan-labels.ts";
import { isWithinMeans, shortAlone, shortBeside } from "./plan-lacks.ts";
import type { PlanQuarters } from "./plan-quarters.ts";
import type { ChosenProgramme, OutProgramme, PlannedProgramme } from "./plan-report.ts";
import { type SolvedPlan, searchTries } from "./plan-solved.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** Orders over which shares are sampled. */
const orders = 60;

/** A programme as every answer tells it. */
export function plannedProgramme(prepared: PreparedPlan, bet: Bet, economics: Economics): PlannedProgramme {
  const { gathered, read, names } = prepared;
  const { facts, rows } = gathered;
  const { problem, sized } = bet;
  const row = rows.get(problem.id);
  const claims = isUnsold(prepared, bet) ? { royalties: null, freedom: null } : claimIncome(bet, economics);
  return {
    id: bet.id,
    problem: problem.id,
    name: problem.name,
    need: row?.need ?? null,
    technology: problem.technology,
    technologyName: technologyName(read, problem.technology),
    field: problem.kind,
    maturity: problem.maturity,
    nextGeneration: problem.isNext,
    clock: problem.clock,
    ownInputs: said(
      problem.clock !== null && row !== undefined && row.grade !== "assumed" && "clock",
      ...prepared.inputs.map(({ id, scope }) => scope === problem.id && id),
    ),
    effort: bet.effort,
    families: bet.families,
    works: bet.works,
    wins: bet.wins,
    rivals: bet.rivals,
    rivalsKnown: isRivalryCounted(problem) && givenRivals(problem, economics) === null,
    supplies: bet.capacity,
    sized: problem.need !== null || problem.serves.length === 0,
    money: bet.reserved,
    people: sized.people,
    cost: bet.cost,
    ...claims,
    sells: bet.launch === null ? 0 : bet.launch.sales * bet.works * bet.wins,
    profit: profitOf(bet, economics),
    rights: names.against === null ? null : excludedBy(claimTerms([bet], facts.rights, economics), () => true),
    claimsFrom: facts.firstYear + bet.claimsFrom,
    source: row?.source ?? null,
  };
}

/** Whether it licenses what nobody is known to sell anything of: of no technology that it would be in a market is known. */
const isUnsold = ({ names }: PreparedPlan, { launch, problem }: Bet): boolean =>
  launch === null && problem.adopters.length === 0 && names.jurisdictions.length > 0;

/** Programmes that are in, those missed most first, each with what it is worth and why it is in. */
export function chosenProgrammes(
  prepared: PreparedPlan,
  { joint, compiled, found, economics, seed }: SolvedPlan,
  { takenUp }: PlanQuarters,
  limit: TimeLimit,
): readonly ChosenProgramme[] {
  const values = programmeValues(compiled, found.chosen, { orders, seed, tries: replacing(searchTries), limit });
  const { weights } = prepared.choices;
  const leads = chancesToLead(
    prepared,
    values.map(({ programme }) => joint.bets[programme]!.id),
  );
  return values
    .map(({ programme, missed, alone, share, error, instead: others }): ChosenProgramme => {
      const bet = joint.bets[programme]!;
      const planned = plannedProgramme(prepared, bet, economics);
      const instead = [...new Set(others.map((at) => joint.bets[at]!.problem.name))];
      const resilience = salesOf(alone, compiled.income[programme]!, claimsBy(prepared, planned), weights.resilience);
      return {
        ...planned,
        quarters: takenUp(planned.problem),
        leads: leads.get(bet.id)!,
        missed,
        alone,
        share,
        error,
        instead,
        resilience,
        why: said(
          whyIn(planned, resilience, { missed, isRequired: prepared.choices.required.includes(bet.id), instead: instead.map(lowered) }),
          resilience > 0.05 && doubtOf(prepared, planned),
        ).join("; "),
      };
    })
    .sort((a, b) => b.missed - a.missed);
}

/** What of a value is sales kept: without money and claims, and without the weight of the objective. */
export const salesOf = (value: number, income: number, claims: number, weight: number): number =>
  weight > 0 ? (value - income - claims) / weight : 0;

/** What claims of a programme add to what a plan is chosen by, about: claims of several on one sale overlap. */
export const claimsBy = ({ choices }: PreparedPlan, { rights }: PlannedProgramme): number => choices.weights.clout * (rights ?? 0);

/** A smaller amount is not told, USD m. */
const least = 5e-4;

interface Missed {
  /** USD m; below 0 where the plan would be worth more without it. */
  readonly missed: number;
  readonly isRequired: boolean;
  /** Problems that would then be taken up in its place, by name. */
  readonly instead: readonly string[];
}

function whyIn(planned: PlannedProgramme, resilience: number, { missed, isRequired, instead }: Missed): string {
  const { profit, sells, rights, cost } = planned;
  const place = instead.length === 0 ? "" : say("plan-programmes.with-in-its-place", { instead: listed(instead) });
  return said(
    resilience > 0.05 && say("plan-programmes.keeps-of-own-sales", { resilience: usdM(resilience) }),
    sells > 0 ? say("plan-programmes.sells-a-year-in", { sells: usdM(sells), profit: usdM(profit) }) : claimIncomeWords(planned),
    rights !== null && rights > least && say("plan-programmes.could-exclude-by-its", { rights: usdM(rights) }),
    say("plan-programmes.costs", { cost: usdM(cost) }),
    missed < -least
      ? say("plan-programmes.without-it-the-plan", { theFile: isRequired ? "the file requires it: " : "", missed: usdM(-missed), place })
      : missed > least
        ? say("plan-programmes.the-plan-would-miss", { missed: usdM(missed), place })
        : `${instead.length === 0 ? "the plan would be worth as much without it" : say("plan-programmes.in-its-place-would", { instead: listed(instead) })}`,
  ).join("; ");
}

/** Of each problem that is not taken up the size that would add most to the plan as it stands: what is within the means first, of these the best. */
export function outProgrammes(
  prepared: PreparedPlan,
  { joint, compiled, economics, draft, isIn }: SolvedPlan,
  { takenUp }: PlanQuarters,
): readonly OutProgramme[] {
  const { weights, unspent } = prepared.choices;
  const chosen = joint.bets.filter(({ id }) => isIn(id));
  const taken = new Set(chosen.map(({ problem }) => problem.id));
  const byProblem = groupBy(
    joint.bets.map((bet, at) => ({ bet, at })).filter(({ bet }) => !taken.has(bet.problem.id)),
    ({ bet }) => bet.problem.id,
  );
  const told = [...byProblem].map(([, sizes]): OutProgramme => {
    const within = sizes.filter(({ bet }) => fitsAlone(bet, prepared.choices));
    const tried = (within.length > 0 ? within : sizes)
      .map(({ bet, at }) => ({ bet, at, adds: draft.effect(at), fits: draft.fits(draft.entry(at)) }))
      .sort((a, b) => b.adds - a.adds);
    const best = within.length > 0 ? tried[0]! : tried.find(({ bet }) => bet === smallestOf(sizes.map((each) => each.bet)))!;
    const planned = plannedProgramme(prepared, best.bet, economics);
    const resilience = salesOf(best.adds, compiled.income[best.at]!, claimsBy(prepared, planned), weights.resilience);
    return {
      ...planned,
      quarters: takenUp(planned.problem),
      adds: best.adds,
      resilience,
      why: whyOut(planned, {
        resilience: Math.max(0, resilience),
        adds: best.adds,
        short: best.fits ? null : shortBeside(prepared, chosen, best.bet, economics) || null,
        served: servedBy(chosen, best.bet),
        unspent,
      }),
    };
  });
  const looked = new Set(joint.bets.map(({ problem }) => problem.id));
  const means = (programme: OutProgramme): number => Number(isWithinMeans(prepared, programme));
  return [...told, ...unlooked(prepared, economics, looked, chosen)].sort((a, b) => means(b) - means(a) || b.adds - a.adds);
}

/** Chosen programmes with supply for a need that a programme would serve too, by name. */
export const servedBy = (chosen: readonly Bet[], { capacity, problem }: Bet): readonly string[] =>
  capacity === 0
    ? []
    : chosen
        .filter(
          (each) => each.capacity > 0 && each.problem.serves.some(({ serves }) => problem.serves.some((own) => own.serves === serves)),
        )
        .map((each) => lowered(each.problem.name));

/** What is beyond the means in every size is told by the smallest. */
const smallestOf = (sizes: readonly Bet[]): Bet => sizes.reduce((least, each) => (each.cost < least.cost ? each : least));

/** Problems of which no size could pay on any world: they serve no need that may lack, and earn less than they cost. */
function unlooked(
  prepared: PreparedPlan,
  economics: Economics,
  looked: ReadonlySet<string>,
  chosen: readonly Bet[],
): readonly OutProgramme[] {
  const { choices, gathered } = prepared;
  const { unspent, generation } = choices;
  const added = addedBeside(chosen, gathered.facts, choices, economics);
  const every = sizesFor(betsOf(gathered.facts, choices, economics), choices);
  const rest = groupBy(
    every.filter(({ problem }) => !looked.has(problem.id) && (generation === "any" || problem.isNext)),
    ({ problem }) => problem.id,
  );
  return [...rest.values()].map((sizes): OutProgramme => {
    const fits = sizes.filter((bet) => fitsAlone(bet, prepared.choices));
    const best = (fits.length > 0 ? fits : [smallestOf(sizes)])
      .map((bet) => ({ bet, adds: added(bet) }))
      .sort((a, b) => b.adds - a.adds)[0]!;
    const planned = plannedProgramme(prepared, best.bet, economics);
    const short = shortAlone(prepared, best.bet);
    return {
      ...planned,
      quarters: 0,
      adds: best.adds,
      resilience: 0,
      why: `${whyUnlooked(planned, best.adds, unspent)}${short === "" ? "" : say("plan-programmes.it", { short })}`,
    };
  });
}

/** Why a programme that brings next to nothing was not looked at. */
function whyUnlooked(planned: PlannedProgramme, adds: number, unspent: number): string {
  if (unspent > 0 || adds <= 0) return whyOut(planned, { resilience: 0, adds, short: null, served: [], unspent });
  const { cost, works, wins, rivals, rivalsKnown } = planned;
  const odds = say("plan-programmes.works-wins-against-researcher", {
    works: percent(works),
    wins: percent(wins),
    rivals: number(rivals),
    which: rivalsKnown ? "" : ", which are assumed",
  });
  const known = planned.royalties === null && planned.sells === 0 ? "as far as known " : "";
  return say("plan-programmes.brings-less-than-a", {
    known,
    adds: usdM(adds),
    cost: usdM(cost),
    worth: worthWords(planned).join(", "),
    odds,
  });
}

interface LeftOut {
  /** Own losses avoided that it would add, and what it would add in all, USD m. */
  readonly resilience: number;
  readonly adds: number;
  /** What it takes more of than there is; `null`: there is enough. */
  readonly short: string | null;
  /** Programmes of the plan that serve the same need. */
  readonly served: readonly string[];
  readonly unspent: number;
}

/** What is left of sales, or what claims earn, and what they exclude. */
const worthWords = (planned: PlannedProgramme): readonly string[] =>
  said(
    planned.sells > 0 ? say("plan-programmes.left-of-sales", { profit: usdM(planned.profit) }) : claimIncomeWords(planned),
    planned.rights !== null && say("plan-programmes.rights", { rights: usdM(planned.rights) }),
  );

function whyOut(planned: PlannedProgramme, { resilience, adds, short, served, unspent }: LeftOut): string {
  const { cost, works, wins, supplies, field, sized } = planned;
  const worth = said(
    resilience > 0.05 && say("plan-programmes.keeps-of-own-sales", { resilience: usdM(resilience) }),
    ...worthWords(planned),
  ).join(", ");
  if (adds > 0 && short !== null) return say("plan-programmes.would-add-but", { adds: usdM(adds), short });
  if (adds > 0) return say("plan-programmes.would-add-in-place", { adds: usdM(adds) });
  const chances = say("plan-programmes.works-wins", { works: percent(works), wins: percent(wins) });
  const none =
    supplies === 0
      ? say("plan-programmes.no", { plantWord: plantWord(field), sized: sized ? "" : ", as no market is known that would size it" })
      : say("plan-programmes.supplies-of-need", { supplies: percent(supplies) });
  const beyond = [
    ...(served.length === 0 ? [] : [say("plan-programmes.which-is-in-serves", { served: listed(served) })]),
    ...(short === null ? [] : [say("plan-programmes.it", { short })]),
  ].join("");
  return `${worth} (${chances}, ${none})${unspent > 0 ? say("plan-programmes.against-a-cost-of", { cost: usdM(cost) }) : ": nothing of worth"}${beyond}`;
}
