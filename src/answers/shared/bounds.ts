import { z } from "zod";
import type { Bounds } from "../../measure/bootstrap.ts";
import { object } from "./schema.ts";

/** Ends of an interval. */
export const boundsSchema = object({ low: z.number(), high: z.number() });

export const addBounds = (a: Bounds, b: Bounds): Bounds => ({ low: a.low + b.low, high: a.high + b.high });
