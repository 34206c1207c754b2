import { z } from "zod";
import { LevermapError } from "../../base/errors.ts";
import { requireDay } from "../../library/day.ts";

/** Whom a purge removes, one of these, as `levermap purge` takes it. */
export const purgeAskedSchema = z
  .union(
    [
      z.strictObject({ customer: z.string().min(1).max(200) }),
      z.strictObject({ name: z.string().min(1).max(1000).describe("that was decided on without a customer") }),
      z.strictObject({ closedBefore: z.string().max(10).describe("all customers that were closed before this day, YYYY-MM-DD") }),
      z.strictObject({ decidedBefore: z.string().max(10).describe("all names on which nothing was decided since this day, YYYY-MM-DD") }),
      z.strictObject({ byAge: z.literal(true).describe("what is older than `keep` in the settings of the workspace says") }),
    ],
    { error: "takes one of customer, name, closedBefore, decidedBefore and byAge" },
  )
  .meta({ examples: [{ customer: "C-17" }] });
export type PurgeAsked = Readonly<z.infer<typeof purgeAskedSchema>>;

/** Throws LM_USAGE where a day is none. */
export function requireDays(asked: PurgeAsked): void {
  if ("closedBefore" in asked) requireDay(asked.closedBefore);
  if ("decidedBefore" in asked) requireDay(asked.decidedBefore);
}

/** What a purge took out, and what it cannot reach; it names nobody. */
export const purgedSchema = z.object({
  removed: z.number().describe("customers and names"),
  rows: z.number().nullable().describe("of all tables; null: by age, which does not count them"),
  notes: z.number().nullable().describe("of other cases, whose text is gone as they named whom was removed; null: by age"),
  backups: z.number().describe("copies in backups/ that were written anew; by age, removed"),
  left: z
    .array(z.string())
    .nullable()
    .describe("files in the folder of the workspace that still name whom was removed and are not Levermap's; null: by age"),
  unread: z.array(z.string()).nullable().describe("files in backups/ that cannot be opened and may still hold it; null: by age"),
  limits: z.array(z.string()).describe("what is not reached"),
});
export type PurgedTold = Readonly<z.infer<typeof purgedSchema>>;

/** Nothing was there to be removed. What was asked for is told to nobody: a job is kept when it is over. */
export const nothingToRemove = (): LevermapError =>
  new LevermapError("LM_CUSTOMER_UNKNOWN", "Nothing is kept of what the purge was to remove.");
