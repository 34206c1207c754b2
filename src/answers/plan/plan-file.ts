import { z } from "zod";
import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import { said } from "../../base/words.ts";
import { maturities } from "../../link/parameter-domains.ts";
import { planFields } from "../../plan/programmes/bet-facts.ts";
import { ownInputSchema } from "../economics/plan-economics.ts";
import { readyFiles } from "../shared/asked-file.ts";
import { fileFault, fileProblems, yamlOf } from "../shared/file-problems.ts";
import { fileDay, fileName, fileNames, filePart, fileSource, fileText, mostEntries } from "../shared/file-schema.ts";
import { schemaFault } from "../shared/schema-fault.ts";
import { isRecord, replacedFields } from "./plan-file-before.ts";
import type { PlanList } from "./plan-report.ts";

/** The longest plan, in years; a patent lasts twenty. */
export const mostYears = 20;

/** Rounds of the search for the bound where nobody says another number. */
const usualRounds = 4;

const amount = z.number().min(0).max(1e9);
const year = z.number().int().min(1900).max(2200);
const byYear = z.union([amount, z.array(amount).min(1).max(mostYears)], {
  error: ({ input }) => (input === undefined ? "is missing" : "is neither one amount nor a list of amounts"),
});

const source = fileSource(z.url());

const weight = (usual: number) => z.number().min(0).max(1000).default(usual);
const objective = z.strictObject({
  resilience: weight(1).describe("own losses avoided"),
  income: weight(1).describe("royalties, what need not be paid to others on own sales, and what is left of sales of new products"),
  clout: weight(0).describe("sales of `against` that claims of the plan could exclude"),
});

const people = z.partialRecord(z.enum(planFields), byYear);

const training = z.partialRecord(
  z.enum(planFields),
  z.strictObject({
    a_year: amount.describe("who begin a year"),
    after: z.number().int().min(0).max(mostYears).default(4).describe("years until they can work on a programme"),
    lost: filePart.default(0.05).describe("part of those trained that leaves a year"),
  }),
);

const newHome = z.strictObject({
  name: fileName,
  seat: fileName.describe("economy in which it is"),
  makes: fileName.optional().describe("technology that it sells"),
  sells_usd_m: amount.default(0).describe("USD m a year"),
});

const ownProblem = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, "is not a valid id")
    .max(60),
  technology: fileName,
  name: fileText,
  need: fileText.describe("what has to be solved"),
  maturity: z.enum(maturities).default("research").describe("how far others are"),
  clock: z.tuple([year, year]).optional().describe("years from which a solution could be used: the earliest, the latest"),
});
export type OwnProblem = Readonly<z.infer<typeof ownProblem>>;

/** A file of a plan: whose, with what means, and what it is to bring. */
export const planFileSchema = z.strictObject({
  name: fileText,
  about: fileText.optional(),
  based_on: fileName
    .optional()
    .describe(
      "a ready plan by its id: each field that is not given here is that of it, and each kind of `researchers` and weight of `objective`",
    ),
  sources: z.array(source).max(mostEntries).default([]).describe("of the facts in the file"),
  home: z
    .union([fileName, newHome], "is neither a name nor a home with name and seat")
    .describe("economy, group or organisation that the plan is for, or a new one by its name and seat"),
  as_of: fileDay.optional().describe("figures, rules and patents as known on this day; default: the day asked"),
  years: z.number().int().min(1).max(mostYears).default(12).describe("in which programmes are begun and ended, plants among them"),
  money: byYear.describe("USD m a year; a list that is shorter than the years goes on with its last amount"),
  unspent: filePart.default(1).describe("value of money left over, as a fraction: 0 if it is lost to the home, 1 if it is kept"),
  researchers: people.default({}).describe("available, by kind of technology; a kind that is not named has no limit"),
  training: training
    .default({})
    .describe("people who are trained within the years, by kind of technology, beside `researchers` of that kind"),
  technologies: fileNames.optional().describe("to choose from, with the members of their families; default: all"),
  jurisdictions: fileNames.optional().describe("where rights have value; default: all whose use of chips is known"),
  objective: objective.default({ resilience: 1, income: 1, clout: 0 }).describe("weight of each kind of worth"),
  against: fileName.optional().describe("whom clout is on; needed where clout counts"),
  generation: z.enum(["any", "next"]).default("any").describe("`next`: problems of next-generation technologies alone"),
  follow_up: filePart.optional().describe("largest part of spending that may go to follow-up work; default: no cap"),
  originality: filePart.optional().describe("least part of spending that goes to work which is not follow-up; default: none"),
  diversification: filePart.optional().describe("largest part of all money that may go to one technology; default: no cap"),
  problems: z.array(ownProblem).max(mostEntries).default([]).describe("of your own, beside those of the atlas"),
  required: fileNames.optional().describe("ids of programmes that must be selected"),
  gap: z.number().min(0).max(1).default(0.01).describe("stops when the plan is within this part of the best"),
  rounds: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(usualRounds)
    .describe("stops after so many rounds of cuts for the bound, of each of the two phases"),
  seconds: z
    .number()
    .gt(0)
    .max(86_400)
    .optional()
    .describe("time for the whole answer, by the clock: what is not done by then rests on fewer draws (default: none)"),
  inputs: z.array(ownInputSchema).max(mostEntries).default([]).describe("instead of those of data/plan/economics.csv"),
});

