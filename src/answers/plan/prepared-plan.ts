import { pick } from "../../base/collections.ts";
import { dayOf } from "../../base/days.ts";
import type { Interval } from "../../base/numbers.ts";
import { readRates } from "../../corpus/legal-records.ts";
import { actTerms } from "../../leverage/acts/act-policy.ts";
import type { PostureWeights } from "../../leverage/acts/postures.ts";
import type { ExclusionWorld } from "../../leverage/exclusion/exclusion-market.ts";
import { createExclusionTerms } from "../../leverage/exclusion/exclusion-terms.ts";
import { createParameterLookup } from "../../leverage/parameters.ts";
import type { TechnologyFamilies } from "../../plan/cells/counted-family.ts";
import { isHome } from "../../plan/cells/home.ts";
import { type Economics, economicsOf, type Pick } from "../../plan/economics.ts";
import type { Bet } from "../../plan/programmes/bet.ts";
import { type BetChoices, type BetFacts, planFields, type Reply } from "../../plan/programmes/bet-facts.ts";
import { type LostByCourse, lostByCourse, worldsAt } from "../../plan/programmes/drawn-plan.ts";
import { type JointOptions, type PlanJoint, planJoint } from "../../plan/programmes/plan-joint.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { OpenDay } from "../day/open-day.ts";
import { memberInputs, toldInputs } from "../economics/member-inputs.ts";
import { economicInputs, type PlanInput, withFileInputs } from "../economics/plan-economics.ts";
import { type ClaimsRead, type ExclusionData, exclusionWorld } from "../exclusion/exclusion-data.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import type { AskedFile } from "../shared/asked-file.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { type GatheredBets, gatherBets } from "./bet-gather.ts";
import { readCellData } from "./plan-cells.ts";
import { invalidPlan, mostYears, type PlanFile } from "./plan-file.ts";
import { homeOf } from "./plan-home.ts";
import { namePlan, type PlanNames } from "./plan-names.ts";
import { fileProblemRows, followUpIn } from "./plan-problems.ts";
import type { PlanHead } from "./plan-report.ts";

export type AskedPlan = AskedFile<PlanFile>;

/** A plan whose names are found and whose facts are gathered. */
export interface PreparedPlan {
  readonly asked: AskedPlan;
  readonly read: ReadModel;
  readonly names: PlanNames;
  readonly head: PlanHead;
  readonly choices: BetChoices;
  readonly inputs: readonly PlanInput[];
  readonly gathered: GatheredBets;
  readonly exclusion: PlanExclusion;
  /** Known on the day of the plan, by technology. */
  readonly families: readonly TechnologyFamilies[];
  readonly workspace: Workspace;
  readonly measured: readonly string[];
  /** The inputs where the pick puts each. */
  readonly economics: (pick: Pick) => Economics;
  /** The same plan against somebody else: an economy or group by its code. */
  readonly withTarget: (against: string) => PreparedPlan;
  /** The plan as a joint problem at some inputs. */
  readonly joint: (economics: Economics, options: JointOptions, choices?: BetChoices) => PlanJoint;
  /** What bets keep of the sales of final products, by the course; `null`: the home makes none. */
  readonly lostByCourse: (economics: Economics, bets: readonly Bet[], seed: number, reply: Reply) => LostByCourse | null;
}

/** The world of exclusion on the day of the plan, and the holders that are the home's. */
export interface PlanExclusion {
  readonly data: ExclusionData;
  readonly world: ExclusionWorld;
  readonly own: ReadonlySet<string>;
}

