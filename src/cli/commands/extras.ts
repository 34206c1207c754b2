import type { TechnologyPatents } from "../../answers/patents/technology-patents-report.ts";
import type { WorkspaceStatus } from "../../answers/shared/workspace-status.ts";
import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import { requireDay } from "../../library/day.ts";
import { controlsDiffView } from "../../report/controls/controls-diff.ts";
import { ask, type Context, withContext } from "../command.ts";
import { printView } from "../print-view.ts";
import { type Extras, type Options, printsSchema } from "../question-command.ts";
import { backtestExtras } from "./backtest.ts";
import { casesExtras } from "./cases/cases.ts";
import { screenExtras } from "./screen.ts";

const day = /^\d{4}-\d{2}-\d{2}$/;

/** `--graph`: also writes the citations of the technology to a file; `--save`, `--forget`: searches that are kept. */
const patentsExtras: Extras = {
  own: ["graph", "force"],
  add: (command) =>
    void command
      .option(
        "--save <name>",
        "keep the search of --search under a name, with what it finds now; `saved:NAME` and `set:NAME` name it in others",
      )
      .option("--forget <name>", "keep a search no longer")
      .option("--graph <file>", "write the citations of the technology to a new file, .graphml or .net (Pajek)")
      .option("--force", "replace the file of --graph"),
  instead: (words, options, signal) => {
    refuse(words, options);
    const { save, forget, search } = options;
    if (forget !== undefined) return forgetKept(forget as string, options, signal);
    return save === undefined ? null : keepSearch(save as string, search as string, options, signal);
  },
  after: async (report: TechnologyPatents, { graph, force }, _, context) => {
    if (graph !== undefined) await writeGraph(context, report.technology.id, graph as string, force === true);
  },
};

function keepSearch(name: string, query: string, options: Options, signal: AbortSignal): Promise<void> {
  return withContext(options, signal, async (context) => {
    const { saveSearch } = await import("../../library/save-search.ts");
    const kept = await saveSearch(context.workspace, { name, query, asOf: options.asOf }, context.effects);
    await context.answer(
      kept,
      ({ documents }) =>
        `Kept as ${name}, with ${counted(documents.length, "patent")} that it finds now. \`levermap watch\` tells what is new to it.`,
    );
  });
}

function forgetKept(name: string, options: Options, signal: AbortSignal): Promise<void> {
  return withContext(options, signal, async (context) => {
    const { forgetSearch } = await import("../../library/save-search.ts");
    await forgetSearch(context.workspace, name, context.effects);
    await context.answer({ forgotten: name }, () => `${name} is kept no longer.`);
  });
}

function refuse(words: readonly string[], { graph, force, save, forget, search }: Options): void {
  if (save !== undefined && search === undefined) throw new LevermapError("LM_USAGE", "--save goes with --search: it keeps that search.");
  if (forget !== undefined && (search !== undefined || words.length > 0)) throw new LevermapError("LM_USAGE", "--forget stands alone.");
  if (graph !== undefined && words.length === 0) throw new LevermapError("LM_USAGE", "--graph goes with a technology.");
  if (force === true && graph === undefined) throw new LevermapError("LM_USAGE", "--force goes with --graph: it replaces the file.");
}

async function writeGraph({ workspace, effects }: Context, technology: string, path: string, force: boolean): Promise<void> {
  const { exportGraph } = await import("../../library/export-graph.ts");
  const written = await exportGraph(workspace, technology, path, { force, effects });
  effects.log.info(`Wrote ${counted(written.documents, "document")} and ${counted(written.citations, "citation")} to ${path}.`);
}

/** What commands do beside the questions they ask. */
export const extras: Readonly<Record<string, Extras>> = {
  /** `--rejects`: rejected records beside the status. */
  status: {
    own: ["rejects"],
    add: (command) => void command.option("--rejects [load-id]", "also the first 100 rejected records, of one load or of all"),
    after: async (status: WorkspaceStatus, { rejects }, map) =>
      rejects === undefined ? status : { ...status, rejects: await map.rejects(rejects === true ? undefined : (rejects as string)) },
  },
  simulate: printsSchema(
    "scenario file",
    async () => (await import("../../answers/scenario/scenario-file.ts")).scenarioFileJsonSchema(),
    "SCENARIO is a ready one by its id, or a YAML file in the form of docs/data.md. Without it the ready ones are listed.",
  ),
  backtest: backtestExtras,
  plan: printsSchema(
    "plan file",
    async () => (await import("../../answers/plan/plan-file.ts")).planFileJsonSchema(),
    "FILE is a ready plan by its id, or a YAML file in the form of docs/data.md. Without it the ready ones are listed.",
  ),
  patents: patentsExtras,
  screen: screenExtras,
  cases: casesExtras,
  /** Two days in the place of two loads: what `controls diff` answers. */
  watch: {
    own: [],
    add: () => undefined,
    instead: ([from = "", to = ""], options, signal) =>
      day.test(from) || day.test(to)
        ? ask(
            options,
            signal,
            (map) => map.controlsDiff({ from: requireDay(from), to: requireDay(to) }),
            (diff, page) => printView(controlsDiffView(diff), page, { details: options.details === true }),
          )
        : null,
  },
};
