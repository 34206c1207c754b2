import { z } from "zod";
import type { DataKind } from "../../workspace/data-kinds.ts";
import { draws, type FileRef, fileFields, fileRef, fraction, name, seed } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { planCompareSchema } from "./explain/plan-compare-report.ts";
import { planExplainSchema } from "./explain/plan-explain-report.ts";
import { planListSchema, planOutlineSchema, planReportSchema } from "./plan-report.ts";
import { planVariantsSchema } from "./plan-variants-report.ts";

/** A ready plan by its id, or the text of a plan file and where it stands. */
export type PlanQuestion = FileRef;

/** What plans rest on. */
export const planReads = ["map", "rules", "patents"] as const satisfies readonly DataKind[];

const question = questionOf("plans", { cost: "heavy", reads: planReads });

const solving = {
  gap: fraction.optional().describe("stop when the plan is within this part of the best (default: that of the file)"),
  rounds: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe("stop after so many rounds of the search for the bound (default: that of the file)"),
};

const timed =
  "time for the whole answer, in seconds by the clock: what is not done by then rests on fewer draws, and the answer says so (default: none)";
const seconds = z.number().gt(0).max(86_400).optional().describe(timed);
const invalid = ["LM_PLAN_UNKNOWN", "LM_PLAN_INVALID", "LM_NOT_MEASURED"] as const;
const unsolved = [...invalid, "LM_PLAN_INFEASIBLE"] as const;

/** More would block other requests. */
const limits = {
  rounds: z.number().int().min(1).max(20).optional().describe("stop after so many rounds of the search for the bound; at most 20"),
};
const examplePlan = {
  name: "India, a newcomer",
  home: "IN",
  years: 15,
  money: 150,
  researchers: { material: 400, design: 2000 },
  against: "CN",
  objective: { clout: 0.2 },
};
const ready = { id: name.describe("a ready plan, from /api/plans") };
const frontier = "also the best plan of so many budgets, from 0 to twice the money";

const plans = question({
  name: "plans",
  cost: "moment",
  reads: [],
  summary: "the ready plans",
  input: z.strictObject({}),
  answer: planListSchema,
  answerName: "PlanList",
  examples: [{}],
  command: {
    name: "plan",
    summary: "what a home should research with its money and people, what that is worth as a whole, and how near the best it is",
    examples: [
      "plan",
      "plan nl-equipment",
      "plan my-plan.yaml --frontier 9 --draws 20 --json",
      "plan my-plan.yaml --gap 1% --seconds 30",
      "plan kr-memory --sensitivity --details",
      "plan nl-equipment --dry-run",
      "plan --schema > plan.schema.json",
      "plan explain abf-smooth/double+plant --in nl-equipment",
      "plan variants nl-equipment",
      "plan compare cn-under-controls us-imposing-controls",
      "plan backtest --cut-off 2012",
    ],
  },
  http: { path: "/api/plans" },
});

const planOutline = question({
  name: "planOutline",
  summary: "what a plan can choose from, and on which inputs, without solving it",
  input: z.strictObject(fileFields("plan")),
  answer: planOutlineSchema,
  answerName: "PlanOutline",
  examples: [{ id: "nl-equipment" }],
  cost: "seconds",
  errors: invalid,
  command: {
    name: "plan",
    places: ["id"],
    options: { id: "file" },
    flag: ["dry-run", "list what the plan can choose from, and on which inputs, without solving"],
    examples: [],
  },
  http: { path: "/api/plan/:id/outline", limits: ready },
});

const plan = question({
  name: "plan",
  summary: "what a home should research, what that is worth as a whole, how near the best it is, and where to file",
  input: z.strictObject({
    ...fileFields("plan"),
    ...solving,
    seconds,
    frontier: z.number().int().min(2).max(200).optional().describe(frontier),
    draws: draws(1, 1000).optional().describe("also how often problems stay selected over so many draws of the inputs"),
    sensitivity: z
      .boolean()
      .optional()
      .describe("also the plan with other money, people, target, generation and rivals, chosen anew by search"),
    seed,
  }),
  answer: planReportSchema,
  answerName: "PlanReport",
  examples: [{ id: "nl-equipment" }],
  errors: unsolved,
  command: { name: "plan", places: ["id"], options: { id: "file" }, examples: [] },
  http: {
    path: "/api/plan/:id",
    limits: {
      ...ready,
      ...limits,
      seconds: z.number().int().min(1).max(600).optional().describe(timed),
      frontier: z.number().int().min(2).max(9).optional().describe(`${frontier}; at most 9`),
    },
    without: ["draws", "sensitivity", "seed"],
    post: {
      path: "/api/plan",
      summary: "the same for a plan of one's own: the fields of a plan file as JSON",
      body: "a plan file, in the form that `levermap plan --schema` prints",
      example: examplePlan,
      bytes: 64 * 1024,
    },
  },
});

const planExplain = question({
  name: "planExplain",
  summary: "why a programme is in a plan or out of it, and what would have to change",
  input: z.strictObject({ ...fileFields("plan"), programme: name.describe("a programme by its id, from the outline"), ...solving }),
  answer: planExplainSchema,
  answerName: "PlanExplanation",
  examples: [{ id: "nl-equipment", programme: "abf-smooth/double+plant" }],
  errors: [...unsolved, "LM_PROGRAMME_UNKNOWN"],
  command: {
    name: "plan explain",
    places: ["programme"],
    options: { id: "in" },
    examples: ["plan explain abf-smooth/double+plant --in nl-equipment"],
  },
  http: { path: "/api/plan/:id/explain", limits: { ...ready, ...limits } },
});

const planVariants = question({
  name: "planVariants",
  summary: "the best plans found for a quarter of the money up to four times as much, and for half and twice the researchers",
  input: z.strictObject({ ...fileFields("plan"), ...solving }),
  answer: planVariantsSchema,
  answerName: "PlanVariants",
  examples: [{ id: "nl-equipment" }],
  errors: unsolved,
  command: {
    name: "plan variants",
    places: ["id"],
    options: { id: "file" },
    examples: ["plan variants nl-equipment"],
  },
  http: { path: "/api/plan/:id/variants", limits: { ...ready, ...limits } },
});

const planCompare = question({
  name: "planCompare",
  summary: "two plans: what each is worth, and which problems only one takes up and why",
  input: z.strictObject({ first: fileRef("plan"), second: fileRef("plan"), ...solving }),
  answer: planCompareSchema,
  answerName: "PlanComparison",
  examples: [{ first: "cn-under-controls", second: "us-imposing-controls" }],
  errors: unsolved,
  command: {
    name: "plan compare",
    places: ["first", "second"],
    examples: ["plan compare cn-under-controls us-imposing-controls"],
  },
  http: {
    path: "/api/plans/compare",
    limits: { first: name.describe("a ready plan"), second: name.describe("another ready plan"), ...limits },
  },
});

export const planQuestions = { plans, planOutline, plan, planExplain, planVariants, planCompare };
