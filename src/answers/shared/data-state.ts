import { type DataKind, dataKinds, type KeptState, stateOn } from "../../workspace/data-kinds.ts";
import { query } from "../../workspace/query.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/**
 * What tells the data of a workspace from those after any load, removal or measuring; decisions on customers are not part of it.
 * @param reads only data of these kinds
 */
export const dataState = async (workspace: Workspace, reads: readonly DataKind[] = dataKinds): Promise<readonly string[]> =>
  stateOn({ loads: await workspace.status(), measured: reads.includes("patents") ? await readMeasured(workspace) : [] }, reads);

/** All that it is made of. */
export const wholeState = async (workspace: Workspace): Promise<KeptState> => ({
  loads: await workspace.status(),
  measured: await readMeasured(workspace),
});

async function readMeasured(workspace: Workspace): Promise<readonly string[]> {
  const measured = await workspace.use((connection) =>
    query<{ step: string; inputs: string }>(connection, "SELECT step, inputs FROM measured ORDER BY step, inputs"),
  );
  return measured.map(({ step, inputs }) => `${step} ${inputs}`);
}
