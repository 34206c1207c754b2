import { z } from "zod";
import { outsiderRoles } from "../../leverage/members.ts";
import { draws, fraction, name, names, seed } from "../shared/fields.ts";
import { questionOf } from "../shared/question.ts";
import { leverageReportSchema } from "./leverage-report.ts";

const from = "economies, groups or organisations (default: the economies with most supply)";

export const leverage = questionOf("leverage")({
  name: "leverage",
  summary: "who could take how much from whom by withholding, at what cost; together, split, and after the reply",
  input: z.strictObject({
    from: names.optional().describe(from),
    on: name.optional().describe("one target of all of them; without it each against each"),
    technologies: names.optional().describe("what is withheld (default: everything)"),
    horizon: z.number().int().min(1).max(60).optional().describe("mean over this many months (default: 12)"),
    outsiders: z.enum(outsiderRoles).optional().describe("what others do (default: backfilling)"),
    threshold: fraction.optional().describe("loss of output above which a coalition is effective (default: half of what all do)"),
    draws: draws(0, 100_000)
      .optional()
      .describe("draws of all inputs; 0: the middle alone (default: 200; of a coalition of more than twelve 50)"),
    seed,
  }),
  answer: leverageReportSchema,
  answerName: "LeverageReport",
  examples: [{ from: ["US", "NL", "JP"], on: "CN" }],
  cost: "heavy",
  reads: ["map", "rules", "patents"],
  errors: ["LM_ECONOMY_UNKNOWN", "LM_TECHNOLOGY_UNKNOWN"],
  command: {
    name: "leverage",
    examples: [
      "leverage",
      "leverage --from US,NL,JP --on CN",
      "leverage --from NL --on CN --technologies euv-lithography --horizon 24 --outsiders neutral",
      "leverage --from US,CN,EU --draws 1000 --seed 7 --json",
    ],
  },
  http: {
    path: "/api/leverage",
    limits: {
      from: z.array(name).max(8).readonly().optional().describe(`at most 8 ${from}`),
      draws: draws(0, 200).default(200).describe("draws of all inputs, at most 200; 0: the middle alone"),
    },
  },
});

/** Who has leverage over whom. */
export type LeverageQuestion = z.output<typeof leverage.input>;
