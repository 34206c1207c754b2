import { z } from "zod";
import { parseBoundedYaml } from "../../base/bounded-yaml.ts";
import { dayOf } from "../../base/days.ts";
import { LevermapError } from "../../base/errors.ts";
import { planFields } from "../../plan/make-problem/plan-facts.ts";
import { ownInputSchema } from "../economics/plan-economics.ts";
import { fileProblems } from "../shared/file-problems.ts";
import { schemaFault } from "../shared/schema-fault.ts";

const most = 200;
/** The longest plan, in years; a patent lasts twenty. */
const mostYears = 20;
const text = z.string().min(1).max(4000);
const name = z.string().trim().min(1).max(300);
const names = z.array(name).min(1).max(most);
const part = z.number().min(0).max(1);
const noDay = "is not a day of the calendar, YYYY-MM-DD";
const day = z.string(noDay).refine((value) => dayOf(value) !== null, noDay);

const amount = z.number().min(0).max(1e9);
const byYear = z.union([amount, z.array(amount).min(1).max(mostYears)], "is neither one amount nor a list of amounts");

const source = z.strictObject({ title: text, publisher: text, year: z.number().int().min(1900).max(2100), url: z.url().max(2000) });

const weight = z.number().min(0).max(1000).default(1);
const objective = z.strictObject({ exposure: weight, freedom: weight, bargaining: weight, option: weight });

const people = z.partialRecord(z.enum(planFields), byYear);

/** A file of a plan: whose, with what means, and what it is to bring. */
export const planFileSchema = z.strictObject({
  name: text,
  about: text.optional(),
  sources: z.array(source).max(most).default([]).describe("of the facts in the file"),
  home: name.describe("economy, group or organisation that the plan is for"),
  as_of: day.optional().describe("figures, rules and patents as known on this day; default: the day asked"),
  years: z.number().int().min(1).max(mostYears).default(8).describe("in which programmes are begun and ended"),
  money: byYear.describe("USD m a year; a list that is shorter than the years goes on with its last amount"),
  unspent: part.default(1).describe("value of money left over, as a fraction: 0 if it is lost to the home, 1 if it is kept"),
  researchers: people.default({}).describe("available, by kind of technology; a kind that is not named has no limit"),
  technologies: names.optional().describe("to choose from, with the members of their families; default: all"),
  jurisdictions: names.optional().describe("where rights have value; default: all whose use of chips is known"),
  objective: objective
    .default({ exposure: 1, freedom: 1, bargaining: 1, option: 1 })
    .describe("weight of each kind of gain; 0 leaves it out"),
  against: name.optional().describe("also shows the exclusion exposure of this one; the plan does not seek it"),
  partners: names.optional().describe("economies or organisations that programmes may be shared with; default: none"),
  follow_up: part.optional().describe("largest part of spending that may go to follow-up work; default: no cap"),
  diversification: part.optional().describe("largest part of all money that may go to one technology; default: no cap"),
  least: z.number().gt(0).max(1).optional().describe("the least part of a programme that is worth starting; default: an input"),
  dependencies: z.boolean().default(false).describe("a programme needs those of the technologies that its own cannot do without"),
  required: names.optional().describe("ids of programmes that must be selected"),
  risk: z
    .strictObject({ weight: part, level: z.number().min(0).lt(1).default(0.8) })
    .optional()
    .describe("weight of the mean of the worst outcomes, and the level above which they begin; default: the mean of all"),
  gap: z.number().min(0).max(1).default(1e-3).describe("stops when the plan is within this part of the best"),
  seconds: z.number().gt(0).max(86_400).default(60).describe("stops after so long with the best plan so far"),
  inputs: z.array(ownInputSchema).max(most).default([]).describe("instead of those of data/plan/economics.csv"),
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
  let value: unknown;
  try {
    value = parseBoundedYaml(content);
  } catch (thrown) {
    throw invalidPlan(file, [`the file: ${thrown instanceof Error ? thrown.message : String(thrown)}`]);
  }
  const read = planFileSchema.safeParse(value, { error: schemaFault });
  if (read.success) return read.data;
  throw invalidPlan(file, fileProblems(read.error, knownKeys));
}

const mostProblems = 20;

/** The error for an invalid plan, or one that names what the map does not know. */
export function invalidPlan(file: string, problems: readonly string[]): LevermapError {
  const distinct = [...new Set(problems)];
  const more = distinct.length > mostProblems ? [`and ${distinct.length - mostProblems} more`] : [];
  const told = [...distinct.slice(0, mostProblems), ...more];
  return new LevermapError("LM_PLAN_INVALID", `${file} is not a valid plan. ${told.join("; ")}`, { file, problems: told });
}
