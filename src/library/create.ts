import { bundledFile } from "../base/built-file.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { tableNames } from "../base/tables.ts";
import { measureWorkspace } from "../corpus/steps/measure.ts";
import { checkAtlas, checkedTables } from "../link/atlas-check.ts";
import type { AtlasRow } from "../link/parameter-domains.ts";
import type { Source } from "../sources/format/source.ts";
import { audited } from "../workspace/audit-trail.ts";
import { generationOf } from "../workspace/generation.ts";
import { type AtlasProblem, type AtlasRows, atlasInvalid, initWorkspace } from "../workspace/init.ts";
import type { LoadSummary } from "../workspace/load.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { namedSource } from "./named-source.ts";
import { keepStateOf, withWorkspace } from "./with-workspace.ts";

export interface CreateOptions {
  /** Folder of an atlas; default the bundled one. */
  readonly atlas?: string | undefined;
  /** Replaces an existing workspace, moving it to its `backups/`. */
  readonly force?: boolean | undefined;
  readonly effects?: Effects | undefined;
}

export const bundledAtlas: string = bundledFile("atlas");

/**
 * Creates a workspace from an atlas and measures its patents. A kill leaves the old one, none, or one that is loaded and measured. Throws LM_WORKSPACE_EXISTS, LM_WORKSPACE_BUSY, LM_ATLAS_INVALID, LM_FILE_NOT_FOUND, LM_LOAD_UNRECOGNISED.
 *
 * @example
 * const { rows } = await create("./levermap-data");
 */
export async function create(
  dir: string,
  { atlas = bundledAtlas, force = false, effects = quietEffects }: CreateOptions = {},
): Promise<LoadSummary> {
  const finish = (workspace: Workspace): Promise<unknown> => measureWorkspace(workspace, {}, effects);
  const options = { force, checked: checkedAtlasTables, finish };
  const summary = await initWorkspace(dir, namedSource("atlas"), [atlas], atlasProblems, options, effects);
  await audited(dir, { what: "init" }, effects, async (told) => {
    await told?.begin(null);
    told?.made(await withWorkspace(dir, "read", effects, (workspace) => workspace.use(generationOf)));
  });
  await keepStateOf(dir);
  return summary;
}

const checkedAtlasTables = tableNames.filter((table) => checkedTables.includes(table));

function atlasProblems(tables: AtlasRows): readonly AtlasProblem[] {
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
