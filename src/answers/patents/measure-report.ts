import { z } from "zod";

/** What `measure` did, step by step. */
export const measureReportSchema = z
  .object({
    steps: z
      .array(
        z
          .object({
            step: z.string(),
            rows: z.number().describe("rows of the tables that the step fills"),
            already: z.boolean().describe("nothing it reads has changed since it was last done; it was left alone"),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type MeasureReport = z.infer<typeof measureReportSchema>;
