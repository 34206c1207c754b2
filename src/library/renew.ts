import { bundledFile } from "../base/built-file.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { measureWorkspace } from "../corpus/steps/measure.ts";
import { loadSource } from "../workspace/load.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { namedSource } from "./named-source.ts";

/** Where the atlas of a load came with Levermap, whichever version. */
const ofLevermap = /[\\/]data[\\/]atlas(?:[\\/]|$)/;

/**
 * Finishes an upgrade: the bundled atlas takes the place of one that came with an earlier version, or of one whose rows could not be kept, and the
 * measures are made anew. All other loads, decisions and cases stay.
 */
export async function renewWorkspace(workspace: Workspace, effects: Effects = quietEffects): Promise<void> {
  const atlas = (await workspace.status()).filter(({ source, current }) => source === "atlas" && current);
  if (atlas.every(({ path }) => ofLevermap.test(path)))
    await loadSource(workspace, namedSource("atlas"), [bundledFile("atlas")], { maxRejects: 0 }, effects);
  await measureWorkspace(workspace, {}, effects);
}
