import { z } from "zod";

/** Where a row of the workspace was read from. */
export const placeSchema = z.object({ source: z.string(), file: z.string(), line: z.number() }).readonly();
