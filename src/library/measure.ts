import { type Effects, quietEffects } from "../base/effects.ts";
import { rangeWords } from "../base/estimate.ts";
import { type MeasuredStep, measureWorkspace, requireSteps } from "../corpus/steps/measure.ts";
import { estimateMeasure } from "../corpus/steps/measure-estimate.ts";
import { withWorkspace } from "./with-workspace.ts";

export interface MeasureOptions {
  /** Steps to run, with their prerequisites; default all. */
  readonly only?: readonly string[] | undefined;
  /** Worker threads; default the number of cores. */
  readonly threads?: number | undefined;
  readonly effects?: Effects | undefined;
}

/**
 * Computes the patent measures of a workspace where what they rest on has changed, and tells before what that takes. It may be stopped and run again: it goes on with the
 * step that was not done. Throws LM_USAGE, LM_CORPUS_TOO_LARGE, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await measure("./levermap-data", { only: ["citations"] });
 */
export async function measure(
  dir: string,
  { only, threads, effects = quietEffects }: MeasureOptions = {},
): Promise<readonly MeasuredStep[]> {
  const chosen = requireSteps(only);
  return withWorkspace(dir, { what: "measure" }, effects, async (workspace) => {
    const estimate = await workspace.use((connection) => estimateMeasure(connection, chosen));
    if (estimate !== null) effects.log.info(rangeWords(...estimate));
    return measureWorkspace(workspace, { only, threads }, effects);
  });
}
