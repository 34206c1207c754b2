import type { z } from "zod";
import { csvTable } from "../../base/csv-table.ts";
import { LevermapError } from "../../base/errors.ts";

/** The rows of a bundled CSV table; no two of one key. Throws LM_ATLAS_INVALID that names each row that is wrong. */
export function checkedRows<Row>(file: string, content: string, schema: z.ZodType<Row>, keyOf: (row: Row) => string): readonly Row[] {
  const read = recordsOf(file, content).map((record) => schema.safeParse(record));
  const problems = read.flatMap(({ error }, i) =>
    (error?.issues ?? []).map(({ path, message }) => `record ${i + 1}${path.length > 0 ? `, \`${path.join()}\`` : ""} ${message}`),
  );
  const rows = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const keys = rows.map(keyOf);
  const twice = keys.filter((key, i) => keys.indexOf(key) < i).map((key) => `${key} is there twice`);
  if (problems.length + twice.length > 0) throw invalid(file, [...problems, ...twice]);
  return rows;
}

function recordsOf(file: string, content: string): readonly unknown[] {
  try {
    return csvTable(content);
  } catch (thrown) {
    throw invalid(file, [thrown instanceof Error ? thrown.message : String(thrown)]);
  }
}

const invalid = (file: string, problems: readonly string[]): LevermapError =>
  new LevermapError("LM_ATLAS_INVALID", `${file}: ${problems.slice(0, 20).join("; ")}`, { file, problems });
