import type { Effects } from "../base/effects.ts";
import { openWorkspace } from "../workspace/open.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { writeWorkspace } from "../workspace/write.ts";
import { renewWorkspace } from "./renew.ts";

type Mode = Parameters<typeof openWorkspace>[1]["mode"];

/** Works on an open workspace, which is closed whatever happens. It is written while others read it too. */
export async function withWorkspace<T>(dir: string, mode: Mode, effects: Effects, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const options = { effects, renew: renewWorkspace };
  if (mode === "write") return writeWorkspace(dir, options, work);
  const workspace = await openWorkspace(dir, { mode, ...options });
  try {
    return await work(workspace);
  } finally {
    workspace.close();
  }
}
