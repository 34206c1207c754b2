import { z } from "zod";
import { object } from "./schema.ts";

/** Ends of an interval. */
export const boundsSchema = object({ low: z.number(), high: z.number() });