/** Finds the names of a plan and gathers what is known for it. Throws LM_PLAN_INVALID, LM_NOT_MEASURED. @param read as of the day of the plan */
export async function preparePlan(read: ReadModel, asked: AskedPlan, day: OpenDay & ClaimsRead): Promise<PreparedPlan> {
  const { file, place, id } = asked;
  const { workspace, effects } = day;
  const measured = await day.measured();
  const names = namePlan(read, place, file);
  const horizons = file.inputs.flatMap(({ id, high }) => (id === "horizon" ? [high] : []));
  const own = fileProblemRows(read, file.problems, Math.max(mostYears, ...horizons));
  const problems = [...read.beside.problem, ...own.rows];
  const technologies = names.technologies.map((t) => read.map.technologies[t]!.id);
  const counted = await readCellData(workspace, technologies, dayOf(read.map.asOf)!, effects);
  const usual = economicInputs(createExclusionTerms(await workspace.use(readRates)));
  const isScope = (scope: string): boolean => read.map.indexOf.has(scope) || problems.some((problem) => problem.id === scope);
  const given = withFileInputs(usual, file.inputs, {
    isScope,
    isSource: (name) => read.documents.has(name) || file.sources.some(({ title, url }) => name === title || name === url),
  });
  if (given.problems.length + own.problems.length > 0) throw invalidPlan(place, [...own.problems, ...given.problems]);
  const members = memberInputs(given.inputs, technologies, (technology) => familyOf(read, technology));
  const inputs = [...given.inputs, ...members];
  const economics = (pick: Pick): Economics => economicsOf(inputs, pick);
  const known = await day.exclusion();
  const home = names.isNew === null ? homeOf(read, names.home) : null;
  const holders = [...known.claims.holders.values()].filter((holder) => home !== null && isHome(home, holder)).map(({ holder }) => holder);
  const exclusion: PlanExclusion = { data: known, world: exclusionWorld(read, known), own: new Set(holders) };
  const choices = choicesOf(file);
  const postures: PostureWeights = actTerms(read.map, createParameterLookup(read.map)).postures.licence;
  const made = (of: PlanNames): PreparedPlan => {
    const gathered = gatherBets(read, of, {
      ...pick(exclusion, "world", "own"),
      followUp: followUpIn(counted.cells),
      openClock: openClock(inputs),
      problems,
    });
    const { facts } = gathered;
    return {
      asked,
      read,
      names: of,
      choices,
      inputs: toldInputs(given.inputs, members, facts, choices, isScope),
      gathered,
      exclusion,
      families: counted.families,
      workspace,
      measured,
      economics,
      withTarget: (against) => made({ ...of, against }),
      lostByCourse: (at, bets, seed, reply) => lostByCourse(facts, bets, at, postures, { ...worldsAt(at), seed, reply }),
      joint: (at, options, chosen = choices) => planJoint(facts, chosen, at, postures, options),
      head: {
        id,
        name: file.name,
        about: file.about?.trim() ?? null,
        home: of.home,
        homeName: of.isNew === null ? partyName(read, of.home) : of.home,
        asOf: read.map.asOf,
        years: Array.from({ length: file.years }, (_, year) => facts.firstYear + year),
        money: choices.money,
        researchers: choices.people,
        objective: file.objective,
        ...pick(of, "against"),
        againstName: of.against === null ? null : partyName(read, of.against),
        jurisdictions: of.jurisdictions.filter((code) => !of.unknownJurisdictions.includes(code)),
        unknownJurisdictions: of.unknownJurisdictions.filter((code) => code !== of.home),
        ...pick(choices, "generation", "followUp", "originality", "diversification", "unspent"),
        lossUnknown: lossUnknown(facts, of),
      },
    };
  };
  return made(names);
}

/** Why the own losses of a home are unknown: its sales, or that no source tells what is needed for them; `null`: they are known, or it sells nothing. */
function lossUnknown({ sales, nodes }: BetFacts, { isNew }: PlanNames): PlanHead["lossUnknown"] {
  if (isNew?.sells === 0) return null;
  if (sales.length === 0) return "sales";
  return nodes.some(({ blocking, degrading }) => blocking.length + degrading.length > 0) ? null : "needs";
}

/** The next family of a technology; `null`: it is in none. */
function familyOf({ map }: ReadModel, technology: string): string | null {
  const family = map.familyOf.get(map.indexOf.get(technology)!);
  return family === undefined ? null : map.technologies[family]!.id;
}

/** Years from a floor on within which use begins of which no end is told. */
function openClock(inputs: readonly PlanInput[]): Interval {
  const at = (end: 0 | 1 | 2): number => economicsOf(inputs, (_, interval) => interval[end]).of("open-clock");
  return [at(0), at(1), at(2)];
}

function choicesOf(file: PlanFile): BetChoices {
  const series = (of: number | readonly number[]): readonly number[] => {
    const each = typeof of === "number" ? [of] : of;
    return Array.from({ length: file.years }, (_, year) => each[Math.min(year, each.length - 1)]!);
  };
  return {
    ...pick(file, "years", "unspent", "generation"),
    money: series(file.money),
    people: planFields.flatMap((field) => {
      const of = file.researchers[field];
      const trained = file.training[field];
      if (of === undefined) return [];
      return [{ field, byYear: trained === undefined ? series(of) : withTrained(series(of), trained) }];
    }),
    weights: file.objective,
    followUp: file.follow_up ?? null,
    originality: file.originality ?? null,
    diversification: file.diversification ?? null,
    required: file.required ?? [],
  };
}

/** Researchers by year with those trained within the plan: each intake works from its years of training on, and a part of all trained leaves a year. */
export function withTrained(
  byYear: readonly number[],
  { a_year: begin, after, lost }: { readonly a_year: number; readonly after: number; readonly lost: number },
): readonly number[] {
  let trained = 0;
  return byYear.map((own, year) => {
    trained = trained * (1 - lost) + (year >= after ? begin : 0);
    return own + trained;
  });
}
