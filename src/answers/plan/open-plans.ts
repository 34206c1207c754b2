import type { RunEffects } from "../scenario/scenario-run.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { AskPlans, PlanQuestion } from "./ask-plans.ts";
import { answerPlanCompare } from "./explain/plan-compare.ts";
import { answerPlanExplain } from "./explain/plan-explain.ts";
import { answerPlan } from "./plan.ts";
import { readPlanText } from "./plan-file.ts";
import { answerPlanOutline } from "./plan-outline.ts";
import { type AskedPlan, type PlanData, type PreparedPlan, preparePlan } from "./prepared-plan.ts";
import { listPlans, readyPlan } from "./ready-plans.ts";

/** What answers on plans read from an open workspace. */
export interface OpenPlansData extends PlanData {
  /** The map of a day, `YYYY-MM-DD`; of the day asked if absent. */
  readonly readOn: (day?: string) => Promise<ReadModel>;
  /** The day that somebody asked for; `null`: nobody did, so that it is today. */
  readonly askedDay: string | null;
  readonly effects: RunEffects;
}

/** Answers on plans from one open workspace. */
export function openPlans(data: OpenPlansData): AskPlans {
  const { effects } = data;
  const prepared = async (question: PlanQuestion): Promise<PreparedPlan> => {
    const asked = askedPlan(question, data.askedDay);
    return preparePlan(await data.readOn(asked.file.as_of), asked, data);
  };
  return {
    plans: async () => listPlans(),
    planOutline: async (question) => answerPlanOutline(await prepared(question)),
    plan: async (question) => answerPlan(await prepared(question), question, effects),
    planExplain: async ({ programme, ...question }) => answerPlanExplain(await prepared(question), programme, question, effects),
    planCompare: async ({ first, second, ...options }) =>
      answerPlanCompare(await prepared(first), await prepared(second), options, effects),
  };
}

function askedPlan(question: PlanQuestion, askedDay: string | null): AskedPlan {
  const place = "id" in question ? question.id : (question.place ?? "The plan");
  const file = "id" in question ? readyPlan(question.id) : readPlanText(place, question.text);
  const dayNotUsed = file.as_of !== undefined && askedDay !== file.as_of ? askedDay : null;
  return { id: "id" in question ? question.id : null, place, file, dayNotUsed };
}
