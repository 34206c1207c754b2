import { z } from "zod";
import type { LoadedShare } from "../../measure/supply/share-entries.ts";
import { type Grade, gradeSchema } from "../shared/evidence.ts";
import { holderNames } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { object } from "../shared/schema.ts";

/** One figure of what a holder has of world supply. */
export const shareLineSchema = object({
  holder: z.string(),
  name: z.string(),
  kind: z.enum(["economy", "organisation", "joint", "region", "unspecified"]),
  low: z.number().nullable(),
  high: z.number().nullable(),
  flag: z.string().nullable(),
  year: z.number().nullable(),
  known: z.string().nullable().describe("since when it was known"),
  grade: gradeSchema,
  source: z.string().nullable(),
  dataset: z.string(),
  note: z.string().nullable(),
});
export type ShareLine = z.infer<typeof shareLineSchema>;

export function shareLine(read: ReadModel, share: LoadedShare): ShareLine {
  return {
    holder: share.holder,
    name: holderNames(read, share.holder),
    kind: share.holder_kind as ShareLine["kind"],
    low: share.low,
    high: share.high,
    flag: share.flag,
    year: share.year,
    known: read.knownSince(share),
    grade: share.grade as Grade,
    source: share.source,
    dataset: share.dataset,
    note: share.note,
  };
}
