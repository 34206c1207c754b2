import { clamp } from "../../base/numbers.ts";
import type { Economics } from "../economics.ts";
import { afterReply, chanceToWin } from "../effort/contest.ts";
import { type ProgrammeSize, type ProgrammeTerms, type SizedProgramme, sizeProgramme } from "../effort/programme-size.ts";
import type { BetChoices, ProblemFacts, Reply } from "./bet-facts.ts";

/** One size of a bet on a problem: what it takes, how likely it works and wins, and when it counts. Money in USD m. */
export interface Bet {
  readonly id: string;
  readonly problem: ProblemFacts;
  /** Researcher-years of research. */
  readonly effort: number;
  /** Part of what can be reached of the home's need that its plant makes, 0..1; 0: no plant. */
  readonly plant: number;
  /** Supply as a part of the need once it runs full, 0..1. */
  readonly capacity: number;
  readonly sized: SizedProgramme;
  /** Chance that it works, 0..1. */
  readonly works: number;
  /** Chance that, working, it gets the governing claims, 0..1. */
  readonly wins: number;
  /** Families filed. */
  readonly families: number;
  /** Researcher-years of rivals that it is up against, after they answer. */
  readonly rivals: number;
  /** Money to be there by year, filing among it. */
  readonly reserved: readonly number[];
  /** Present value of what is spent in the mean. */
  readonly cost: number;
  /** Years from now at which its claims are granted, and can first be used. */
  readonly claimsFrom: number;
}

/** Efforts as multiples of the effort that brings 63 % of the chance, each with and without plants. */
const efforts = [0.5, 1, 2] as const;
const plants = [0.5, 1] as const;

/** The sizes of a bet on a problem that end within the years of a plan. */
export function betsOn(problem: ProblemFacts, choices: BetChoices, economics: Economics, year: number, reply: Reply = {}): readonly Bet[] {
  const { of, pick } = economics;
  const scopes = [problem.id, problem.technology, problem.kind];
  const scale = of("effort-scale", ...scopes);
  const terms = termsOf(problem, economics, scale);
  const hasPlant = problem.need !== null && problem.serves.length > 0;
  const sizes = efforts.flatMap((multiple): readonly ProgrammeSize[] => [
    { effort: multiple * scale, plant: 0 },
    ...(hasPlant
      ? (multiple < 1 ? [1] : plants).map((plant) => ({
          effort: multiple * scale,
          plant: plant * terms.plant.reachable * terms.plant.capital,
        }))
      : []),
  ]);
  return sizes.flatMap((size): readonly Bet[] => {
    const sized = sizeProgramme(size, terms);
    if (sized.reserved.length > choices.years) return [];
    const plant = size.plant > 0 ? size.plant / (terms.plant.reachable * terms.plant.capital) : 0;
    const families = size.effort / of("researcher-years", ...scopes);
    const filing = families * of("family");
    const reserved = withFiling(sized.reserved, filing, terms.researchYears);
    const rivals = rivalsOf(problem, economics, terms.researchYears, size.effort, reply);
    const clock = problem.clock === null ? 0 : pick(`clock|${problem.id}`, problem.clock) - year;
    return [
      {
        id: `${problem.id}/${sizeName(size.effort / scale, plant)}`,
        problem,
        effort: size.effort,
        plant,
        capacity: plant * terms.plant.reachable,
        sized,
        works: sized.works,
        wins: chanceToWin(size.effort, rivals, of("decisiveness")),
        families,
        rivals: rivals.reduce((sum, each) => sum + each, 0),
        reserved,
        cost: presentValue(withFiling(unrecovered(sized, of("earned-back")), filing, terms.researchYears), of("discount")),
        claimsFrom: Math.max(terms.researchYears + of("grant-delay", problem.technology), clock),
      },
    ];
  });
}

/** `half`, `full`, `double`: research alone; with a plant for half or all of what can be reached. */
const sizeName = (multiple: number, plant: number): string =>
  `${multiple < 1 ? "half" : multiple > 1 ? "double" : "full"}${plant === 0 ? "" : plant < 1 ? "+half-plant" : "+plant"}`;

function termsOf(problem: ProblemFacts, { of, pick }: Economics, scale: number): ProgrammeTerms {
  const scopes = [problem.id, problem.technology, problem.kind];
  return {
    curve: { ceiling: of("works-ceiling", problem.id, problem.maturity), scale, steepness: of("steepness") },
    researcherYear: of("researcher-year", ...scopes),
    researchYears: of("research-years", problem.id, problem.maturity),
    pilot: { years: of("pilot-years"), money: of("pilot-money"), people: of("pilot-people") },
    plant: {
      buildYears: pick(`lead|${problem.technology}`, problem.lead),
      rampYears: of("ramp-years"),
      capital: (problem.need === null ? 0 : pick(`need|${problem.technology}`, problem.need)) * of("capital", ...scopes),
      reachable: clamp(pick(`reachable|${problem.technology}`, problem.reachable), 0, 1),
    },
  };
}

/**
 * Efforts of rival firms on a problem that a home has to match, researcher-years: what they file a year on it times the effort behind a family, over
 * the years of research and those they are ahead; and what they add in answer.
 */
function rivalsOf(problem: ProblemFacts, { of, pick }: Economics, years: number, own: number, { matched }: Reply): readonly number[] {
  const families =
    problem.families === null ? 10 ** of("rival-families", problem.technology) : pick(`families|${problem.technology}`, problem.families);
  const effort =
    families *
    problem.part *
    of("researcher-years", problem.id, problem.technology, problem.kind) *
    (years + of("years-ahead", problem.id, problem.maturity));
  const firms = Math.max(1, Math.round(of("rival-firms")));
  return afterReply(
    Array.from({ length: firms }, () => effort / firms),
    own,
    matched ?? of("reply"),
  );
}

/** Money by year with that of filing, spread over the years of research. */
function withFiling(money: readonly number[], filing: number, years: number): readonly number[] {
  return money.map((each, year) => each + (filing * Math.max(0, Math.min(1, years - year))) / years);
}

/** Money spent in the mean, without the part of a plant that its own sales earn back: what it makes is sold whether or not anything is withheld. */
function unrecovered({ expected, plantMoney }: SizedProgramme, part: number): readonly number[] {
  return expected.map((each, year) => each - part * (plantMoney[year] ?? 0));
}

/** Money is spent in the middle of its year. */
export const presentValue = (money: readonly number[], rate: number): number =>
  money.reduce((sum, each, year) => sum + each / (1 + rate) ** (year + 0.5), 0);

/** Part of the capacity of a bet that is supplied so many years from now, if it works; nothing before it can be used. */
export function suppliedAt({ sized, capacity }: Bet, from: number, years: number): number {
  return capacity > 0 && years >= from ? sized.supplyAt(years) / capacity : 0;
}
