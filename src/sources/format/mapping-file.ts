import { readFile } from "node:fs/promises";
import safeRegex from "safe-regex2";
import { parse } from "yaml";
import { z } from "zod";
import { LevermapError } from "../../base/errors.ts";

/** What every mapping of a table says of the files that it fits. */
export const ofTable = {
  title: z.string().min(1),
  notice: z.string().min(1).optional(),
  /** JSON: the name of the array that holds the records. */
  records: z.string().min(1).optional(),
  /** JSON: texts that stand before the records, by name, which a file must have to be taken for this table. */
  when: z.record(z.string(), z.string()).optional(),
  /** JSON: columns of the first record and expressions that they must fit, where columns do not tell two tables apart. */
  fits: z.record(z.string(), z.string()).optional(),
  /** Columns that a file must have to be taken for this table. */
  needs: z.array(z.string().min(1)).min(1),
};

export type TableMapping = z.infer<z.ZodObject<typeof ofTable>>;

const columns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

export const separated = {
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

export const from = z.strictObject(separated);
export const cell = z.union([z.string().min(1), from, z.strictObject({ constant: z.string().min(1) })]);

/** Where a value stands in a record. */
export type Cell = z.infer<typeof cell>;

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

/** Reads a mapping file of a shape; `what` names it. Throws LM_FILE_NOT_FOUND, or LM_USAGE that names each part that is wrong. */
export async function readMappingFile<M>(file: string, shape: z.ZodType<M>, what: string): Promise<M> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new LevermapError("LM_FILE_NOT_FOUND", `No mapping file ${file}`, { path: file });
  });
  const read = shape.safeParse(parsed(text, file));
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  throw new LevermapError("LM_USAGE", `${file} is no mapping of ${what}. ${problems.join("; ")}`, { file, problems });
}

function parsed(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (thrown) {
    throw new LevermapError("LM_USAGE", `${file} is no YAML: ${thrown instanceof Error ? thrown.message : String(thrown)}`, { file });
  }
}
