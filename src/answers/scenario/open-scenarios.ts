import { unless } from "../../base/errors.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { ClaimsRead } from "../exclusion/exclusion-data.ts";
import { askedFile, type FileAsked } from "../shared/asked-file.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerCompare, type DatedScenario } from "./compare/compare.ts";
import { publishedRows } from "./compare/published-models.ts";
import { denyLicences } from "./exclusion-denial.ts";
import { listScenarios, readyScenario } from "./ready-scenarios.ts";
import { readScenarioText } from "./scenario-file.ts";
import { answerScenarioPlan } from "./scenario-plan.ts";
import type { scenarioQuestions } from "./scenario-questions.ts";
import { answerSimulate } from "./simulate.ts";
import type { DenialInScenario } from "./simulate-report.ts";

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
