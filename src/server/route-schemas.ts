import { z } from "zod";

/** A name, id or number in a question. */
export const name = z.string().trim().min(1).max(100);

/** How many lines of a list to give. */
export const top = z.coerce.number().int().min(1).max(10_000).optional();

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string(), next: z.string() }) });

/** What every route may answer instead of an answer. */
export const faults = { 400: errorSchema, 401: errorSchema, 404: errorSchema, 429: errorSchema, 500: errorSchema };
