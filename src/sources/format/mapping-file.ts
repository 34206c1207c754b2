import { readFile } from "node:fs/promises";
import { z } from "zod";
import { parseBoundedYaml } from "../../base/bounded-yaml.ts";
import { LevermapError } from "../../base/errors.ts";
import { tidy } from "./cells.ts";
import { CsvRow } from "./csv-rows.ts";
import { isObject, type JsonRecord, jsonText } from "./json-record.ts";
import { linearPattern, patternFault } from "./linear-pattern.ts";

/** A regular expression in the syntax of JavaScript. Mappings come from anywhere: what cannot be matched in linear time is refused. */
const expression = z.string().superRefine((text, { addIssue }) => tellFault(patternFault(text), addIssue));
const expressionWithGroup = z.string().superRefine((text, { addIssue }) => tellFault(patternFault(text, 1), addIssue));

function tellFault(fault: string | null, addIssue: (message: string) => void): void {
  if (fault !== null) addIssue(fault);
}

/** What every mapping of a table says of the files that it fits. */
export const ofTable = {
  title: z.string().min(1),
  notice: z.string().min(1).optional(),
  /** JSON: the name of the array that holds the records. */
  records: z.string().min(1).optional(),
  /** JSON: texts that stand before the records, by name, which a file must have to be taken for this table. */
  when: z.record(z.string(), z.string()).optional(),
  /** JSON: columns of the first record and expressions that they must fit, where columns do not tell two tables apart. */
  fits: z.record(z.string(), expression).optional(),
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
  match: expressionWithGroup.optional(),
  /** Words of the table and ours; what is not listed is unknown. */
  values: z.record(z.string(), z.string()).optional(),
  /** Not every table has the column; it is not said where it is missing. */
  optional: z.boolean().optional(),
};

export const from = z.strictObject(separated);
export const cell = z.union([z.string().min(1), from, z.strictObject({ constant: z.string().min(1) })]);

/** Where a value stands in a record. */
export type Cell = z.infer<typeof cell>;

/** Reads a mapping file of a shape; `what` names it. Throws LM_FILE_NOT_FOUND, or LM_USAGE that names each part that is wrong. */
export async function readMappingFile<M>(file: string, shape: z.ZodType<M>, what: string): Promise<M> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new LevermapError("LM_FILE_NOT_FOUND", `No mapping file ${file}`, { path: file });
  });
  const read = shape.safeParse(parsed(text, file));
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  throw new LevermapError("LM_USAGE", `${file} is not a mapping of ${what}. ${problems.join("; ")}`, { file, problems });
}

function parsed(text: string, file: string): unknown {
  try {
    return parseBoundedYaml(text);
  } catch (thrown) {
    throw new LevermapError("LM_USAGE", `${file} cannot be read as YAML: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
      file,
    });
  }
}

/** The values of a cell in order, empty ones left out. */
export function valuesOf(record: CsvRow | JsonRecord, cell: Cell): readonly string[] {
  if (typeof cell === "object" && "constant" in cell) return [cell.constant];
  const { column, separator, match, values } =
    typeof cell === "string" ? { column: cell, separator: undefined, match: undefined, values: undefined } : cell;
  const found =
    (typeof column === "string" ? [column] : column).map((each) => valuesAt(record, each)).find((each) => each.length > 0) ?? [];
  const parts = separator === undefined ? found : found.flatMap((text) => text.split(separator));
  const matched = match === undefined ? parts : parts.map((text) => firstGroup(match, text));
  const known = (text: string): string => (values === undefined ? text : Object.hasOwn(values, text) ? (values[text] ?? "") : "");
  return matched.map((text) => known(tidy(text))).filter((text) => text !== "");
}

/** Characters of a value that an expression is applied to: no name, number or date is longer. */
const longestMatched = 4096;

const firstGroup = (match: string, text: string): string =>
  text.length > longestMatched ? "" : (linearPattern(match).firstGroup(text.trim()) ?? "");

/** What stands in a column, empty cells left out; in JSON at a path of names (`biblio.parties.name`), lists on the way walked through. */
export function valuesAt(record: CsvRow | JsonRecord, column: string): readonly string[] {
  const texts = record instanceof CsvRow ? [record.text(column)] : atPath(record.value, column);
  return texts.filter((text) => text !== "");
}

function atPath(value: unknown, path: string): readonly string[] {
  let found: readonly unknown[] = [value];
  for (const name of path.split(".")) found = found.flatMap((each) => (isObject(each) ? spread(each[name]) : []));
  return found.map(jsonText);
}

const spread = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
