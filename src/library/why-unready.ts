import { LevermapError } from "../base/errors.ts";
import { stoppedLoad } from "../workspace/audit-trail.ts";
import type { Levermap } from "./open.ts";

/** Why people should not be sent to an open workspace yet, though it answers; `null`: it is ready. The message names no folder. */
export async function whyUnready({
  dir,
  generation,
  isMeasured,
}: Pick<Levermap, "dir" | "generation" | "isMeasured">): Promise<LevermapError | null> {
  const stopped = await stoppedLoad(dir, generation);
  if (stopped !== null)
    return new LevermapError(
      "LM_LOAD_INCOMPLETE",
      `A load of ${stopped.about} was stopped before its end: some of its files may be missing.`,
    );
  return (await isMeasured()) ? null : new LevermapError("LM_NOT_MEASURED", "What is loaded has not been measured.");
}
