import { join } from "node:path";
import { count } from "../../base/format.ts";
import type { FetchedChips } from "../../sources/fetch/fetch-chips.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext } from "../command.ts";
import { classList } from "./load.ts";

interface FetchCommandOptions extends CommonOptions {
  readonly out?: string;
  readonly classes?: string;
  readonly keep?: boolean;
}

export const addFetch: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "fetch <source>",
    summary: "download the files of a source from its publisher; `fetch chips`: all US patents on chips",
    examples: ["fetch eto", "fetch eto --out downloads/eto", "fetch chips"],
    dated: false,
  })
    .option("--out <dir>", "where to put the files (default: levermap-downloads/SOURCE)")
    .option("--classes <list>", "of chips: these CPC classes instead, such as H01L,H10,C23C16")
    .option("--keep", "of chips: keep the published tables too")
    .action((source: string, options: FetchCommandOptions) =>
      withContext(options, signal, (context) => (source === "chips" ? fetchChips(context, options) : fetchOne(context, source, options))),
    );
};

async function fetchOne(context: Context, source: string, { out }: FetchCommandOptions): Promise<void> {
  const { fetchNamed } = await import("../../library/fetch.ts");
  const dir = out ?? join("levermap-downloads", source.replace(/[^a-z0-9-]/gi, "_"));
  const fetched = await fetchNamed(source, { dir }, context.effects);
  await context.answer(fetched, ({ files, unpack, licence }) =>
    [
      ...files.map(({ path, bytes }) => `${path}  ${count(bytes)} bytes`),
      `Licence: ${licence}`,
      unpack === null ? `Next: levermap load ${source} ${dir}` : `Next: ${unpack}`,
    ].join("\n"),
  );
}

async function fetchChips(context: Context, { out, classes, keep = false }: FetchCommandOptions): Promise<void> {
  const { fetchChipCorpus } = await import("../../library/fetch.ts");
  const dir = out ?? join("levermap-downloads", "chips");
  await context.answer(await fetchChipCorpus({ dir, classes: classList(classes), keep }, context.effects), chipsText);
}

const chipsText = ({ tables, documents, followers, folder, licence }: FetchedChips): string =>
  [
    ...tables.map(
      ({ file, kept, records, bytes }) => `${join(folder, file)}  ${count(kept)} of ${count(records)} records, ${count(bytes)} bytes`,
    ),
    `${count(documents)} patents on chips, and the day of ${count(followers)} others that cite them.`,
    `Licence: ${licence}`,
    `Next: levermap load patentsview ${folder} && levermap measure`,
  ].join("\n");
