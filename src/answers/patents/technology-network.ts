import { readTechnologyNetwork, type TechnologyNetwork } from "../../corpus/technology-citations.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { measureLimits } from "../shared/measured.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireScope } from "../shared/require-technology.ts";

/** The citations within a technology, those of the members of its family among them. Throws LM_TECHNOLOGY_UNKNOWN, LM_NOT_MEASURED. */
export async function technologyNetwork(read: ReadModel, workspace: Workspace, technology: string): Promise<TechnologyNetwork> {
  const { scope } = requireScope(read, technology);
  await measureLimits(workspace);
  return workspace.use((connection) => readTechnologyNetwork(connection, scope));
}
