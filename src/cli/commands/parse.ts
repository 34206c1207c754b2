import { LevermapError } from "../../base/errors.ts";
import { counted } from "../../base/format.ts";
import { type AddCommand, addCommand, type CommonOptions, type Context, withContext } from "../command.ts";
import { fraction } from "../numbers.ts";
import { oneOfSeveral } from "../slice-option.ts";
import { whyRejected } from "../why-rejected.ts";

interface ParseCommandOptions extends CommonOptions {
  readonly list: string;
  readonly out: string;
  readonly part?: { readonly one: number; readonly of: number };
  readonly publish?: boolean;
  readonly maxRejects?: number;
  readonly edition?: string;
}

export const addParse: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "parse [source]",
    summary: "read the files of a list into a folder of Parquet files for `load layout`, by as many processes as are wanted",
    examples: [
      "parse docdb --list paths.txt --out layout",
      "parse --list paths.txt --out layout --part 3/8",
      "parse --list paths.txt --out layout --publish",
    ],
    dated: false,
  })
    .requiredOption(
      "--list <file>",
      'the files, a path a line, or JSON such as {"source":"docdb","path":"..."}; other names see `load --help`',
    )
    .requiredOption("--out <dir>", "the folder to make or add to")
    .option("--part <i/n>", "parse every n-th line from line i alone, and publish nothing", oneOfSeveral("--part"))
    .option("--publish", "parse nothing: name all that was parsed by parts in the manifest")
    .option("--max-rejects <fraction>", "keep a file with up to this part of bad records (default: 5%)", fraction("--max-rejects"))
    .option("--edition <edition>", "YYYY, YYYY-MM or YYYY-MM-DD, where the files do not tell")
    .action((source: string | undefined, options: ParseCommandOptions) =>
      withContext(options, signal, (context) => parse(context, source, options)),
    );
};

async function parse(
  context: Context,
  source: string | undefined,
  { list, out, part, publish, maxRejects, edition }: ParseCommandOptions,
): Promise<void> {
  if (part !== undefined && publish) throw new LevermapError("LM_USAGE", "--publish takes the whole list: it does not go with --part.");
  const { parseToLayout } = await import("../../cluster/parse/parse.ts");
  const parsed = await parseToLayout(list, out, {
    source,
    part: part && { part: part.one, parts: part.of },
    publish,
    maxRejects,
    edition,
    effects: context.effects,
  });
  await context.answer(parsed, ({ inputs, already, loads, rows, rejects, published }) =>
    [
      `${counted(inputs, "line")} of the list, ${already} of them parsed before: ${counted(loads, "load")}, ${counted(rows, "row")}, ${counted(rejects, "reject")}.`,
      ...whyRejected(rejects),
      published ? `Next: levermap load layout ${out}` : "Next, once all parts are parsed: the same with --publish in place of --part.",
    ].join("\n"),
  );
}
