import { clamp } from "../../base/numbers.ts";
import type { Economics } from "../economics.ts";
import { afterReply, chanceToWin } from "../effort/contest.ts";
import { type ProgrammeTerms, type SizedProgramme, sizeProgramme } from "../effort/programme-size.ts";
import type { BetChoices, ProblemFacts, Reply } from "./bet-facts.ts";

/** One size of a bet on a problem: what it takes, how likely it works and wins, and when it counts. Money in USD m. */
export interface Bet {
  readonly id: string;
  readonly problem: ProblemFacts;
  /** Its effort as a multiple of that which brings 63 % of the chance. */
  readonly multiple: number;
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
  /** What the home sells of it once it is adopted, where it makes the new product itself; `null`: it licenses. */
  readonly launch: Launch | null;
}

/** A new product that the home makes and sells itself. */
export interface Launch {
  /** USD m a year if it works and wins. */
  readonly sales: number;
  /** As a part of the world supply of the technology whose market it is. */
  readonly part: number;
  /** Years from now at which the first is sold. */
  readonly from: number;
}

/** The least effort for who has the means for it; smaller ones, as a multiple too, are for who has not. */
export const leastUsual = 0.5;

/** Efforts as multiples of the effort that brings 63 % of the chance, each with and without plants. */
const efforts = [0.25, 0.375, leastUsual, 1, 2] as const;
const plants = [0.5, 1] as const;

/** Who sells itself may do so for all that it could sell, or a part for want of capital. */
const launches = [
  { sold: 1 / 16, word: "sixteenth-sales" },
  { sold: 1 / 4, word: "quarter-sales" },
  { sold: 1, word: "sales" },
] as const;
const notSold = { sold: 0, word: "" } as const;

/** To lead in what others work on too takes more: of problems of the next generation also this. */
const leading = 8;

/** The sizes of a bet on a problem that end within the years of a plan. */
export function betsOn(problem: ProblemFacts, choices: BetChoices, economics: Economics, year: number, reply: Reply = {}): readonly Bet[] {
  const { of, pick } = economics;
  const scopes = [problem.id, problem.technology, problem.kind];
  const scale = of("effort-scale", ...scopes);
  const terms = termsOf(problem, economics, scale);
  const hasPlant = problem.need !== null && problem.serves.length > 0;
  const multiples = problem.isNext ? [...efforts, leading] : efforts;
  const sizes = multiples.flatMap((multiple): readonly BetSize[] => [
    { multiple, plant: 0, ...notSold },
    ...(hasPlant ? (multiple < 1 ? [1] : plants).map((plant) => ({ multiple, plant, ...notSold })) : []),
    ...(problem.market === null ? [] : launches.map((launch) => ({ multiple, plant: 0, ...launch }))),
  ]);
  const clock = problem.clock === null ? 0 : pick(`clock|${problem.id}`, problem.clock) - year;
  return sizes.flatMap(({ multiple, plant, sold, word }): readonly Bet[] => {
    const effort = multiple * scale;
    const rivals = rivalsOf(problem, economics, terms.researchYears, effort, reply);
    const wins = chanceToWin(effort, rivals, of("decisiveness"));
    const isSold = sold > 0;
    const sales = sold * salesIfWon(problem, economics);
    // Who sells builds once its claims have won, for all that it then sells; none of it serves the home's own need.
    const sized = isSold
      ? sizeProgramme(
          { effort, plant: sales * of("capital", ...scopes), chance: wins },
          { ...terms, plant: { ...terms.plant, capital: Number.POSITIVE_INFINITY } },
        )
      : sizeProgramme({ effort, plant: plant * terms.plant.reachable * terms.plant.capital }, terms);
    if (sized.reserved.length > choices.years) return [];
    const built = isSold ? 0 : plant;
    const capacity = sized.supplyAt(Number.POSITIVE_INFINITY) > 0 ? built * terms.plant.reachable : 0;
    const families = effort / of("researcher-years", ...scopes);
    const filing = families * of("family");
    const ready = terms.researchYears + terms.pilot.years + terms.plant.buildYears;
    return [
      {
        id: `${problem.id}/${sizeName(multiple, capacity > 0 ? built : 0, problem.kind)}${isSold ? `+${word}` : ""}`,
        problem,
        multiple,
        effort,
        plant: capacity > 0 ? built : 0,
        capacity,
        sized,
        works: sized.works,
        wins,
        families,
        rivals: rivals.reduce((sum, each) => sum + each, 0),
        reserved: withFiling(sized.reserved, filing, terms.researchYears),
        cost: presentValue(withFiling(unrecovered(sized, isSold ? 1 : of("earned-back")), filing, terms.researchYears), of("discount")),
        claimsFrom: Math.max(terms.researchYears + of("grant-delay", problem.technology), clock),
        launch: isSold
          ? {
              sales,
              part: sold * soldPart(problem, economics),
              from: Math.max(ready, clock),
            }
          : null,
      },
    ];
  });
}

