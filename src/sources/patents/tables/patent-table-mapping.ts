import { z } from "zod";
import { cell, from, ofTable, readMappingFile, separated } from "../../format/mapping-file.ts";

const publication = z.strictObject({
  /** The number with its office and kind (`US 6103599 A`); with `office`, the number alone. */
  document: cell,
  office: cell.optional(),
  kind: cell.optional(),
  published: cell.optional(),
  granted: cell.optional(),
  type: cell.optional(),
  references: cell.optional(),
  events: z
    .array(
      z.strictObject({
        kind: z.union([
          from.required({ values: true }),
          z.enum([
            "granted",
            "fee-paid",
            "lapsed",
            "expired",
            "reinstated",
            "withdrawn",
            "refused",
            "revoked",
            "opposed",
            "transferred",
            "licensed",
            "other",
          ]),
        ]),
        date: cell.optional(),
        note: cell.optional(),
      }),
    )
    .default([]),
});

const language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .optional();

const mapping = z.strictObject({
  ...ofTable,
  /** One or more publications of a record; where the number is empty there is none. */
  publications: z.array(publication).min(1),
  application: cell.optional(),
  filed: cell.optional(),
  priority: cell.optional(),
  family: cell.optional(),
  texts: z.array(z.strictObject({ ...separated, field: z.enum(["title", "abstract", "claim"]), language })).default([]),
  holders: z
    .array(z.strictObject({ ...separated, role: z.enum(["applicant", "assignee", "owner"]), language, economy: cell.optional() }))
    .default([]),
  inventors: z.array(z.strictObject(separated)).default([]),
  classes: z
    .array(
      z.strictObject({
        ...separated,
        scheme: z.enum(["cpc", "ipc", "uspc", "fi", "fterm", "locarno"]),
        role: z.enum(["inventive", "additional"]).optional(),
      }),
    )
    .default([]),
  citations: z
    .array(
      z.strictObject({
        ...separated,
        office: z.string().length(2).optional(),
        phase: z.enum(["examiner", "applicant", "third-party", "search", "opposition", "other"]).optional(),
      }),
    )
    .default([]),
  links: z
    .array(z.strictObject({ ...separated, relation: z.enum(["priority", "continuation", "continuation-in-part", "division"]) }))
    .default([]),
});

/** How the columns of a table become rows of patents; docs/data.md describes each part. */
export type PatentMapping = z.infer<typeof mapping>;
export type Publication = z.infer<typeof publication>;

/** Reads a mapping file. Throws LM_FILE_NOT_FOUND, or LM_USAGE that names each part that is wrong. */
export const readMapping = (file: string): Promise<PatentMapping> => readMappingFile(file, mapping, "a patent table");
