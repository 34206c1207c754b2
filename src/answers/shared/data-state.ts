import { query } from "../../workspace/query.ts";
import { dataVersion } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** What tells the data of a workspace from those after any load, removal or measuring; decisions on customers are not part of it. */
export async function dataState(workspace: Workspace): Promise<readonly string[]> {
  const measured = await workspace.use((connection) =>
    query<{ step: string; inputs: string }>(connection, "SELECT step, inputs FROM measured ORDER BY step, inputs"),
  );
  return [...dataVersion(await workspace.status()), ...measured.map(({ step, inputs }) => `${step} ${inputs}`)];
}
