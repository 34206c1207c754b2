import { z } from "zod";

/** Ends of an interval. */
export const boundsSchema = z.object({ low: z.number(), high: z.number() }).readonly();
