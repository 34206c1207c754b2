import { counted } from "../../../src/base/format.ts";
import type { Job } from "../../../src/server/jobs/job.ts";

/** How a load ended. */
export function endWords({ state, loaded, fault, file }: Pick<Job, "state" | "loaded" | "fault" | "file">): string {
  if (state === "stopped") return `${file} was stopped; nothing of it is kept.`;
  if (state !== "done") return `${fault === null ? "It was not loaded." : `${fault.message} ${fault.next}`} Nothing of it is kept.`;
  const each = (loaded ?? []).map(({ edition, rows, rejects, already }) =>
    already
      ? `the same content was loaded before (${counted(rows, "row")})`
      : `${counted(rows, "row")}${edition === null ? "" : `, edition ${edition}`}; ${rejects === 0 ? "all of them could be read" : `${counted(rejects, "row")} could not be read`}`,
  );
  return `Loaded ${file}: ${each.join("; ")}. Answers rest on it within a minute or two.`;
}
