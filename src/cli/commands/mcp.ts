import { packageVersion } from "../../base/package-file.ts";
import { type AddCommand, addCommand, type CommonOptions, withContext, withMap } from "../command.ts";

/** The questions as tools for assistants. */
export const addMcp: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "mcp",
    summary: "the questions as tools of the Model Context Protocol on standard input and output, read-only, until the input ends",
    examples: ["mcp", "mcp --workspace levermap-data --as-of 2026-06-30"],
    dated: true,
  }).action((options: CommonOptions) =>
    withContext(options, signal, async (context) => {
      const { serveMcp } = await import("../mcp/tools.ts");
      await withMap(context, (map) => serveMcp(map, packageVersion, signal));
    }),
  );
};
