import { z } from "zod";
import { object } from "./schema.ts";

/** Where a row of the workspace was read from. */
export const placeSchema = object({ source: z.string(), file: z.string(), line: z.number() });
