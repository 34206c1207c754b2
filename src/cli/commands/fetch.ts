import { join } from "node:path";
import { count } from "../../base/format.ts";
import { type AddCommand, addCommand, type CommonOptions, withContext } from "../command.ts";

export const addFetch: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "fetch <source>",
    summary: "download the files of a source from its publisher",
    examples: ["fetch eto", "fetch eto --out downloads/eto"],
    dated: false,
  })
    .option("--out <dir>", "where to put the files (default: levermap-downloads/SOURCE)")
    .action((source: string, options: CommonOptions & { readonly out?: string }) =>
      withContext(options, signal, async (context) => {
        const { fetchNamed } = await import("../../library/fetch.ts");
        const dir = options.out ?? join("levermap-downloads", source.replace(/[^a-z0-9-]/gi, "_"));
        const fetched = await fetchNamed(source, { dir }, context.effects);
        await context.answer(fetched, ({ files, unpack, licence }) =>
          [
            ...files.map(({ path, bytes }) => `${path}  ${count(bytes)} bytes`),
            `Licence: ${licence}`,
            unpack === null ? `Next: levermap load ${source} ${dir}` : `Next: ${unpack}`,
          ].join("\n"),
        );
      }),
    );
};
