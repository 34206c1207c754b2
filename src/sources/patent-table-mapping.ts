import { readFile } from "node:fs/promises";
import safeRegex from "safe-regex2";
import { parse } from "yaml";
import { z } from "zod";
import { LevermapError } from "../base/errors.ts";

const columns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const separated = {
  /** One column, or several of which the first that is not empty counts; in JSON a path of names with dots. */
  column: columns,
  /** What stands between several values in one cell. */
  separator: z.string().min(1).optional(),
  /** A regular expression; its first group is the value, what does not match is left out. */
  match: z
    .string()
    .refine(isExpression, "is no regular expression with a group")
    .refine(isQuick, "is a regular expression that can take for ever: no repetition within a repetition")
    .optional(),
  /** Words of the table and ours; what is not listed is unknown. */
  values: z.record(z.string(), z.string()).optional(),
  /** Not every table has the column; it is not said where it is missing. */
  optional: z.boolean().optional(),
};

const from = z.strictObject(separated);
const cell = z.union([z.string().min(1), from, z.strictObject({ constant: z.string().min(1) })]);

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
  title: z.string().min(1),
  notice: z.string().min(1).optional(),
  /** JSON: the name of the array that holds the records. */
  records: z.string().min(1).optional(),
  /** Columns that a file must have to be taken for this table. */
  needs: z.array(z.string().min(1)).min(1),
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
export type Cell = z.infer<typeof cell>;
export type Publication = z.infer<typeof publication>;

function isExpression(text: string): boolean {
  try {
    return new RegExp(`${text}|`, "u").exec("")?.length === 2;
  } catch {
    return false;
  }
}

/**
 * Mappings come from anywhere, and an expression such as `(a+)+$` needs years for one long cell. A group that may be missing is no
 * repetition, though `safeRegex` takes it for one.
 */
function isQuick(text: string): boolean {
  return !isExpression(text) || safeRegex(text.replaceAll(")?", ")"));
}

/** Reads a mapping file. Throws LM_FILE_NOT_FOUND, or LM_USAGE that names each part that is wrong. */
export async function readMapping(file: string): Promise<PatentMapping> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new LevermapError("LM_FILE_NOT_FOUND", `No mapping file ${file}`, { path: file });
  });
  const read = mapping.safeParse(parsed(text, file));
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  throw new LevermapError("LM_USAGE", `${file} is no mapping of a patent table. ${problems.join("; ")}`, { file, problems });
}

function parsed(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (thrown) {
    throw new LevermapError("LM_USAGE", `${file} is no YAML: ${thrown instanceof Error ? thrown.message : String(thrown)}`, { file });
  }
}
