import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import type { Context } from "../command.ts";
import type { Extras, Options } from "../question-command.ts";

/** `--graph`: also writes the citations of the technology to a file. */
export const patentsExtras: Extras = {
  own: ["graph", "force"],
  add: (command) =>
    void command
      .option("--graph <file>", "write the citations of the technology to a new file, .graphml or .net (Pajek)")
      .option("--force", "replace the file of --graph"),
  instead: (words, options) => {
    refuse(words, options);
    return null;
  },
  after: async (report: TechnologyPatents, { graph, force }, _, context) => {
    if (graph !== undefined) await writeGraph(context, report.technology.id, graph as string, force === true);
  },
};

function refuse(words: readonly string[], { graph, force }: Options): void {
  if (graph !== undefined && words.length === 0) throw new LevermapError("LM_USAGE", "--graph goes with a technology.");
  if (force === true && graph === undefined) throw new LevermapError("LM_USAGE", "--force goes with --graph: it replaces the file.");
}

async function writeGraph({ workspace, effects }: Context, technology: string, path: string, force: boolean): Promise<void> {
  const { exportGraph } = await import("../../library/export-graph.ts");
  const written = await exportGraph(workspace, technology, path, { force, effects });
  effects.log.info(`Wrote ${counted(written.documents, "document")} and ${counted(written.citations, "citation")} to ${path}.`);
}
