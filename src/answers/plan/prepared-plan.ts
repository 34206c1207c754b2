import { pick } from "../../base/collections.ts";
import type { Interval } from "../../base/numbers.ts";
import type { Row } from "../../base/tables.ts";
import type { HeldFamilies } from "../../corpus/held-families.ts";
import type { TechnologyPatentData } from "../../corpus/technology-patents.ts";
import type { ExclusionWorld } from "../../leverage/exclusion/exclusion-market.ts";
import { createExclusionTerms } from "../../leverage/exclusion/exclusion-terms.ts";
import type { TechnologyFamilies } from "../../plan/cells/counted-family.ts";
import { isHome } from "../../plan/cells/home.ts";
import { economicsOf, middle, type Pick } from "../../plan/economics.ts";
import { type MadeProblem, makeProblem } from "../../plan/make-problem/make-problem.ts";
import { type PlanChoices, planFields } from "../../plan/make-problem/plan-facts.ts";
import { economicInputs, type PlanInput, withFileInputs } from "../economics/plan-economics.ts";
import { type ExclusionData, exclusionWorld } from "../exclusion/exclusion-data.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import type { AskedFile } from "../shared/asked-file.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { CellData } from "./plan-cells.ts";
import { invalidPlan, type PlanFile } from "./plan-file.ts";
import { fittedInputs } from "./plan-fitted.ts";
import { type GatheredPlan, gatherPlan, homeOf } from "./plan-gather.ts";
import { checkRequired, namePlan, type PlanNames } from "./plan-names.ts";
import type { PlanHead } from "./plan-report.ts";

export type AskedPlan = AskedFile<PlanFile>;

/** What is read of an open workspace for advice on filing and licences. */
export interface AdviceData {
  /** Documents of holders in technologies, with who is on the other side of citations. */
  readonly held: (holders: readonly string[], technologies: readonly string[]) => Promise<HeldFamilies>;
  /** All patents of technologies. */
  readonly patents: (technologies: readonly string[]) => Promise<TechnologyPatentData>;
}

/** What is read of an open workspace for a plan. */
export interface PlanData extends AdviceData {
  /** Cells of technologies and their families, from what was known on the day of the map. */
  readonly cells: (read: ReadModel, technologies: readonly string[]) => Promise<CellData>;
  /** Claims and cases. */
  readonly exclusion: () => Promise<ExclusionData>;
  readonly rates: () => Promise<readonly Row<"base_rate">[]>;
  /** What to say of the age of the measures. Throws LM_NOT_MEASURED. */
  readonly measured: () => Promise<readonly string[]>;
}

/** A plan whose names are found and whose facts are gathered. */
export interface PreparedPlan {
  readonly asked: AskedPlan;
  readonly read: ReadModel;
  readonly names: PlanNames;
  readonly head: PlanHead;
  readonly choices: PlanChoices;
  readonly inputs: readonly PlanInput[];
  readonly gathered: GatheredPlan;
  readonly exclusion: PlanExclusion;
  /** Known on the day of the plan, by technology. */
  readonly families: readonly TechnologyFamilies[];
  readonly reads: AdviceData;
  readonly measured: readonly string[];
  /** The problem with every interval where the pick puts it, over the years of the plan or more, in which there is nothing to spend. */
  readonly make: (pick: Pick, years?: number) => MadeProblem;
  /** With every interval in the middle. */
  readonly made: MadeProblem;
}

/** The world of exclusion on the day of the plan, and the holders that are the home's. */
export interface PlanExclusion {
  readonly data: ExclusionData;
  readonly world: ExclusionWorld;
  readonly own: ReadonlySet<string>;
}

