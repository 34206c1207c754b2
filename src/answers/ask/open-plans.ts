import { createTimeLimit } from "../../base/time-limit.ts";
import type { KeptAnswers } from "../../workspace/kept-answers.ts";
import { answerPlanCompare } from "../plan/explain/plan-compare.ts";
import { answerPlanExplain } from "../plan/explain/plan-explain.ts";
import { keptOrSolved, questionKey } from "../plan/kept-plans.ts";
import { answerPlan, answerPlanOutline } from "../plan/plan.ts";
import { listPlans, readPlanText, readyPlan } from "../plan/plan-file.ts";
import { withMore } from "../plan/plan-more.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import { stoppedBy } from "../plan/plan-solved.ts";
import { planVariants } from "../plan/plan-variants.ts";
import type { PlanVariants } from "../plan/plan-variants-report.ts";
import { type PlanData, type PreparedPlan, preparePlan } from "../plan/prepared-plan.ts";
import type { RunEffects } from "../scenario/scenario-run.ts";
import { askedFile, type FileAsked } from "../shared/asked-file.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { Answers } from "./ask.ts";

/** What answers on plans read from an open workspace. */
export interface OpenPlansData extends PlanData {
  /** The map of a day, `YYYY-MM-DD`; of the day asked if absent. */
  readonly readOn: (day?: string) => Promise<ReadModel>;
  /** The day asked for; `null`: none was, so that it is today. */
  readonly askedDay: string | null;
  readonly effects: RunEffects;
  /** The day of answers, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Where answers of the data at hand are kept; `null`: nowhere. */
  readonly kept: () => Promise<KeptAnswers | null>;
}

/** Answers on plans from one open workspace. Those on ready plans are kept. */
export function openPlans(data: OpenPlansData): Answers<"plans" | "planOutline" | "plan" | "planExplain" | "planVariants" | "planCompare"> {
  const { effects } = data;
  const prepared = async (question: FileAsked): Promise<PreparedPlan> => {
    const asked = askedFile(question, file, data.askedDay);
    return preparePlan(await data.readOn(asked.file.as_of), asked, data);
  };
  const keeps = async ({ id }: FileAsked): Promise<KeptAnswers | null> => (id === undefined ? null : await data.kept());
  const plan: Answers<"plan">["plan"] = async (question, call) =>
    keptOrSolved<PlanReport>(
      {
        kept: await keeps(question),
        key: ["plan", data.asOf, questionKey(question)],
        isCut: ({ timeUp }) => timeUp !== null,
      },
      async () => {
        const { frontier, draws, sensitivity, seconds, ...alone } = question;
        const limit = createTimeLimit(seconds ?? askedFile(question, file, data.askedDay).file.seconds);
        if (frontier === undefined && draws === undefined && sensitivity !== true)
          return answerPlan(await prepared(question), { ...alone, ...call, limit }, effects);
        const answered = await plan(
          { ...alone, ...(limit.seconds === null ? {} : { seconds: Math.max(leastSeconds, limit.left()) }) },
          call,
        );
        const report = await withMore(
          await prepared(question),
          answered,
          { frontier, draws, sensitivity, limit },
          stoppedBy(effects, call?.signal),
        );
        return report.timeUp === null ? report : { ...report, timeUp: limit.seconds };
      },
    );
  const variants: Answers<"planVariants">["planVariants"] = async (question, call) => {
    const report = await plan(question, call);
    return keptOrSolved<PlanVariants>(
      {
        kept: await keeps(question),
        // Of that very plan: another one has others around it
        key: ["planVariants", data.asOf, questionKey(question), report.programmes.map(({ id }) => id), report.resilience?.mean ?? null],
        isCut: () => false,
      },
      async () => planVariants(await prepared(question), report, stoppedBy(effects, call?.signal)),
    );
  };
  return {
    plans: async () => listPlans(),
    planOutline: async (question) => answerPlanOutline(await prepared(question)),
    plan,
    planExplain: async ({ programme, ...question }, call) =>
      answerPlanExplain(await prepared(question), programme, await plan(question, call)),
    planVariants: variants,
    planCompare: async ({ first, second, ...options }, call) =>
      answerPlanCompare(
        { prepared: await prepared(first), report: await plan({ ...first, ...options }, call) },
        { prepared: await prepared(second), report: await plan({ ...second, ...options }, call) },
      ),
  };
}

/** A limit is above 0. */
const leastSeconds = 0.001;

const file = { noun: "plan", ready: readyPlan, read: readPlanText } as const;
