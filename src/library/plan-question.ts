import type { PlanQuestion } from "../answers/plan/plan-questions.ts";
import { readyPlan, readyPlanIds } from "../answers/plan/ready-plans.ts";
import { fileQuestion } from "./file-question.ts";

/**
 * A bundled plan by name, else a file. Throws LM_PLAN_UNKNOWN for neither, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, and LM_PLAN_INVALID for a
 * file over 1 MB.
 *
 * @example
 * const { programmes } = await map.plan({ ...(await planQuestion("my-plan.yaml")), seconds: 30 });
 */
export const planQuestion = (idOrPath: string): Promise<PlanQuestion> =>
  fileQuestion(idOrPath, { noun: "plan", ready: readyPlanIds, require: readyPlan, invalid: "LM_PLAN_INVALID" });
