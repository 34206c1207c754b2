import { wholeState } from "../answers/shared/data-state.ts";
import { keepState } from "../answers/shared/kept-state.ts";
import { bundledFile } from "../base/built-file.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { measureWorkspace } from "../corpus/steps/measure.ts";
import type { Deed } from "../workspace/audit-trail.ts";
import { loadSource } from "../workspace/load.ts";
import { openWorkspace } from "../workspace/open.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type WriteOptions, writeWorkspace } from "../workspace/write.ts";
import { namedSource } from "./named-source.ts";

/** What is done to a workspace: it is read, read while other files are written, or written, which the trail of writes tells. */
type Doing = "read" | "export" | (Deed & Pick<WriteOptions, "compact" | "atOnce">);

/** Works on an open workspace, which is closed whatever happens. It is written while others read it too. */
export async function withWorkspace<T>(
  dir: string,
  doing: Doing,
  effects: Effects,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const options = { effects, renew: renewWorkspace };
  if (typeof doing !== "string") {
    const { compact, atOnce, ...deed } = doing;
    const done = await writeWorkspace(dir, { ...options, deed, ...(compact && { compact }), ...(atOnce && { atOnce }) }, work);
    await keepStateOf(dir);
    return done;
  }
  const workspace = await openWorkspace(dir, { mode: doing, ...options });
  try {
    return await work(workspace);
  } finally {
    workspace.close();
  }
}

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

/** Keeps what is told of the data of a workspace beside it, where that is not there yet. Never a reason for an error: without it the database is asked. */
export async function keepStateOf(dir: string): Promise<void> {
  await keepState(dir, async () => {
    const workspace = await openWorkspace(dir, { mode: "read", renew: renewWorkspace });
    return wholeState(workspace).finally(() => workspace.close());
  }).catch(() => undefined);
}
