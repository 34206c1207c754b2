import { z } from "zod";
import { leverageGaps } from "../../leverage/leverage-report.ts";
import { intervalSchema } from "../../shared/evidence.ts";
import { fields, list, object, objects } from "../../shared/schema.ts";

const usd = "USD m a year: low end, middle, high end of 8 in 10 draws";

const cloutYearSchema = object({
  year: z.number().describe("calendar year"),
  rightsHeld: intervalSchema
    .nullable()
    .describe(
      `what the target sells in \`rightsIn\` that patents held today could exclude, ${usd}; null: no patent of the home is loaded in any of them`,
    ),
  rightsAdded: intervalSchema.describe(`what claims of the plan add to that, ${usd}`),
  supplyHeld: intervalSchema
    .nullable()
    .describe(`output the target loses in twelve months if what the home holds is withheld from that year on, ${usd}`),
  supplyWith: intervalSchema.nullable().describe(`the same with what plants of the plan make beyond the home's own need, ${usd}`),
});

/** Clout on a target by year: by rights and by supply, which are never summed. */
export const cloutSchema = object({
  ...fields(z.string(), "on", "onName"),
  byYear: list(cloutYearSchema),
  rightsIn: objects({
    jurisdiction: z.string(),
    name: z.string(),
    loaded: z
      .boolean()
      .describe(
        "false: no patent of the home is loaded there on what the target sells, so that of today's none is counted: unknown, not 0",
      ),
  }).describe(
    "where rights count: jurisdictions in which the target is known to sell; what anybody sells in the target's own market is `against` of the plan, and `leverage`",
  ),
  supplyGap: z.enum(leverageGaps).nullable().describe("why supply is unknown; null: it is known"),
  leavesOut: z.number().describe("technologies of which the home's part is unknown: supply is at least what is shown"),
  moves: list(z.string()).describe("names of technologies that it holds a part of, and could withhold"),
  products: list(z.string()).describe("names of the final products that the target makes: supply is of their output"),
  cost: intervalSchema.nullable().describe("what withholding all costs the home itself in the first year, USD m; null: no market is known"),
  reply: object({
    name: z.string().nullable().describe("of the technology that the target withholds; null: all that it holds"),
    harm: intervalSchema.describe("what the home then loses, USD m a year"),
    cost: intervalSchema.nullable().describe("what that costs the target itself, USD m a year; null: no market of it is known"),
    left: intervalSchema.nullable().describe("clout by supply less that, USD m a year"),
  })
    .nullable()
    .describe(
      "the target's best reply by supply, or, where none is known to cost the home more than the target, the most harmful of unknown cost (cost null); null: neither",
    ),
  ifAllJoin: intervalSchema.nullable().describe("supply if all others withhold too, USD m a year"),
  conditions: list(z.string()).describe("what would have to be true for more"),
});
export type Clout = z.infer<typeof cloutSchema>;
