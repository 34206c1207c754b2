import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions, Context } from "../context.ts";
import { wholeNumber } from "../numbers.ts";
import { patentSearchText } from "../text/patent-search.ts";
import { technologyPatentsText } from "../text/technology-patents.ts";

interface PatentsOptions extends CommonOptions {
  readonly jurisdiction?: string;
  readonly top?: number;
  readonly seed?: string;
  readonly graph?: string;
  readonly force?: boolean;
  readonly search?: string;
}

export const addPatents: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "patents [technology]",
    summary: "who holds the patents of a technology, which of them others build on, and what lapses when",
    examples: [
      "patents layer-transfer",
      "patents layer-transfer --jurisdiction US --top 5 --seed US6103599",
      "patents layer-transfer --graph layer-transfer.graphml",
      'patents --search "thin film transfer"',
    ],
    dated: true,
  })
    .option("--jurisdiction <office>", "in force at this office only, a two-letter code such as US (default: any office)")
    .option("--top <number>", "how many holders (default: 10), or documents found (default: 20)", wholeNumber("--top", 1, 10_000))
    .option("--seed <document>", "the document the main path leads through (default: the one most cited within the technology)")
    .option("--graph <file>", "write the citations of the technology to a new file, .graphml or .net (Pajek)")
    .option("--search <words>", "documents whose title, abstract or holders contain all of these words, instead of a technology")
    .option("--force", "replace the file of --graph")
    .action((technology: string | undefined, options: PatentsOptions) => {
      if (options.search !== undefined) return search(options.search, technology, options, signal);
      if (technology === undefined) throw new LevermapError("LM_USAGE", "Which technology? Name one, such as `patents layer-transfer`.");
      return tell(technology, options, signal);
    });
};

/** Options that say something about a technology, not about a search. */
const ofTechnology = ["jurisdiction", "seed", "graph", "force"] as const;

function search(words: string, technology: string | undefined, options: PatentsOptions, signal: AbortSignal): Promise<void> {
  if (technology !== undefined) throw new LevermapError("LM_USAGE", "Name a technology or --search words, not both.");
  const foreign = ofTechnology.find((name) => options[name] !== undefined);
  if (foreign !== undefined) throw new LevermapError("LM_USAGE", `--${foreign} goes with a technology, not with --search.`);
  return ask(options, signal, (map) => map.searchPatents({ words, top: options.top }), patentSearchText);
}

function tell(technology: string, options: PatentsOptions, signal: AbortSignal): Promise<void> {
  const { jurisdiction, top, seed, graph, force } = options;
  if (force && graph === undefined) throw new LevermapError("LM_USAGE", "--force goes with --graph: it replaces the file.");
  return ask(
    options,
    signal,
    async (map, context) => {
      const report = await map.technologyPatents({ technology, jurisdiction, top, seed });
      if (graph !== undefined) await writeGraph(context, report.technology.id, graph, force);
      return report;
    },
    technologyPatentsText,
  );
}

async function writeGraph({ workspace, effects }: Context, technology: string, path: string, force: boolean | undefined): Promise<void> {
  const { exportGraph } = await import("../../library/export-graph.ts");
  const written = await exportGraph(workspace, technology, path, { force, effects });
  effects.log.info(`Wrote ${counted(written.documents, "document")} and ${counted(written.citations, "citation")} to ${path}.`);
}
