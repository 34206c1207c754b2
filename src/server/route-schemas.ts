import { z } from "zod";

/** A name, id or number in a question. */
export const name = z.string().trim().min(1).max(100);

/** Of the random numbers. */
export const seed = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .optional()
  .describe("of the random numbers; the same seed gives the same answer (default: 1)");

/** How many lines of a list to give. */
export const top = z.coerce.number().int().min(1).max(10_000).optional();

/** A part of one. */
export const fraction = z.coerce.number().min(0).max(1).optional();

export const day = z.iso.date();

/** Several of them: one, or the parameter more than once. */
export const names = z.union([name.transform((one) => [one]), z.array(name).max(50)]).optional();

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string(), next: z.string() }) });

/** What every route may answer instead of an answer. */
export const faults = { 400: errorSchema, 401: errorSchema, 404: errorSchema, 429: errorSchema, 500: errorSchema };

/** What routes may answer too that read what may not be loaded. */
export const loadFaults = { ...faults, 409: errorSchema };

/** And those that take a body. */
export const bodyFaults = { ...loadFaults, 413: errorSchema };
