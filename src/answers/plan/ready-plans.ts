import { LevermapError } from "../../base/errors.ts";
import { readyFiles } from "../shared/asked-file.ts";
import { readPlanText } from "./plan-file.ts";
import type { PlanList } from "./plan-report.ts";

/** The ready plans: their names, and one of them. Throws LM_PLAN_UNKNOWN, with those near in spelling. */
export const { ids: readyPlanIds, ready: readyPlan } = readyFiles(
  "plans",
  readPlanText,
  (id, near) => new LevermapError("LM_PLAN_UNKNOWN", `No plan "${id}"${near}`, { plan: id }),
);

/** The ready plans in short. */
export const listPlans = (): PlanList => ({
  plans: readyPlanIds().map((id) => {
    const { name, about, home, years } = readyPlan(id);
    return { id, name, about: about?.trim() ?? null, home, years };
  }),
});
