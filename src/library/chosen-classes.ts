import { bundledFile } from "../base/built-file.ts";
import { quietEffects } from "../base/effects.ts";
import { csvRows } from "../sources/format/csv-rows.ts";
import { atlasClasses, type CutClasses, cutClasses } from "../sources/patents/cut/cut-classes.ts";

/** Classes as they were named; those of chips, with all that rules of the bundled atlas name, where none are. Throws LM_USAGE. */
export async function chosenClasses(named: readonly string[] = []): Promise<CutClasses> {
  if (named.length > 0) return cutClasses(named);
  const rules: { readonly symbols: string }[] = [];
  for await (const row of csvRows(bundledFile("atlas/patent-rules.csv"), ["id", "symbols"], quietEffects)) {
    if (!("kind" in row)) rules.push({ symbols: row.text("symbols") });
  }
  return atlasClasses(rules);
}
