import { extname } from "node:path";
import { measureLimits } from "../answers/shared/measured.ts";
import type { ReadModel } from "../answers/shared/read-model.ts";
import { readModel } from "../answers/shared/read-model.ts";
import { requireScope } from "../answers/shared/require-technology.ts";
import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { readTechnologyNetwork, type TechnologyNetwork } from "../corpus/technology-citations.ts";
import { type CitationNetwork, graphMl, pajek } from "../measure/citations/graph-formats.ts";
import { writeWholeFile } from "../workspace/whole-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { dayOf } from "./day.ts";
import { withWorkspace } from "./with-workspace.ts";

export interface GraphOptions {
  /** Replaces a file that is there. */
  readonly force?: boolean | undefined;
  readonly effects?: Effects | undefined;
}

export interface WrittenGraph {
  readonly path: string;
  readonly documents: number;
  readonly citations: number;
}

const formats: ReadonlyMap<string, (network: CitationNetwork) => Iterable<string>> = new Map([
  [".graphml", graphMl],
  [".net", pajek],
]);

/**
 * Writes the citations within a technology to a file that appears whole or not at all: GraphML to `.graphml`, Pajek to `.net`.
 * Throws LM_USAGE for another ending, LM_EXPORT_EXISTS, LM_FILE_NOT_FOUND, LM_TECHNOLOGY_UNKNOWN, LM_NOT_MEASURED, LM_WORKSPACE_MISSING,
 * LM_WORKSPACE_BUSY.
 *
 * @example
 * const { documents, citations } = await exportGraph("./levermap-data", "layer-transfer", "layer-transfer.graphml");
 */
export async function exportGraph(
  dir: string,
  technology: string,
  path: string,
  { force = false, effects = quietEffects }: GraphOptions = {},
): Promise<WrittenGraph> {
  const format = formats.get(extname(path).toLowerCase());
  if (format === undefined) {
    const endings = [...formats.keys()].join(" or ");
    throw new LevermapError("LM_USAGE", `Graphs are written to files that end in ${endings}, not "${path}".`, { path });
  }
  return withWorkspace(dir, "read", effects, async (workspace) => {
    const read = await readModel(workspace, { asOf: dayOf(effects.clock.now()) });
    const network = await technologyNetwork(read, workspace, technology);
    const written = await writeWholeFile(path, format(network), { force, signal: effects.signal });
    return { path: written, documents: network.documents.length, citations: network.citations.length };
  });
}

/** The citations within a technology, those of the members of its family among them. Throws LM_TECHNOLOGY_UNKNOWN, LM_NOT_MEASURED. */
async function technologyNetwork(read: ReadModel, workspace: Workspace, technology: string): Promise<TechnologyNetwork> {
  const { scope } = requireScope(read, technology);
  await measureLimits(workspace);
  return workspace.use((connection) => readTechnologyNetwork(connection, scope));
}
