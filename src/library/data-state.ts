import { type Effects, quietEffects } from "../base/effects.ts";
import { query } from "../workspace/query.ts";
import { dataVersion } from "../workspace/status.ts";
import { withWorkspace } from "./with-workspace.ts";

/**
 * What tells the data of a workspace from those after any load, removal or measuring; decisions on customers are not part of it.
 * Throws LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY, LM_WORKSPACE_DAMAGED.
 */
export const dataState = (dir: string, effects: Effects = quietEffects): Promise<readonly string[]> =>
  withWorkspace(dir, "read", effects, async (workspace) => {
    const measured = await workspace.use((connection) =>
      query<{ step: string; inputs: string }>(connection, "SELECT step, inputs FROM measured ORDER BY step, inputs"),
    );
    return [...dataVersion(await workspace.status()), ...measured.map(({ step, inputs }) => `${step} ${inputs}`)];
  });
