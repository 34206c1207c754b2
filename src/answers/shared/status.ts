import { pick } from "../../base/collections.ts";
import { schemaVersion } from "../../workspace/schema.ts";
import { replacedBy } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { WorkspaceStatus } from "./workspace-status.ts";

/** What is loaded, from where, when, with how many rows and rejects. */
export async function answerStatus(workspace: Pick<Workspace, "dir" | "status">): Promise<WorkspaceStatus> {
  const loads = await workspace.status();
  const rows = new Map<string, number>();
  for (const load of loads) {
    if (!load.current) continue;
    for (const [table, count] of Object.entries(load.tables)) rows.set(table, (rows.get(table) ?? 0) + count);
  }
  return {
    workspace: workspace.dir,
    schemaVersion,
    loads: loads.map((load) => ({
      ...pick(load, "id", "source", "edition", "path", "rows", "rejects"),
      loadedAt: load.loaded_at,
      current: load.current,
      usedBefore: replacedBy(loads, load),
      notice: load.notice,
    })),
    tables: [...rows].map(([table, count]) => ({ table, rows: count })),
    evidence: { loads: loads.map((load) => pick(load, "id", "source", "edition")) },
  };
}
