import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerCaseRuns, answerCases, answerCustomerCases } from "./answer-cases.ts";
import { answerCasesChanges } from "./answer-changes.ts";
import type { caseQuestions } from "./case-questions.ts";

/** Answers on cases on one day. */
export const openCases = ({ workspace, asOf, effects }: OpenDay): AnswersTo<typeof caseQuestions> => ({
  cases: (question) => answerCases(workspace, question),
  caseRuns: () => answerCaseRuns(workspace),
  casesChanges: (_, { signal = effects.signal }) => answerCasesChanges(workspace, asOf, { ...effects, signal }),
  customerCases: ({ customer }) => answerCustomerCases(workspace, customer),
});
