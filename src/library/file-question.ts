import { readyPlan, readyPlanIds } from "../answers/plan/plan-file.ts";
import type { PlanQuestion } from "../answers/plan/plan-questions.ts";
import { readyScenario, readyScenarioIds } from "../answers/scenario/ready-scenarios.ts";
import type { ScenarioQuestion } from "../answers/scenario/scenario-questions.ts";
import type { ErrorCode } from "../base/errors.ts";
import { readSmallFile } from "../base/small-file.ts";

/**
 * A bundled scenario by name, else a file. Throws LM_SCENARIO_UNKNOWN for neither, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, and
 * LM_SCENARIO_INVALID for a file over 1 MB.
 *
 * @example
 * const { finding } = await map.simulate({ ...(await scenarioQuestion("my-scenario.yaml")), draws: 5_000 });
 */
export const scenarioQuestion = (idOrPath: string): Promise<ScenarioQuestion> =>
  fileQuestion(idOrPath, "scenario", readyScenarioIds(), readyScenario, "LM_SCENARIO_INVALID");

/**
 * A bundled plan by name, else a file. Throws LM_PLAN_UNKNOWN for neither, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, and LM_PLAN_INVALID for a
 * file over 1 MB.
 *
 * @example
 * const { programmes } = await map.plan({ ...(await planQuestion("my-plan.yaml")), seconds: 30 });
 */
export const planQuestion = (idOrPath: string): Promise<PlanQuestion> =>
  fileQuestion(idOrPath, "plan", readyPlanIds(), readyPlan, "LM_PLAN_INVALID");

/** `require`: throws for an unknown name. */
async function fileQuestion(
  idOrPath: string,
  noun: string,
  ready: readonly string[],
  require: (id: string) => unknown,
  invalid: ErrorCode,
) {
  if (ready.includes(idOrPath)) return { id: idOrPath };
  const unknown = (): unknown => (/[/\\]|\.ya?ml$/.test(idOrPath) ? null : require(idOrPath));
  return { text: await readSmallFile(idOrPath, noun, invalid, unknown), place: idOrPath };
}
