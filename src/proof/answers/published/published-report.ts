import { z } from "zod";
import { publishedFiguresSchema } from "../../../answers/scenario/compare/published-models.ts";
import { evidenceSchema } from "../../../answers/shared/evidence.ts";
import { fields, object, objects } from "../../../answers/shared/schema.ts";

/** Every figure that others published, or those beside one scenario, each beside ours. */
export const publishedReportSchema = object({
  question: z.string(),
  finding: z.string(),
  draws: z.number(),
  seed: z.number(),
  counts: object({
    ...fields(z.number(), "below", "overlaps", "above"),
    bounds: z.number().describe("of those that overlap: theirs is a bound, which nearly anything meets"),
    none: z.number().describe("without a number of ours"),
  }),
  scenarios: objects({ id: z.string(), name: z.string(), asOf: z.string() }),
  figures: publishedFiguresSchema,
  evidence: evidenceSchema,
});
export type PublishedReport = z.infer<typeof publishedReportSchema>;
