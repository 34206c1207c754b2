import { type Effects, quietEffects } from "../base/effects.ts";
import { type ProposedMapping, proposeMapping } from "../sources/patents/tables/propose-mapping.ts";
import { writeWholeFile } from "../workspace/whole-file.ts";

/**
 * Proposes from the header of a table of patents a mapping for `load` of `patent-table`, and writes it to a file for you to look at; nothing is
 * loaded. Throws LM_LOAD_UNRECOGNISED, LM_EXPORT_EXISTS, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
 *
 * @example
 * const { doubts } = await proposeMappingFile("export.csv", "export.yaml");
 */
export async function proposeMappingFile(
  table: string,
  path: string,
  { force = false, effects = quietEffects }: { readonly force?: boolean; readonly effects?: Effects } = {},
): Promise<ProposedMapping & { readonly path: string }> {
  const proposed = await proposeMapping(table);
  return { ...proposed, path: await writeWholeFile(path, [proposed.yaml], { force, signal: effects.signal }) };
}
