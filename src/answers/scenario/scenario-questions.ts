import { z } from "zod";
import { evidenceSchema, intervalSchema } from "../shared/evidence.ts";
import { draws, type FileRef, fileFields, fileRef, name, seed } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { list, object, objects } from "../shared/schema.ts";
import { scenarioHeadSchema, scenarioListSchema, scenarioPlanSchema, simulateReportSchema } from "./simulate-report.ts";

const pairSchema = object({
  first: intervalSchema.nullable().describe("null: not asked in the first"),
  second: intervalSchema.nullable().describe("null: not asked in the second"),
  difference: intervalSchema
    .nullable()
    .describe("second less first, draw by draw: its own middle 80% and median; null: asked in one of them only"),
  more: z.number().nullable().describe("part of the draws in which the second is greater; null: asked in one of them only"),
});
export type ComparedPair = z.infer<typeof pairSchema>;

const series = list(pairSchema).describe("one a horizon");

/** Two scenarios on the same draws. */
export const compareReportSchema = object({
  question: z.string(),
  finding: z.string(),
  first: scenarioHeadSchema,
  second: scenarioHeadSchema,
  horizons: list(z.number()),
  draws: z.number(),
  seed: z.number(),
  targets: objects({
    code: z.string(),
    name: z.string(),
    inBoth: z.boolean().describe("false: a target of one of them only, and not asked in the other"),
    loss: series.nullable().describe("part of running output; null: unknown in one of them"),
    growth: series
      .nullable()
      .describe("new capacity not added, as part of present output; null: no tool is touched, or it is unknown in one of them"),
    usd: series.nullable().describe("USD bn a year; null: not known in one of them"),
  }),
  senders: objects({
    code: z.string(),
    name: z.string(),
    inBoth: z.boolean().describe("false: acts in one of them only, and is not asked in the other"),
    sales: series.nullable().describe("sales lost, USD bn a year; null: unknown in one of them"),
  }),
  usd: series
    .nullable()
    .describe("running output lost of all targets of both, USD bn a year; null: of one it is not known, or none is a target of both"),
  sales: series.nullable().describe("sales lost of all who act in both, USD bn a year; null: unknown of one, or none acts in both"),
  evidence: evidenceSchema,
});
export type CompareReport = z.infer<typeof compareReportSchema>;

const question = questionOf("scenarios", { reads: ["map", "rules", "patents"] });

/** A ready scenario by its id, or the text of a scenario file and where it stands. */
export type ScenarioQuestion = FileRef;

/** What a scenario is drawn by. */
export const drawn = { draws: draws(1, 1_000_000).optional().describe("samples of all inputs (default: 200)"), seed };
const invalid = ["LM_SCENARIO_UNKNOWN", "LM_SCENARIO_INVALID"] as const;

/** More would hold up all other requests. */
const mostOverHttp = draws(1, 5_000).optional().describe("samples of all inputs, at most 5000 (default: 200)");

const scenarios = question({
  name: "scenarios",
  summary: "the ready scenarios",
  input: z.strictObject({}),
  answer: scenarioListSchema,
  answerName: "ScenarioList",
  examples: [{}],
  reads: [],
  command: {
    name: "simulate",
    summary: "what a scenario does over five years: to whom, at what cost to whom, and how sure",
    examples: [
      "simulate",
      "simulate japan-korea-2019",
      "simulate my-scenario.yaml --draws 10000 --seed 7 --json",
      "simulate us-nl-jp-2023 --dry-run",
      "simulate --schema > scenario.schema.json",
    ],
  },
  http: { path: "/api/scenarios" },
});

const scenarioPlan = question({
  name: "scenarioPlan",
  summary: "what a scenario would run, and on which figures, without running it",
  input: z.strictObject(fileFields("scenario")),
  answer: scenarioPlanSchema,
  answerName: "ScenarioPlan",
  examples: [{ id: "us-nl-jp-2023" }],
  errors: invalid,
  command: {
    name: "simulate",
    places: ["id"],
    options: { id: "scenario" },
    flag: ["dry-run", "say what would be run, and on which figures, without running it"],
    examples: [],
  },
});

const simulate = question({
  name: "simulate",
  summary: "what a scenario does over five years: to whom, at what cost to whom, and how sure",
  input: z.strictObject({ ...fileFields("scenario"), ...drawn }),
  answer: simulateReportSchema,
  answerName: "SimulateReport",
  examples: [{ id: "us-nl-jp-2023", draws: 200 }],
  cost: "heavy",
  errors: invalid,
  command: { name: "simulate", places: ["id"], options: { id: "scenario" }, examples: [] },
  http: { path: "/api/simulate", limits: { id: name.describe("a ready scenario, from /api/scenarios"), draws: mostOverHttp } },
});

const compare = question({
  name: "compare",
  summary: "two scenarios on the same draws: what the second does more or less, and how sure",
  input: z.strictObject({ first: fileRef("scenario"), second: fileRef("scenario"), ...drawn }),
  answer: compareReportSchema,
  answerName: "CompareReport",
  examples: [{ first: "us-alone-2022", second: "us-nl-jp-2023", draws: 200 }],
  cost: "heavy",
  errors: invalid,
  command: {
    name: "compare",
    places: ["first", "second"],
    examples: ["compare us-alone-2022 us-nl-jp-2023", "compare mine.yaml other.yaml --draws 5000 --json"],
  },
});

export const scenarioQuestions = { scenarios, scenarioPlan, simulate, compare };
