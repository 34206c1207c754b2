import type { WorkspaceStatus } from "../../answers/shared/workspace-status.ts";
import type { Extras } from "../asked.ts";

/** `--rejects`: rejected records beside the status. */
export const statusExtras: Extras = {
  own: ["rejects"],
  add: (command) => void command.option("--rejects [load-id]", "also the first 100 rejected records, of one load or of all"),
  after: async (status: WorkspaceStatus, { rejects }, map) =>
    rejects === undefined ? status : { ...status, rejects: await map.rejects(rejects === true ? undefined : (rejects as string)) },
};
