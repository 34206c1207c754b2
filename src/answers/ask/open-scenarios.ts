import { LevermapError } from "../../base/errors.ts";
import type { ExclusionData } from "../exclusion/exclusion-data.ts";
import { answerCompare, type DatedScenario } from "../scenario/compare/compare.ts";
import { answerPublished } from "../scenario/compare/published.ts";
import { publishedRows } from "../scenario/compare/published-models.ts";
import { denyLicences } from "../scenario/exclusion-denial.ts";
import type { DenialReport } from "../scenario/exclusion-denial-report.ts";
import type { AskedScenario } from "../scenario/planned-scenario.ts";
import { listScenarios, readyScenario } from "../scenario/ready-scenarios.ts";
import { readScenarioText } from "../scenario/scenario-file.ts";
import type { LicenceDenial } from "../scenario/scenario-measures.ts";
import { answerScenarioPlan } from "../scenario/scenario-plan.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { answerSimulate } from "../scenario/simulate.ts";
import type { DenialInScenario } from "../scenario/simulate-report.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Answers } from "./ask.ts";
import { type FileAsked, requireFile } from "./require-file.ts";

/** What answers on scenarios read from an open workspace. */
export interface ScenarioData {
  /** The map of a day, `YYYY-MM-DD`; of the day asked if absent. */
  readonly readOn: (day?: string) => Promise<ReadModel>;
  readonly exclusion: () => Promise<ExclusionData>;
  /** What to say of the age of the measures. */
  readonly measured: () => Promise<readonly string[]>;
  /** The day that somebody asked for; `null`: nobody did, so that it is today. */
  readonly askedDay: string | null;
  readonly effects: RunEffects;
}

/** Answers on scenarios from one open workspace. */
export function openScenarios(data: ScenarioData): Answers<"scenarios" | "scenarioPlan" | "simulate" | "published" | "compare"> {
  const { readOn, askedDay, effects } = data;
  const dated = async (question: FileAsked): Promise<DatedScenario> => {
    const asked = askedScenario(question, askedDay);
    return { asked, read: await readOn(asked.file.as_of) };
  };
  const patents = async ({ asked, read }: DatedScenario, run: boolean): Promise<readonly DenialInScenario[]> => {
    const denials = asked.file.measures.flatMap((measure) => measure.patents ?? []);
    const told: DenialInScenario[] = [];
    for (const denial of denials) {
      const report = run ? await denialReport(read, data, denial) : null;
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

function askedScenario(question: FileAsked, askedDay: string | null): AskedScenario {
  const { id, text, place } = requireFile(question, "scenario");
  const file = id === null ? readScenarioText(place, text) : readyScenario(id);
  const dayNotUsed = file.as_of !== undefined && askedDay !== file.as_of ? askedDay : null;
  return { id, place, file, dayNotUsed };
}

/** What a denial of licences does by patents; `null` where the patents of the workspace have not been measured. */
async function denialReport(
  read: ReadModel,
  { measured, exclusion }: ScenarioData,
  { holders, jurisdictions, technologies, from }: LicenceDenial,
): Promise<DenialReport | null> {
  try {
    return denyLicences(read, await exclusion(), { holders, jurisdictions, technologies, day: from }, await measured());
  } catch (thrown) {
    if (thrown instanceof LevermapError && thrown.code === "LM_NOT_MEASURED") return null;
    throw thrown;
  }
}