/** Finds the names of a plan and gathers what is known for it. Throws LM_PLAN_INVALID, LM_PLAN_INFEASIBLE, LM_NOT_MEASURED. @param read as of the day of the plan */
export async function preparePlan(read: ReadModel, asked: AskedPlan, data: PlanData): Promise<PreparedPlan> {
  const { file, place, id } = asked;
  const measured = await data.measured();
  const names = namePlan(read, place, file);
  const technologies = names.technologies.map((t) => read.map.technologies[t]!.id);
  const counted = await data.cells(read, technologies);
  const usual = economicInputs(createExclusionTerms(await data.rates()), fittedInputs(counted.families));
  const given = withFileInputs(usual, file.inputs, {
    isTechnology: (id) => read.map.indexOf.has(id),
    isSource: (name) => read.documents.has(name) || file.sources.some(({ title, url }) => name === title || name === url),
  });
  if (given.problems.length > 0) throw invalidPlan(place, given.problems);
  const known = await data.exclusion();
  const home = homeOf(read, names.home);
  const own = new Set([...known.claims.holders.values()].filter((holder) => isHome(home, holder)).map(({ holder }) => holder));
  const exclusion: PlanExclusion = { data: known, world: exclusionWorld(read, known), own };
  const gathered = gatherPlan(read, names, counted, exclusion, openClocks(given.inputs));
  const choices = choicesOf(file);
  const { least } = file;
  const inputs =
    least === undefined ? given.inputs : given.inputs.map((input) => (input.id === "least" ? { ...input, ...leastOf(least) } : input));
  const make = (pick: Pick, years = choices.years): MadeProblem =>
    makeProblem(gathered.facts, withYears(choices, years), economicsOf(inputs, pick));
  const made = make(middle);
  checkRequired(place, choices.required, made);
  return {
    asked,
    read,
    names,
    choices,
    inputs,
    gathered,
    exclusion,
    families: counted.families,
    reads: data,
    measured,
    head: {
      id,
      name: file.name,
      about: file.about?.trim() ?? null,
      home: names.home,
      homeName: partyName(read, names.home),
      asOf: read.map.asOf,
      years: Array.from({ length: file.years }, (_, year) => gathered.facts.firstYear + year),
      money: choices.money,
      researchers: choices.people,
      objective: file.objective,
      ...pick(names, "against", "partners"),
      jurisdictions: names.jurisdictions.filter((code) => !names.unknownJurisdictions.includes(code)),
      royaltiesFrom: names.royaltiesFrom.filter((code) => !names.unknownJurisdictions.includes(code)),
      unknownJurisdictions: names.unknownJurisdictions.filter((code) => code !== names.home),
      followUp: choices.followUpCap,
      ...pick(choices, "diversification", "dependencies", "unspent", "risk"),
      salesKnown: gathered.sales.sales.length > 0,
      homeKnown:
        gathered.sales.sales.length > 0 ||
        own.size > 0 ||
        gathered.facts.technologies.some(({ markets }) => markets.some(({ weights: { own } }) => own !== null && own > 0)),
    },
    make,
    made,
  };
}

/** Years from a floor on within which the use of a technology begins of which no end is told. */
function openClocks(inputs: readonly PlanInput[]): (technology: string) => Interval {
  const at = (end: 0 | 1 | 2) => economicsOf(inputs, (_, interval) => interval[end]);
  const [low, mid, high] = [at(0), at(1), at(2)];
  return (id) => [low.of("open-clock", id), mid.of("open-clock", id), high.of("open-clock", id)];
}

const leastOf = (least: number) => ({ low: least, high: least, given: "file", note: "given in the file of the plan" }) as const;

/** The same over more years, in which there is nothing more to spend. */
function withYears(choices: PlanChoices, years: number): PlanChoices {
  const padded = (of: readonly number[]): readonly number[] => Array.from({ length: years }, (_, year) => of[year] ?? 0);
  const people = choices.people.map(({ field, byYear }) => ({ field, byYear: padded(byYear) }));
  return { ...choices, years, money: padded(choices.money), people };
}

function choicesOf(file: PlanFile): PlanChoices {
  const series = (of: number | readonly number[]): readonly number[] => {
    const each = typeof of === "number" ? [of] : of;
    return Array.from({ length: file.years }, (_, year) => each[Math.min(year, each.length - 1)]!);
  };
  return {
    ...pick(file, "years", "unspent", "dependencies"),
    money: series(file.money),
    people: planFields.flatMap((field) => {
      const of = file.researchers[field];
      return of === undefined ? [] : [{ field, byYear: series(of) }];
    }),
    weights: file.objective,
    followUpCap: file.follow_up ?? null,
    diversification: file.diversification ?? null,
    required: file.required ?? [],
    risk: file.risk ?? null,
  };
}
