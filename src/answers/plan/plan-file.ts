import { z } from "zod";
import { LevermapError } from "../../base/errors.ts";
import { planFields } from "../../plan/make-problem/plan-facts.ts";
import { ownInputSchema } from "../economics/plan-economics.ts";
import { readyFiles } from "../shared/asked-file.ts";
import { fileFault, fileProblems, yamlOf } from "../shared/file-problems.ts";
import { fileDay, fileName, fileNames, filePart, fileSource, fileText, mostEntries } from "../shared/file-schema.ts";
import { schemaFault } from "../shared/schema-fault.ts";
import type { PlanList } from "./plan-report.ts";

/** The longest plan, in years; a patent lasts twenty. */
const mostYears = 20;

const amount = z.number().min(0).max(1e9);
const byYear = z.union([amount, z.array(amount).min(1).max(mostYears)], "is neither one amount nor a list of amounts");

const source = fileSource(z.url());

const weight = z.number().min(0).max(1000).default(1);
const objective = z.strictObject({ exposure: weight, freedom: weight, bargaining: weight, option: weight });

const people = z.partialRecord(z.enum(planFields), byYear);

/** A file of a plan: whose, with what means, and what it is to bring. */
export const planFileSchema = z.strictObject({
  name: fileText,
  about: fileText.optional(),
  sources: z.array(source).max(mostEntries).default([]).describe("of the facts in the file"),
  home: fileName.describe("economy, group or organisation that the plan is for"),
  as_of: fileDay.optional().describe("figures, rules and patents as known on this day; default: the day asked"),
  years: z.number().int().min(1).max(mostYears).default(8).describe("in which programmes are begun and ended"),
  money: byYear.describe("USD m a year; a list that is shorter than the years goes on with its last amount"),
  unspent: filePart.default(1).describe("value of money left over, as a fraction: 0 if it is lost to the home, 1 if it is kept"),
  researchers: people.default({}).describe("available, by kind of technology; a kind that is not named has no limit"),
  technologies: fileNames.optional().describe("to choose from, with the members of their families; default: all"),
  jurisdictions: fileNames.optional().describe("where rights have value; default: all whose use of chips is known"),
  objective: objective
    .default({ exposure: 1, freedom: 1, bargaining: 1, option: 1 })
    .describe("weight of each kind of gain; 0 leaves it out"),
  against: fileName.optional().describe("also shows the exclusion exposure of this one; the plan does not seek it"),
  partners: fileNames.optional().describe("economies or organisations that programmes may be shared with; default: none"),
  follow_up: filePart.optional().describe("largest part of spending that may go to follow-up work; default: no cap"),
  diversification: filePart.optional().describe("largest part of all money that may go to one technology; default: no cap"),
  least: z.number().gt(0).max(1).optional().describe("the least part of a programme that is worth starting; default: an input"),
  dependencies: z.boolean().default(false).describe("a programme needs those of the technologies that its own cannot do without"),
  required: fileNames.optional().describe("ids of programmes that must be selected"),
  risk: z
    .strictObject({ weight: filePart, level: z.number().min(0).lt(1).default(0.8) })
    .optional()
    .describe("weight of the mean of the worst outcomes, and the level above which they begin; default: the mean of all"),
  gap: z.number().min(0).max(1).default(1e-3).describe("stops when the plan is within this part of the best"),
  seconds: z.number().gt(0).max(86_400).default(60).describe("stops after so long with the best plan so far"),
  inputs: z.array(ownInputSchema).max(mostEntries).default([]).describe("instead of those of data/plan/economics.csv"),
});

export type PlanFile = z.infer<typeof planFileSchema>;

/** The JSON schema of a plan file, for editors and other programs. */
export const planFileJsonSchema = (): object => z.toJSONSchema(planFileSchema, { io: "input" });

const knownKeys = [
  ...planFields,
  ...new Set([planFileSchema, source, ownInputSchema, objective].flatMap(({ shape }) => Object.keys(shape))),
];

/** Reads the text of a plan file. Throws LM_PLAN_INVALID that names each place that is wrong. */
export function readPlanText(file: string, content: string): PlanFile {
  const fault = (problems: readonly string[]): LevermapError => invalidPlan(file, problems);
  const read = planFileSchema.safeParse(yamlOf(content, fault), { error: schemaFault });
  if (read.success) return read.data;
  throw fault(fileProblems(read.error, knownKeys));
}

/** The error for an invalid plan, or one that names what the map does not know. */
export const invalidPlan = (file: string, problems: readonly string[]): LevermapError =>
  fileFault("LM_PLAN_INVALID", file, "is not a valid plan", problems);

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