interface BetSize {
  /** Of the effort that brings 63 % of the chance. */
  readonly multiple: number;
  /** Part of what can be reached of the home's need. */
  readonly plant: number;
  /** Part of what it could sell that the home makes and sells itself; 0: it licenses. */
  readonly sold: number;
  /** What that part is called. */
  readonly word: string;
}

/** What is sold of the solution of a problem a year once it is adopted, by whoever governs it: USD m. */
const salesIfWon = (problem: ProblemFacts, economics: Economics): number =>
  problem.market === null ? 0 : economics.pick(`market|${problem.technology}`, problem.market.usd) * soldPart(problem, economics);

/** The same as a part of the market that it is in: of the uses that it could take, of a whole product only the step that it is. */
function soldPart({ technology, part, market }: ProblemFacts, { of, pick }: Economics): number {
  if (market === null) return 0;
  return pick(`taken|${technology}`, market.part) * (market.isWhole ? of("step-part") : 1) * of("adopted-part") * part;
}

/** What makes a technology of a kind: a design is made by no plant. */
export const plantWord = (kind: string): "plant" | "capacity" => (kind === "design" ? "capacity" : "plant");

const effortNames = new Map<number, string>([
  [0.25, "quarter"],
  [0.375, "three-eighths"],
  [leastUsual, "half"],
  [1, "full"],
  [2, "double"],
  [leading, "eightfold"],
]);

/** Research alone as `half`; with a plant, or capacity, for half or all of what can be reached. */
function sizeName(multiple: number, plant: number, kind: string): string {
  const effort = effortNames.get(multiple)!;
  return plant === 0 ? effort : `${effort}+${plant < 1 ? "half-" : ""}${plantWord(kind)}`;
}

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

/** Whether a late count beyond one office tells the families of others: otherwise they are assumed, and at least those of any count there is. */
export const isRivalryCounted = ({ families, isFamiliesFloor }: Pick<ProblemFacts, "families" | "isFamiliesFloor">): boolean =>
  families !== null && !isFamiliesFloor;

/** Families a year of others that a plan gives for a problem or its technology, in the place of any count; `null`: it gives none. */
export function givenRivals({ id, technology }: ProblemFacts, { own }: Economics): number | null {
  const power = own("rival-families", id, technology);
  return power === null ? null : 10 ** power;
}

/**
 * Efforts of rival firms on a problem that a home has to match, researcher-years: what they file a year on it times the effort behind a family, over
 * the years of research and those they are ahead; and what they add in answer.
 */
function rivalsOf(
  problem: ProblemFacts,
  economics: Economics,
  years: number,
  own: number,
  { matched, rivals = 1 }: Reply,
): readonly number[] {
  const { of, pick } = economics;
  const given = givenRivals(problem, economics);
  const least = problem.families === null ? 0 : pick(`families|${problem.technology}`, problem.families);
  const families = given ?? (isRivalryCounted(problem) ? least : Math.max(least, 10 ** of("rival-families")));
  const effort =
    rivals *
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

/** What a bet supplies once all runs, as a part of the home's use of each node: at most the part of its uses that it can take. */
export const suppliesOf = ({ problem, capacity }: Pick<Bet, "problem" | "capacity">, { pick }: Economics) =>
  problem.serves.map(({ makes, serves, part }) => ({
    makes,
    serves,
    capacity: capacity * pick(`served|${problem.technology}|${serves}`, part),
  }));

/** Part of the capacity of a bet that is supplied so many years from now, if it works; nothing before it can be used. */
export function suppliedAt({ sized, capacity }: Bet, from: number, years: number): number {
  return capacity > 0 && years >= from ? sized.supplyAt(years) / capacity : 0;
}
