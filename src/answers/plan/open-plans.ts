import { createTimeLimit } from "../../base/time-limit.ts";
import type { KeptAnswers } from "../../workspace/kept-answers.ts";
import type { Json } from "../../workspace/kept-files.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { ClaimsRead } from "../exclusion/exclusion-data.ts";
import { askedFile, type FileAsked } from "../shared/asked-file.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerPlanCompare } from "./explain/plan-compare.ts";
import { answerPlanExplain } from "./explain/plan-explain.ts";
import { answerPlan, answerPlanOutline } from "./plan.ts";
import { listPlans, readPlanText, readyPlan } from "./plan-file.ts";
import { withMore } from "./plan-more.ts";
import { type planQuestions, planReads } from "./plan-questions.ts";
import type { PlanReport } from "./plan-report.ts";
import { stoppedBy } from "./plan-solved.ts";
import { planVariants } from "./plan-variants.ts";
import type { PlanVariants } from "./plan-variants-report.ts";
import { type PreparedPlan, preparePlan } from "./prepared-plan.ts";

type Plans = AnswersTo<typeof planQuestions>;

/** Answers on plans on one day. Those on ready plans are kept. */
export function openPlans(day: OpenDay & ClaimsRead): Plans {
  const { askedDay, asOf, readOn, effects } = day;
  const prepared = async (question: FileAsked): Promise<PreparedPlan> => {
    const asked = askedFile(question, file, askedDay);
    return preparePlan(await readOn(asked.file.as_of), asked, day);
  };
  const keeps = async ({ id }: FileAsked): Promise<KeptAnswers | null> => (id === undefined ? null : await day.kept("plans", planReads));
  const plan: Plans["plan"] = async (question, call) =>
    keptOrSolved<PlanReport>(
      {
        kept: await keeps(question),
        key: ["plan", asOf, questionKey(question)],
        isCut: ({ timeUp }) => timeUp !== null,
      },
      async () => {
        const { frontier, draws, sensitivity, seconds, ...alone } = question;
        const limit = createTimeLimit(seconds ?? askedFile(question, file, askedDay).file.seconds);
        if (frontier === undefined && draws === undefined && sensitivity !== true)
          return answerPlan(await prepared(question), { ...alone, ...call, limit }, effects);
        const timed = limit.seconds === null ? alone : { ...alone, seconds: Math.max(leastSeconds, limit.left()) };
        const more = { frontier, draws, sensitivity, limit };
        const report = await withMore(await prepared(question), await plan(timed, call), more, stoppedBy(effects, call?.signal));
        return report.timeUp === null ? report : { ...report, timeUp: limit.seconds };
      },
    );
  const variants: Plans["planVariants"] = async (question, call) => {
    const report = await plan(question, call);
    return keptOrSolved<PlanVariants>(
      {
        kept: await keeps(question),
        // Of that very plan: another one has others around it
        key: ["planVariants", asOf, questionKey(question), report.programmes.map(({ id }) => id), report.resilience?.mean ?? null],
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

/** What tells an answer on a plan from others, and when one that is kept may stand for it. */
interface KeptPlan<T> {
  /** Where answers are kept; `null`: nowhere. */
  readonly kept: KeptAnswers | null;
  /** Everything that decides the answer but the time that is given for it. */
  readonly key: Json;
  /** Whether the time that was given was up before the answer was whole. */
  readonly isCut: (answer: T) => boolean;
}

/** An answer on a plan, kept or worked out and then kept. One that time cut short is not kept. */
export async function keptOrSolved<T>({ kept, key, isCut }: KeptPlan<T>, solve: () => Promise<T>): Promise<T> {
  const found = (await kept?.read(key)) ?? null;
  if (found !== null) return found as T;
  const answer = await solve();
  if (!isCut(answer)) await kept?.write(key, answer as Json);
  return answer;
}

/** A question as the key of its answer: its fields in alphabetical order, without the time that is given and what is not. */
export const questionKey = (question: object): string =>
  JSON.stringify(
    Object.entries(question)
      .filter(([field, value]) => value !== undefined && field !== "seconds")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
