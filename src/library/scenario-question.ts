import { readyScenario, readyScenarioIds } from "../answers/scenario/ready-scenarios.ts";
import type { ScenarioQuestion } from "../answers/scenario/scenario-questions.ts";
import { fileQuestion } from "./file-question.ts";

/**
 * A bundled scenario by name, else a file. Throws LM_SCENARIO_UNKNOWN for neither, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, and LM_SCENARIO_INVALID for a
 * file over 1 MB.
 *
 * @example
 * const { finding } = await map.simulate({ ...(await scenarioQuestion("my-scenario.yaml")), draws: 5_000 });
 */
export const scenarioQuestion = (idOrPath: string): Promise<ScenarioQuestion> =>
  fileQuestion(idOrPath, { noun: "scenario", ready: readyScenarioIds, require: readyScenario, invalid: "LM_SCENARIO_INVALID" });