export type PlanFile = z.infer<typeof planFileSchema>;

/** The JSON schema of a plan file, for editors and other programs. */
export const planFileJsonSchema = (): object => z.toJSONSchema(planFileSchema, { io: "input" });

const knownKeys = [
  ...planFields,
  ...new Set([planFileSchema, source, ownInputSchema, objective, newHome, ownProblem].flatMap(({ shape }) => Object.keys(shape))),
];

/** What people call fields of a plan, with what they are called. */
const otherwiseCalled: Readonly<Record<string, string>> = {
  budget: "money",
  people: "researchers",
  staff: "researchers",
  horizon: "years",
  target: "against",
  opponent: "against",
  economy: "home",
  country: "home",
  technology: "technologies",
};

/** Kinds of researchers, by the fields that are told by them. */
const kinds = { researchers: planFields, training: planFields };

/** Reads the text of a plan file. Throws LM_PLAN_INVALID that names each place that is wrong, LM_PLAN_UNKNOWN of a plan that it is based on. */
export function readPlanText(file: string, content: string): PlanFile {
  const fault = (problems: readonly string[]): LevermapError => invalidPlan(file, problems);
  const given = yamlOf(content, fault);
  const replaced = replacedFields(given);
  if (replaced.length > 0) throw fault(replaced);
  const read = planFileSchema.safeParse(withBasis(given, fault), { error: schemaFault });
  if (!read.success) throw fault(fileProblems(read.error, knownKeys, { otherwiseCalled, kinds }));
  const wrong = contradictions(read.data);
  if (wrong.length > 0) throw fault(wrong);
  return read.data;
}

/** What a file says, with what it does not say as the ready plan has it that it is based on. */
function withBasis(given: unknown, fault: (problems: readonly string[]) => LevermapError): unknown {
  const basis = basisOf.safeParse(given);
  if (!basis.success) return given;
  const { about: _, ...ready } = partsOf.parse(yamlOf(readyText(basis.data.based_on), fault));
  const { researchers, objective } = basis.data;
  return {
    ...ready,
    ...basis.data,
    ...(isRecord(researchers) && { researchers: { ...ready.researchers, ...researchers } }),
    ...(isRecord(objective) && { objective: { ...ready.objective, ...objective } }),
  };
}

const partsOf = z.looseObject({ researchers: z.looseObject({}).optional(), objective: z.looseObject({}).optional() });
const basisOf = z.looseObject({ based_on: z.string() });

/** What is wrong between fields that are each right. */
function contradictions({ objective: { resilience, income, clout }, against, years, money, researchers }: PlanFile): readonly string[] {
  const amounts = [["money", money] as const, ...Object.entries(researchers).map(([kind, of]) => [`researchers.${kind}`, of] as const)];
  return [
    ...said(
      clout > 0 && against === undefined && "against: clout counts, so the plan has to name whom it is on",
      resilience + income + clout === 0 && "objective: every weight is 0, so that nothing would count",
    ),
    ...amounts.flatMap(([name, of]) =>
      Array.isArray(of) && of.length > years ? [`${name}: ${counted(of.length, "amount")} for ${counted(years, "year")}`] : [],
    ),
  ];
}

/** The error for an invalid plan, or one that names what the map does not know. */
export const invalidPlan = (file: string, problems: readonly string[]): LevermapError =>
  fileFault("LM_PLAN_INVALID", file, "is not a valid plan", problems);

/** The ready plans: their names, and one of them. Throws LM_PLAN_UNKNOWN, with those near in spelling. */
export const {
  ids: readyPlanIds,
  ready: readyPlan,
  text: readyText,
} = readyFiles(
  "plans",
  readPlanText,
  (id, hint, near) => new LevermapError("LM_PLAN_UNKNOWN", `No plan "${id}"${hint}`, { plan: id, near }),
);

/** The ready plans in short. */
export const listPlans = (): PlanList => ({
  plans: readyPlanIds().map((id) => {
    const { name, about, home, years, against } = readyPlan(id);
    return { id, name, about: about?.trim() ?? null, home: homeLabel(home), against: against ?? null, years };
  }),
});

/** What a home is called: its code, or the name of a new one. */
export const homeLabel = (home: PlanFile["home"]): string => (typeof home === "string" ? home : home.name);
