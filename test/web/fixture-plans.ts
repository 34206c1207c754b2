import type { AskPlans } from "../../src/answers/ask-plans.ts";
import { LevermapError } from "../../src/base/errors.ts";

const none = (): Promise<never> => Promise.reject(new LevermapError("LM_PLAN_UNKNOWN", "There is no plan here."));

/** No plans: no page asks for one. */
export const fixturePlans: AskPlans = {
  plans: async () => ({ plans: [] }),
  planOutline: none,
  plan: none,
  planExplain: none,
  planCompare: none,
};
