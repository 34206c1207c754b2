import { readdirSync, readFileSync } from "node:fs";
import { bundledFile } from "../../base/data-folder.ts";
import { LevermapError } from "../../base/errors.ts";
import { nearNames } from "../../link/near-name.ts";
import { meant } from "../scenario/scenario-parties.ts";
import { type PlanFile, readPlanText } from "./plan-file.ts";
import type { PlanList } from "./plan-outline-report.ts";

const ending = ".yaml";

/** Names of the ready plans of the bundled data, in alphabetical order. */
export const readyPlanIds = (): readonly string[] =>
  readdirSync(bundledFile("plans"))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

/** A ready plan. Throws LM_PLAN_UNKNOWN, with those near in spelling. */
export function readyPlan(id: string): PlanFile {
  const known = readyPlanIds();
  if (!known.includes(id))
    throw new LevermapError("LM_PLAN_UNKNOWN", `No plan "${id}"${meant(nearNames(id, known, 2)) || "."}`, { plan: id });
  return readPlanText(id, readFileSync(bundledFile(`plans/${id}${ending}`), "utf8"));
}

/** The ready plans in short. */
export const listPlans = (): PlanList => ({
  plans: readyPlanIds().map((id) => {
    const { name, about, home, years } = readyPlan(id);
    return { id, name, about: about?.trim() ?? null, home, years };
  }),
});
