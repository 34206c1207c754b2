import { present } from "../../base/collections.ts";
import { unless } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { ClaimsRead } from "../exclusion/exclusion-data.ts";
import { askedFile, type FileAsked } from "../shared/asked-file.ts";
import type { AnswersTo } from "../shared/asking.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { answerCompare, type DatedScenario } from "./compare/compare.ts";
import { publishedRows } from "./compare/published-models.ts";
import { denyLicences } from "./exclusion-denial.ts";
import { type AskedScenario, planParts, planScenario } from "./planned-scenario.ts";
import { listScenarios, readyScenario } from "./ready-scenarios.ts";
import { readScenarioText } from "./scenario-file.ts";
import type { scenarioQuestions } from "./scenario-questions.ts";
import { targetHead } from "./scenario-told.ts";
import { answerSimulate } from "./simulate.ts";
import { simulateEvidence } from "./simulate-evidence.ts";
import type { DenialInScenario, PlannedTechnology, ScenarioPlan } from "./simulate-report.ts";

/** A scenario with the map of its day. */
export async function datedScenario({ askedDay, readOn }: OpenDay, question: FileAsked): Promise<DatedScenario> {
  const asked = askedFile(question, scenarioFile, askedDay);
  return { asked, read: await readOn(asked.file.as_of) };
}

/** Answers on scenarios on one day. */
export function openScenarios(day: OpenDay & ClaimsRead): AnswersTo<typeof scenarioQuestions> {
  const { exclusion, measured, effects } = day;
  const patents = async ({ asked, read }: DatedScenario, run: boolean): Promise<readonly DenialInScenario[]> => {
    const told: DenialInScenario[] = [];
    for (const denial of asked.file.measures.flatMap((measure) => measure.patents ?? [])) {
      const deny = async () => denyLicences(read, await exclusion(), { ...denial, day: denial.from }, await measured());
      const report = run ? await unless(["LM_NOT_MEASURED"], deny, () => null) : null;
      told.push({ ...denial, technologies: denial.technologies ?? null, report });
    }
    return told;
  };
  return {
    scenarios: async () => listScenarios(),
    async scenarioPlan(question) {
      const of = await datedScenario(day, question);
      return answerScenarioPlan(of.read, of.asked, await patents(of, false));
    },
    async simulate({ draws, seed, ...question }) {
      const of = await datedScenario(day, question);
      const published = publishedRows().filter(({ scenario }) => scenario === of.asked.id);
      return answerSimulate(of.read, of.asked, { draws, seed }, { patents: await patents(of, true), published }, effects);
    },
    async compare({ first, second, draws, seed }) {
      return answerCompare(await datedScenario(day, first), await datedScenario(day, second), { draws, seed }, effects);
    },
  };
}

const scenarioFile = { noun: "scenario", ready: readyScenario, read: readScenarioText } as const;

/** What would be run, and on which figures. */
function answerScenarioPlan(read: ReadModel, asked: AskedScenario, patents: readonly DenialInScenario[]): ScenarioPlan {
  const planned = planScenario(read, asked);
  const { head, measures, compiled } = planned;
  const technologies = measures.flatMap((measure) => measure.technologies);
  const of = (state: PlannedTechnology["state"]): number =>
    new Set(technologies.flatMap((each) => (each.state === state ? [each.technology] : []))).size;
  return {
    ...planParts(read, planned, patents),
    question: say("open-scenarios.what-would-be-run", { name: head.name }),
    finding: findingOf({ modelled: of("modelled"), notHeld: of("not held"), unknown: of("shares unknown"), denials: patents.length }),
    targets: (compiled?.targets ?? []).map((target) => targetHead(read, compiled!, target)),
    followers: [...(compiled?.followers ?? [])],
    evidence: simulateEvidence(read, planned, null),
  };
}

type PlanCounts = Readonly<Record<"modelled" | "notHeld" | "unknown" | "denials", number>>;

function findingOf({ modelled, notHeld, unknown, denials }: PlanCounts): string {
  const parts = present(
    say("open-scenarios.technologies-would-be-run", { technologies: modelled }),
    notHeld > 0 && say("open-scenarios.the-senders-hold-none", { notHeld: String(notHeld) }),
    unknown > 0 && say("open-scenarios.without-known-shares-would", { unknown: String(unknown) }),
  );
  const run = modelled + notHeld + unknown > 0 ? `${parts.join("; ")}.` : "Nothing in it acts on supply.";
  return denials > 0 ? say("open-scenarios.the-patents-where-measured", { run, denials }) : run;
}
