import { bundledFile } from "../base/built-file.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { initWorkspace } from "../workspace/init.ts";
import type { LoadSummary } from "../workspace/load.ts";
import { measure } from "./measure.ts";
import { namedSource } from "./named-source.ts";
import { atlasProblems, checkedAtlasTables } from "./sound-atlas.ts";

export interface CreateOptions {
  /** Folder of an atlas; default the bundled one. */
  readonly atlas?: string | undefined;
  /** Replaces an existing workspace, moving it to its `backups/`. */
  readonly force?: boolean | undefined;
  readonly effects?: Effects | undefined;
}

export const bundledAtlas: string = bundledFile("atlas");

/**
 * Creates a workspace from an atlas and measures its patents. A kill leaves none, a whole workspace, or a whole one that `measure`
 * completes. Throws LM_WORKSPACE_EXISTS, LM_WORKSPACE_BUSY, LM_ATLAS_INVALID, LM_FILE_NOT_FOUND, LM_LOAD_UNRECOGNISED.
 *
 * @example
 * const { rows } = await create("./levermap-data");
 */
export async function create(
  dir: string,
  { atlas = bundledAtlas, force = false, effects = quietEffects }: CreateOptions = {},
): Promise<LoadSummary> {
  const options = { force, checked: checkedAtlasTables };
  const summary = await initWorkspace(dir, namedSource("atlas"), [atlas], atlasProblems, options, effects);
  await measure(dir, { effects });
  return summary;
}
