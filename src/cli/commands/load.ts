import { present } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import type { Loaded } from "../../library/load.ts";
import { pathsText } from "../../report/workspace/status.ts";
import type { LoadLine } from "../../workspace/load.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, type Page, withContext } from "../command.ts";
import { fraction } from "../numbers.ts";
import { paragraph } from "../page/wrap.ts";

interface LoadCommandOptions extends CommonOptions {
  readonly maxRejects?: number;
  readonly edition?: string;
  readonly classes?: string | true;
  readonly propose?: string;
}

/** As in the sources themselves, which take too long to import for a help. */
const sources =
  "atlas, eto, trade, minerals, uspto, uspto-citations, patentsview, corpus, maintenance, docdb, ops, fulltext, st96, cnipa, jpo, kipo, kipris, google-patents, patent-table, cpc, litigation, holder-joins, csl, entity-list, party-list, owners, names, wikidata, ccl, rules";

export const addLoad: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "load <source> [path...]",
    summary: "load files of a source of supply, trade, patents, lists, items or rules; the bundled atlas if no path is given",
    examples: [
      "load eto eto-2026-08/",
      "load trade imports-2024.csv exports-2024.csv",
      "load minerals usgs.csv --max-rejects 10%",
      "load patentsview tables/ --classes H01L,H10",
      "load csl consolidated.csv",
      "load party-list invented",
      "load owners owners.csv",
      "load atlas",
      "load layout levermap-layout/",
    ],
    dated: false,
  })
    .addHelpText("after", `\n${paragraph(`Sources: ${sources}`, 80)}`)
    .option("--max-rejects <fraction>", "keep a file with up to this part of bad records (default: 5%)", fraction("--max-rejects"))
    .option("--classes [list]", "of patentsview: documents of these CPC classes only, such as H01L,H10,C23C16 (default: those of chips)")
    .option("--propose <file>", "of patent-table: load nothing, but write a mapping for the table, to be looked at")
    .option("--edition <edition>", "YYYY, YYYY-MM or YYYY-MM-DD, where the files do not tell")
    .action((source: string, paths: readonly string[], options: LoadCommandOptions) =>
      withContext(options, signal, (context) =>
        options.propose !== undefined
          ? propose(context, source, paths, options.propose)
          : source === "layout"
            ? restore(context, paths, options)
            : load(context, source, paths, options),
      ),
    );
};

async function propose(context: Context, source: string, paths: readonly string[], out: string): Promise<void> {
  const [table, ...others] = paths;
  if (source !== "patent-table" || table === undefined || others.length > 0)
    throw new LevermapError("LM_USAGE", "--propose goes with patent-table and one table.", { source });
  const { proposeMappingFile } = await import("../../library/propose-mapping.ts");
  const proposed = await proposeMappingFile(table, out, { effects: context.effects });
  await context.answer(proposed, ({ columns, unused, doubts, path }) =>
    [
      ...columns.map(
        ({ column, meaning, separator, example }) =>
          `${meaning}: "${column}"${separator === null ? "" : `, several by "${separator.replace("\n", "line end")}"`}, such as ${example || "(empty)"}`,
      ),
      `Not used: ${unused.length === 0 ? "none" : unused.join(", ")}`,
      ...doubts.map((doubt) => `Doubt: ${doubt}`),
      `Next: look at ${path}, correct it, then: levermap load patent-table ${path} ${table}`,
    ].join("\n"),
  );
}

/** A layout is no source: its loads come back with the sources that they are of. */
async function restore(context: Context, paths: readonly string[], { maxRejects, edition, classes }: LoadCommandOptions): Promise<void> {
  const [folder, ...others] = paths;
  if (folder === undefined || others.length > 0) throw new LevermapError("LM_USAGE", "Name the one folder of a layout.", { paths });
  if ((maxRejects ?? edition ?? classes) !== undefined)
    throw new LevermapError("LM_USAGE", "A layout is loaded as it is: --max-rejects, --edition and --classes do not go with it.");
  const { loadLayout } = await import("../../cluster/layout.ts");
  await context.answer(await loadLayout(context.workspace, folder, context.effects), loadsText);
}

async function load(
  context: Context,
  source: string,
  paths: readonly string[],
  { maxRejects, edition, classes }: LoadCommandOptions,
): Promise<void> {
  const library = await import("../../library/load.ts");
  const { namedSource } = await import("../../library/named-source.ts");
  const { bundledAtlas } = await import("../../library/create.ts");
  const { name, notice } = namedSource(source);
  if (paths.length === 0 && name !== "atlas")
    throw new LevermapError("LM_USAGE", `Name the files or folders of ${name} to load.`, { source });
  const { inventedList, inventedParties } = await import("../../link/party-lists.ts");
  const bundled = name === "party-list" && paths.length === 1 && paths[0] === inventedList ? [inventedParties] : [];
  const given = paths.length === 0 ? [bundledAtlas] : [...paths, ...bundled];
  context.effects.log.debug(`Reading ${name} into ${context.workspace}.`);
  const summary = await library.load(context.workspace, name, given, {
    maxRejects,
    edition,
    classes: classList(classes),
    effects: context.effects,
  });
  context.effects.log.info(notice);
  await context.answer(summary, loadsText);
}

/** Classes as they are given; all that make up chips where none are named. */
export const classList = (given: string | true | undefined): readonly string[] | undefined =>
  given === true ? [] : given?.split(",").map((each) => each.trim());

/** One line a load, how to see what was rejected, and whether patents are to be measured. */
function loadsText({ loads, rejects, measured }: Loaded, { width }: Page): string {
  const hints = present(
    rejects > 0 && "See `levermap status --rejects` for the rejected records and why.",
    !measured && "Next: `levermap measure`, so that answers on patents take in what was loaded.",
  );
  return [...loads.map((load) => paragraph(loadLine(load), width)), ...hints].join("\n");
}

function loadLine({ id, source, edition, path, rows, rejects, already }: LoadLine): string {
  const name = edition === null ? source : `${source} ${edition}`;
  const counts = `${counted(rows, "row")}, ${counted(rejects, "reject")}`;
  return `${already ? "Already loaded" : "Loaded"} ${name} as ${id}: ${counts}, from ${pathsText(path)}`;
}

export const addUnload: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "unload <load-id>",
    summary: "remove a load; the one it had replaced counts again",
    examples: ["unload 0f3a9c5d1e2b4a68"],
    dated: false,
  }).action((id: string, options: CommonOptions) =>
    withContext(options, signal, async (context) => {
      const { unload } = await import("../../library/load.ts");
      await unload(context.workspace, id, context.effects);
      await context.answer({ unloaded: id }, ({ unloaded }) => `Removed load ${unloaded}.`);
    }),
  );
};
