import { pick } from "../../base/collections.ts";
import { say } from "../../base/message.ts";
import { noTimeLimit } from "../../base/time-limit.ts";
import { lowered } from "../../base/words.ts";
import { exclusionMatrix } from "../../leverage/exclusion/exclusion-matrix.ts";
import { middle } from "../../plan/economics.ts";
import { isRivalryCounted } from "../../plan/programmes/bet.ts";
import { betsOf, sizesFor } from "../../plan/programmes/candidate-bets.ts";
import { peopleId } from "../../plan/programmes/plan-joint.ts";
import { openSolver } from "../../plan/solver/open-solver.ts";
import { cellReport, usualExclusionHolders } from "../exclusion/exclusion.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { technologyName } from "../shared/names.ts";
import { planClout } from "./clout/plan-clout.ts";
import type { FiledProgrammes } from "./filing/plan-filing.ts";
import { valueOfMoney } from "./filing/value-of-money.ts";
import { nearestProblems } from "./nearest-problems.ts";
import { planAdvice } from "./plan-advice.ts";
import { capitalOf, chosenBets } from "./plan-bets.ts";
import { planCalibration } from "./plan-calibration.ts";
import { planEvidence } from "./plan-evidence.ts";
import { planFinding } from "./plan-labels.ts";
import { chosenProgrammes, outProgrammes, plannedProgramme } from "./plan-programmes.ts";
import { planQuarters, savedOnChosen } from "./plan-quarters.ts";
import type { PlanOutline, PlanReport } from "./plan-report.ts";
import { chosenWorlds, type PlanOptions, type SolvedPlan, solvePrepared, stoppedBy } from "./plan-solved.ts";
import { planReplies, planWorth, toldWorth } from "./plan-worth.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** The plan of most value: what is in, what it is worth as a whole and how near the best that is. Throws as `solvePrepared`. */
export async function answerPlan(prepared: PreparedPlan, asked: PlanOptions, effects: RunEffects): Promise<PlanReport> {
  const solver = openSolver();
  try {
    const { limit = noTimeLimit } = asked;
    const solved = await solvePrepared(prepared, solver, asked, effects);
    const beside = stoppedBy(effects, asked.signal);
    const { signal } = beside;
    const bets = chosenBets(solved);
    const worth = await planWorth(prepared, { ...solved, chosen: new Set(bets.map(({ id }) => id)), limit }, beside);
    const quarters = planQuarters(solved, limit);
    const programmes = chosenProgrammes(prepared, solved, quarters, limit);
    const out = outProgrammes(prepared, solved, quarters);
    signal.throwIfAborted();
    const { advice, sources } = await planAdvice(prepared, filedOf(programmes, out, solved, prepared));
    const { head, gathered, inputs } = prepared;
    const calibration = planCalibration(prepared.read, inputs);
    const { found, joint, economics, seed } = solved;
    const cost = bets.reduce((sum, each) => sum + each.cost, 0);
    const report = {
      question: say("plan.what-should-research-from", {
        homeName: head.homeName,
        years: String(head.years[0]),
        yearsOther: String(head.years.at(-1)),
      }),
      plan: head,
      candidates: {
        problems: gathered.facts.problems.filter(({ isNext }) => head.generation === "any" || isNext).length,
        programmes: joint.bets.length,
        ...nextOf(gathered.facts.problems),
      },
      horizon: Math.round(economics.of("horizon")),
      ...toldWorth(prepared, worth),
      cost,
      capital: capitalOf(bets),
      value: bets.length === 0 ? 0 : found.value - found.before,
      bound: found.bound - found.before,
      ...pick(found, "gap", "stopped"),
      worlds: {
        chosen: chosenWorlds,
        ...worth.sample,
        seed,
        saved: savedOnChosen(solved, prepared.choices.weights.resilience),
        quarters: quarters.told,
      },
      programmes,
      out,
      resources: resourcesOf(prepared, solved),
      acts: actsOf(prepared),
      replies: await planReplies(prepared, solved, worth, { signal, limit }),
      clout: limit.isUp() ? null : await planClout(prepared, solved, beside),
      frontier: null,
      robustness: null,
      sensitivity: null,
      against: exclusionToday(prepared),
      advice,
      inputs,
      calibration,
      left: leftOf(gathered),
      evidence: planEvidence(prepared, [...sources, ...calibration.map(({ source }) => source)]),
    };
    return {
      ...report,
      timeUp: limit.isUp() ? limit.seconds : null,
      finding: planFinding(report, {
        nearest: report.candidates.problems > 0 ? [] : nearestProblems(prepared.read, prepared.names),
        without: withoutProblem(prepared),
        notNext: notNextOf(prepared),
      }),
    };
  } finally {
    await solver.close();
  }
}

