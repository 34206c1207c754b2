import { type DataKind, dataKinds, restsOn } from "../../workspace/data-kinds.ts";
import { query } from "../../workspace/query.ts";
import { dataVersion } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/**
 * What tells the data of a workspace from those after any load, removal or measuring; decisions on customers are not part of it.
 * @param reads only data of these kinds
 */
export async function dataState(workspace: Workspace, reads: readonly DataKind[] = dataKinds): Promise<readonly string[]> {
  const loads = (await workspace.status()).filter((load) => restsOn(reads, load));
  if (!reads.includes("patents")) return dataVersion(loads);
  const measured = await workspace.use((connection) =>
    query<{ step: string; inputs: string }>(connection, "SELECT step, inputs FROM measured ORDER BY step, inputs"),
  );
  return [...dataVersion(loads), ...measured.map(({ step, inputs }) => `${step} ${inputs}`)];
}
