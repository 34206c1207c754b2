import type { Effects } from "../base/effects.ts";
import { openWorkspace } from "../workspace/open.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { renewWorkspace } from "./renew.ts";

type Mode = Parameters<typeof openWorkspace>[1]["mode"];

/** Works on an open workspace, which is closed whatever happens. */
export async function withWorkspace<T>(dir: string, mode: Mode, effects: Effects, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const workspace = await openWorkspace(dir, { mode, effects, renew: renewWorkspace });
  try {
    return await work(workspace);
  } finally {
    workspace.close();
  }
}