/** Programmes that are in, those missed most first, and what money is worth in the plan. */
function filedOf(
  programmes: PlanReport["programmes"],
  out: PlanReport["out"],
  solved: SolvedPlan,
  prepared: PreparedPlan,
): FiledProgrammes {
  const bets = programmes.map(({ id }) => solved.joint.bets.find((bet) => bet.id === id)!);
  return { bets, beside: [], valueOfMoney: valueOfMoney(prepared, bets, out, solved.economics) };
}

/** Technologies that the file names and of which there is no problem to choose, by name. */
function withoutProblem({ read, names, gathered: { facts } }: PreparedPlan): readonly string[] {
  const known = new Set(facts.problems.map(({ technology }) => read.map.indexOf.get(technology)!));
  return names.named
    .filter(({ scope }) => !scope.some((t) => known.has(t)))
    .map(({ technology }) => lowered(technologyName(read, read.map.technologies[technology]!.id)));
}

/** Problems that are left out as the next generation alone is asked for. */
const notNextOf = ({ head, gathered: { facts } }: PreparedPlan): number =>
  head.generation === "next" ? facts.problems.filter(({ isNext }) => !isNext).length : 0;

/** Problems of the next generation, their technologies, and those of which no late count of patents goes beyond one office. */
function nextOf(problems: PreparedPlan["gathered"]["facts"]["problems"]) {
  const next = problems.filter(({ isNext }) => isNext);
  const technologies = (of: typeof next): number => new Set(of.map(({ technology }) => technology)).size;
  return {
    next: next.length,
    nextTechnologies: technologies(next),
    nextUncounted: technologies(next.filter((problem) => !isRivalryCounted(problem))),
  };
}

/** Exclusion exposure of the target to the patents that the home holds today. */
function exclusionToday({ read, names, exclusion: { world, data, own } }: PreparedPlan): PlanReport["against"] {
  if (names.against === null) return null;
  const { cells } = exclusionMatrix(world, [{ id: names.home, holders: own }], [names.against]);
  const [cell] = cells;
  return cell === undefined ? null : cellReport({ read, data, world, top: usualExclusionHolders, draws: null }, cell);
}

function resourcesOf({ choices }: PreparedPlan, { joint, isIn }: SolvedPlan): PlanReport["resources"] {
  const used = (resource: string): number =>
    joint.problem.programmes.reduce(
      (sum, { id, uses }) => sum + (isIn(id) ? uses.reduce((all, use) => all + (use.resource === resource ? use.amount : 0), 0) : 0),
      0,
    );
  const years = Array.from({ length: choices.years }, (_, year) => year);
  return [
    { id: "money", used: years.map((year) => used(`money:${year}`)), available: [...choices.money] },
    ...choices.people.map(({ field, byYear }) => ({
      id: field,
      used: years.map((year) => used(peopleId(field, year))),
      available: [...byYear],
    })),
  ];
}

const actsOf = ({ gathered: { facts } }: PreparedPlan): PlanReport["acts"] =>
  facts.acts
    .filter(({ isReply }) => !isReply)
    .map(({ coalition, mode, again, shortfalls }) => ({
      coalition: [...coalition],
      mode,
      technologies: new Set(shortfalls.map(({ technology }) => technology)).size,
      again,
    }));

/** What a plan would choose from, and on which inputs. */
export function answerPlanOutline(prepared: PreparedPlan): PlanOutline {
  const { head, inputs, gathered, choices } = prepared;
  const economics = prepared.economics(middle);
  const programmes = sizesFor(betsOf(gathered.facts, choices, economics), choices).map((bet) => plannedProgramme(prepared, bet, economics));
  const problems = new Set(programmes.map(({ problem }) => problem)).size;
  const notNext = notNextOf(prepared);
  return {
    question: say("plan.what-would-the-plan", { name: head.name }),
    finding: `${say("plan.programmes-on-problems-to", { programmes: programmes.length, problems, homeName: head.homeName })}${notNext > 0 ? say("plan.generation-next-leaves-out", { problems: notNext }) : ""}`,
    plan: head,
    programmes,
    acts: actsOf(prepared),
    inputs,
    left: leftOf(gathered),
    evidence: planEvidence(prepared),
  };
}

const leftOf = ({ noMarket, noPlant, noCount }: PreparedPlan["gathered"]): PlanReport["left"] => ({
  noMarket: [...noMarket],
  noPlant: [...noPlant],
  noCount: [...noCount],
});
