import { unless } from "../../base/errors.ts";
import type { ExclusionData } from "../exclusion/exclusion-data.ts";
import { answerCompare, type DatedScenario } from "../scenario/compare/compare.ts";
import { answerPublished } from "../scenario/compare/published.ts";
import { publishedRows } from "../scenario/compare/published-models.ts";
import { denyLicences } from "../scenario/exclusion-denial.ts";
import { listScenarios, readyScenario } from "../scenario/ready-scenarios.ts";
import { readScenarioText } from "../scenario/scenario-file.ts";
import { answerScenarioPlan } from "../scenario/scenario-plan.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { answerSimulate } from "../scenario/simulate.ts";
import type { DenialInScenario } from "../scenario/simulate-report.ts";
import { askedFile, type FileAsked } from "../shared/asked-file.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Answers } from "./ask.ts";

/** What answers on scenarios read from an open workspace. */
export interface ScenarioData {
  /** The map of a day, `YYYY-MM-DD`; of the day asked if absent. */
  readonly readOn: (day?: string) => Promise<ReadModel>;
  readonly exclusion: () => Promise<ExclusionData>;
  /** What to say of the age of the measures. */
  readonly measured: () => Promise<readonly string[]>;
  /** The day asked for; `null`: none was, so that it is today. */
  readonly askedDay: string | null;
  readonly effects: RunEffects;
}

/** Answers on scenarios from one open workspace. */
export function openScenarios({
  readOn,
  exclusion,
  measured,
  askedDay,
  effects,
}: ScenarioData): Answers<"scenarios" | "scenarioPlan" | "simulate" | "published" | "compare"> {
  const dated = async (question: FileAsked): Promise<DatedScenario> => {
    const asked = askedFile(question, scenarioFile, askedDay);
    return { asked, read: await readOn(asked.file.as_of) };
  };
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
      const of = await dated(question);
      return answerScenarioPlan(of.read, of.asked, await patents(of, false));
    },
    async simulate({ draws, seed, ...question }) {
      const of = await dated(question);
      const published = publishedRows().filter(({ scenario }) => scenario === of.asked.id);
      return answerSimulate(of.read, of.asked, { draws, seed }, { patents: await patents(of, true), published }, effects);
    },
    async published({ scenario, draws, seed }) {
      const ids = scenario === undefined ? [...new Set(publishedRows().map((row) => row.scenario))] : [scenario];
      const asked = ids.map((id) => ({ rows: publishedRows().filter((row) => row.scenario === id), dated: () => dated({ id }) }));
      return answerPublished(asked, { draws, seed }, effects);
    },
    async compare({ first, second, draws, seed }) {
      return answerCompare(await dated(first), await dated(second), { draws, seed }, effects);
    },
  };
}

const scenarioFile = { noun: "scenario", ready: readyScenario, read: readScenarioText } as const;
