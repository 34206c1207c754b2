import { LevermapError } from "../../base/errors.ts";
import { isMeasured } from "../../corpus/steps/measure.ts";
import { readOnce } from "../../workspace/once.ts";
import { query } from "../../workspace/query.ts";
import { currentRows } from "../../workspace/schema.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/**
 * What to say of the age of the patent measures: nothing where they rest on the rows that are current, one sentence where the loads have
 * changed since. Throws LM_NOT_MEASURED where nothing was ever measured.
 */
export async function measureLimits(workspace: Workspace): Promise<readonly string[]> {
  const steps = await workspace.use((connection) => query(connection, "SELECT 1 FROM measured WHERE step = 'documents'"));
  if (steps.length === 0) throw new LevermapError("LM_NOT_MEASURED", "The patents of this workspace have not been measured.");
  if (await isMeasured(workspace)) return [];
  return ["The measures are older than the loads, or some were left out: run `levermap measure` for figures of what is loaded now."];
}

/** As `measureLimits`, for an answer that has something to say where no patent is loaded, so that there is nothing to measure. */
export async function limitsOfLoaded(workspace: Workspace, measured: () => Promise<readonly string[]>): Promise<readonly string[]> {
  return (await hasPatents(workspace)) ? measured() : [];
}

/** Whether any patent is loaded. */
export async function hasPatents(workspace: Workspace): Promise<boolean> {
  const loaded = await workspace.use((connection) =>
    readOnce(connection, "any patent", () => query(connection, `${currentRows("patent")} LIMIT 1`)),
  );
  return loaded.length > 0;
}
