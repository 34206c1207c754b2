import { z } from "zod";
import { caseStates } from "../../screen/cases/case-state.ts";
import { top } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { caseRunsSchema, casesChangesSchema, casesReportSchema, customerCasesSchema } from "./case-reports.ts";

const question = questionOf("screening");

const run = z
  .number()
  .int()
  .min(1)
  .optional()
  .describe("number of a run, with the states that its cases had then (default: the last, as they stand)");
const customer = z.string().trim().min(1).max(200);

const cases = question({
  name: "cases",
  summary: "customers that may be listed parties, and what was decided on each",
  input: z.strictObject({
    run,
    state: z.enum(caseStates).optional().describe("only cases in this state (default: all)"),
    top: top.optional().describe("how many cases (default: 100)"),
  }),
  answer: casesReportSchema,
  answerName: "CasesReport",
  examples: [{}],
  dated: false,
  errors: ["LM_RUN_UNKNOWN"],
  command: {
    name: "cases",
    summary: "customers that may be listed parties, and what was decided on each; the other commands of the screening desk are below",
    examples: [
      "cases customers customers.csv --user anna",
      "cases run --user anna",
      "cases --state reopened",
      "cases show C-17",
      'cases decide C-17 csl/us-entity-list/acme-co-ltd-cn false --user anna --note "born 1961"',
      "cases confirm C-17 csl/us-entity-list/acme-co-ltd-cn --user ben",
      "cases audit 2 --out run-2.jsonl.gz",
      "cases replay run-2.jsonl.gz",
    ],
  },
  http: { path: "/api/cases", lists: ["cases"] },
});

const caseRuns = question({
  name: "caseRuns",
  summary: "the runs in which customers were screened, and the lists that each saw",
  input: z.strictObject({}),
  answer: caseRunsSchema,
  answerName: "CaseRuns",
  examples: [{}],
  dated: false,
  command: { name: "cases runs", examples: ["cases runs"] },
  http: { path: "/api/cases/runs", lists: ["runs"] },
});

const casesChanges = question({
  name: "casesChanges",
  summary: "what changed on lists and customers since the last run, and the cases that the next would open or reopen",
  input: z.strictObject({}),
  answer: casesChangesSchema,
  answerName: "CasesChanges",
  examples: [{}],
  cost: "heavy",
  errors: ["LM_RUN_UNKNOWN", "LM_NO_LISTS"],
  command: { name: "cases changes", examples: ["cases changes", "cases changes --as-of 2026-07-01"] },
  http: { path: "/api/cases/changes", lists: ["entries", "customers", "fresh", "reopened", "lapsed"] },
});

const customerCases = question({
  name: "customerCases",
  summary: "one customer with its versions, its cases with the reasons, and every decision",
  input: z.strictObject({ customer: customer.describe("id of the customer") }),
  answer: customerCasesSchema,
  answerName: "CustomerCases",
  examples: [{ customer: "C-17" }],
  dated: false,
  errors: ["LM_CUSTOMER_UNKNOWN"],
  command: { name: "cases show", places: ["customer"], examples: ["cases show C-17"] },
  http: { path: "/api/cases/customers/:customer" },
});

export const caseQuestions = { cases, caseRuns, casesChanges, customerCases };
