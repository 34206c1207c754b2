import { chanceItWorks, type EffortCurve } from "./works.ts";

/** What a programme on a problem takes and can reach: times in years, money in USD m. */
export interface ProgrammeTerms {
  readonly curve: EffortCurve;
  /** USD m a researcher-year. */
  readonly researcherYear: number;
  readonly researchYears: number;
  readonly pilot: {
    readonly years: number;
    /** Money for the pilot as a multiple of the money for research. */
    readonly money: number;
    /** Researchers kept on, as a part of those of research. */
    readonly people: number;
  };
  readonly plant: {
    readonly buildYears: number;
    /** From the first to full output. */
    readonly rampYears: number;
    /** Capital for the whole of the home's need. */
    readonly capital: number;
    /** Part of the need that can be reached at all, 0..1. */
    readonly reachable: number;
  };
}

/** How large a bet is: researcher-years of research, and money for a plant, 0 for know-how and rights alone. */
export interface ProgrammeSize {
  readonly effort: number;
  readonly plant: number;
  /** Chance that the plant is built once the pilot has worked, 0..1; 1 if absent. */
  readonly chance?: number;
}

/** What a size of a programme takes by year from its launch, and what it can bring. */
export interface SizedProgramme {
  /** Chance that it works technically. */
  readonly works: number;
  /** Money that has to be there by year, whether or not it works. */
  readonly reserved: readonly number[];
  /** Money spent by year in the mean: a plant is only built where the pilot worked, and what else it waits for came about. */
  readonly expected: readonly number[];
  /** What of it is for a plant. */
  readonly plantMoney: readonly number[];
  /** Simultaneous researchers by year. */
  readonly people: readonly number[];
  /** Supply as a part of the home's need, years from launch, if it works. */
  readonly supplyAt: (years: number) => number;
}

/** Sizes a programme. Research, pilot and plant follow each other; without a plant there is no supply. */
export function sizeProgramme({ effort, plant, chance = 1 }: ProgrammeSize, terms: ProgrammeTerms): SizedProgramme {
  const { researchYears, pilot, plant: built } = terms;
  const works = chanceItWorks(effort, terms.curve);
  const research = effort * terms.researcherYear;
  const isBuilt = plant > 0;
  const tried = researchYears + (isBuilt ? pilot.years : 0);
  const ready = tried + built.buildYears;
  const length = Math.ceil(isBuilt ? ready : tried);
  const pilotMoney = isBuilt ? research * pilot.money : 0;
  const money = (plantPart: number): readonly number[] =>
    byYear(length, [
      { from: 0, to: researchYears, amount: research },
      { from: researchYears, to: tried, amount: pilotMoney },
      { from: tried, to: ready, amount: plant * plantPart },
    ]);
  const most = isBuilt ? Math.min(plant / built.capital, built.reachable) : 0;
  return {
    works,
    reserved: money(1),
    expected: money(works * chance),
    plantMoney: byYear(length, [{ from: tried, to: ready, amount: plant * works * chance }]),
    people: byYear(length, [
      { from: 0, to: researchYears, amount: effort },
      { from: researchYears, to: tried, amount: (effort / researchYears) * pilot.people * (tried - researchYears) },
    ]),
    supplyAt: (years) => most * Math.min(1, Math.max(0, years - ready) / Math.max(built.rampYears, Number.MIN_VALUE)),
  };
}

/** Amounts spread evenly over spans, by whole year. */
function byYear(
  length: number,
  spans: readonly { readonly from: number; readonly to: number; readonly amount: number }[],
): readonly number[] {
  return Array.from({ length }, (_, year) =>
    spans.reduce((sum, { from, to, amount }) => {
      const overlap = Math.min(to, year + 1) - Math.max(from, year);
      return overlap > 0 ? sum + (amount * overlap) / (to - from) : sum;
    }, 0),
  );
}
