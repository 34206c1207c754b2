import { z } from "zod";
import { object, objects } from "../shared/schema.ts";

/** What `measure` did, step by step. */
export const measureReportSchema = object({
  steps: objects({
    step: z.string(),
    rows: z.number().describe("rows of the tables that the step fills"),
    already: z.boolean().describe("nothing it reads has changed since it was last done; it was left alone"),
  }),
});
export type MeasureReport = z.infer<typeof measureReportSchema>;
