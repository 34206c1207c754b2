import type { PlanComparison } from "./explain/plan-compare-report.ts";
import type { PlanExplanation } from "./explain/plan-explain-report.ts";
import type { PlanRequests } from "./plan.ts";
import type { PlanList, PlanOutline } from "./plan-outline-report.ts";
import type { PlanReport } from "./plan-report.ts";
import type { PlanOptions } from "./plan-solved.ts";

/** A ready plan by its name, or the text of a plan file and where it stands. */
export type PlanQuestion = { readonly id: string } | { readonly text: string; readonly place?: string | undefined };

/** The questions on plans. */
export interface AskPlans {
  /** The ready plans of the bundled data. */
  plans(): Promise<PlanList>;
  /** What a plan would choose from, and on which inputs, without solving it. Throws LM_PLAN_UNKNOWN, LM_PLAN_INVALID, LM_NOT_MEASURED. */
  planOutline(question: PlanQuestion): Promise<PlanOutline>;
  /**
   * What to research and patent: the plan of most value within a gap. `frontier`: over so many budgets; `draws`: of the inputs, with `seed` (1).
   * Throws as `planOutline`, and LM_PLAN_INFEASIBLE, LM_PLAN_TIME, LM_INTERRUPTED.
   */
  plan(question: PlanQuestion & PlanRequests): Promise<PlanReport>;
  /** Why a programme is in or out. Throws as `plan`, and LM_PROGRAMME_UNKNOWN. */
  planExplain(question: PlanQuestion & PlanOptions & { readonly programme: string }): Promise<PlanExplanation>;
  /** Two plans, and which programmes differ and why. Throws as `plan`. */
  planCompare(question: { readonly first: PlanQuestion; readonly second: PlanQuestion } & PlanOptions): Promise<PlanComparison>;
}
