import { withContext } from "../command.ts";
import { printView } from "../print-view.ts";
import { type Extras, type Options, printsSchema } from "../question-command.ts";

const schema = printsSchema(
  "file of events",
  async () => (await import("../../proof/answers/events/event-file.ts")).eventFileJsonSchema(),
  "FILES are YAML in the format of docs/data.md. Without any, the events of the bundled data are run. Facts of the year of an event, or later, are not used for it.",
);

/** `--dry-run`: only checks the files; without it they are read, and go along with the question. */
export const backtestExtras: Extras = {
  own: [...schema.own, "dryRun"],
  add: (command, signal) => {
    schema.add(command, signal);
    command.option("--dry-run", "check the files and say what is in them");
  },
  instead: (files, options, signal) =>
    options.dryRun === true ? checkEvents(files, options, signal) : schema.instead(files, options, signal),
  input: async ({ files, ...input }) => {
    const { readEventFiles } = await import("../../proof/answers/events/event-files.ts");
    return { ...input, files: await readEventFiles(files as readonly string[] | undefined) };
  },
};

const checkEvents = (files: readonly string[], options: Options, signal: AbortSignal): Promise<void> =>
  withContext(options, signal, async (context) => {
    const { eventFilesView } = await import("../../proof/views/backtest.ts");
    const { checkEventFiles } = await import("../../proof/answers/events/event-files.ts");
    await context.answer({ files: await checkEventFiles(files) }, (read, page) =>
      printView(eventFilesView(read), page, { details: options.details === true }),
    );
  });
