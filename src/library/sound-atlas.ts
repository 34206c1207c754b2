import type { Effects } from "../base/effects.ts";
import { tableNames } from "../base/tables.ts";
import { checkAtlas, checkedTables } from "../link/atlas-check.ts";
import type { AtlasRow } from "../link/parameter-domains.ts";
import type { Source } from "../sources/format/source.ts";
import { type AtlasProblem, type AtlasRows, atlasInvalid } from "../workspace/init.ts";

export const checkedAtlasTables = tableNames.filter((table) => checkedTables.includes(table));

export function atlasProblems(tables: AtlasRows): readonly AtlasProblem[] {
  return checkAtlas(
    Object.entries(tables).flatMap(([table, rows]) => rows.map((row): AtlasRow => ({ table, file: row.file, line: row.line, row }))),
  );
}

/** Reads an atlas without loading it. Throws LM_ATLAS_INVALID for inconsistent rows. */
export async function requireSoundAtlas(source: Source, paths: readonly string[], effects: Effects): Promise<void> {
  const rows: AtlasRow[] = [];
  for await (const record of source.read(await source.files(paths), effects)) if (record.kind === "row") rows.push(record);
  const problems = checkAtlas(rows);
  if (problems.length > 0) throw atlasInvalid(problems);
}
