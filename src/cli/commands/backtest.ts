import { eventFilesView } from "../../report/leverage/event-files.ts";
import type { Extras, Options } from "../asked.ts";
import { withContext } from "../command.ts";
import { printView } from "../print-view.ts";
import { printsSchema } from "./print-schema.ts";

const schema = printsSchema("file of events", async () => (await import("../../answers/backtest/event-file.ts")).eventFileJsonSchema());

/** What `backtest` does beside its question. */
export const backtestExtras: Extras = {
  own: [...schema.own, "dryRun"],
  add: (command, signal) => {
    schema.add(command, signal);
    command
      .option("--dry-run", "check the files and say what is in them")
      .addHelpText(
        "after",
        "\nFILES are YAML in the format of docs/data.md. Without any, the events of the bundled data are run. Facts of the year of an event, or later, are not used for it.",
      );
  },
  instead: (files, options, signal) => (options.dryRun === true ? check(files, options, signal) : schema.instead(files, options, signal)),
};

const check = (files: readonly string[], options: Options, signal: AbortSignal): Promise<void> =>
  withContext(options, signal, async (context) => {
    const { checkEventFiles } = await import("../../library/event-files.ts");
    await context.answer({ files: await checkEventFiles(files) }, (read, page) =>
      printView(eventFilesView(read), page, { details: options.details === true }),
    );
  });
