import type { Effects } from "../base/effects.ts";
import type { Deed } from "../workspace/audit-trail.ts";
import { openWorkspace } from "../workspace/open.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type WriteOptions, writeWorkspace } from "../workspace/write.ts";
import { keepStateOf } from "./keep-state.ts";
import { renewWorkspace } from "./renew.ts";

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
