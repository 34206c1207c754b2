import { ask } from "../ask.ts";
import { type AddCommand, addCommand } from "../command.ts";
import type { CommonOptions } from "../context.ts";
import { changesText } from "../text/changes.ts";

interface ChangesOptions extends CommonOptions {
  readonly source: string;
}

export const addChanges: AddCommand = (program, signal) => {
  addCommand(program, {
    usage: "changes",
    summary: "who gains and who loses between the last two editions of a source",
    examples: ["changes", "changes --source eto --json"],
    dated: false,
  })
    .option("--source <source>", "the source whose editions are compared", "eto")
    .action((options: ChangesOptions) => ask(options, signal, (map) => map.changes({ source: options.source }), changesText));
};
