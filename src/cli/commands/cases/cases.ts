import type { Command } from "commander";
import { LevermapError } from "../../../base/errors.ts";
import { counted } from "../../../base/format.ts";
import { addCommand, withContext } from "../../command.ts";
import type { Extras } from "../../question-command.ts";
import { addAudit } from "./audit.ts";
import { addDecisions } from "./decisions.ts";
import { customersText, runText } from "./texts.ts";
import { type UserOptions, userOf, userOption } from "./user.ts";

/** The commands of the screening desk that write, below `cases`. */
export const casesExtras: Extras = {
  own: [],
  add: (command, signal) => {
    // Options behind a command below are its own
    command.enablePositionalOptions();
    addCustomers(command, signal);
    addRun(command, signal);
    addDecisions(command, signal);
    addAudit(command, signal);
  },
};

function addCustomers(cases: Command, signal: AbortSignal): void {
  addCommand(cases, {
    usage: "customers <file>",
    summary:
      "load or update customers from CSV: columns id, name, and where known names, kind, country, born, identifiers, address; several parts of a cell by semicolons",
    examples: ["cases customers customers.csv --user anna", "cases customers all.csv --whole"],
    dated: false,
  })
    .option("--whole", "the file holds all customers: those that it lacks are closed")
    .option(...userOption)
    .action((file: string, options: UserOptions & { readonly whole?: boolean }) =>
      withContext(options, signal, async (context) => {
        const { loadCustomers } = await import("../../../library/cases/load-customers.ts");
        const { effects, workspace } = context;
        const loaded = await loadCustomers(workspace, file, { whole: options.whole ?? false, user: userOf(options), effects });
        for (const { line, id, reason } of loaded.rejected)
          effects.log.warn(`Not loaded: line ${line}${id === null ? "" : ` (${id})`}: ${reason}.`);
        for (const { line, id, reason } of loaded.doubts) effects.log.warn(`Line ${line}${id === null ? "" : ` (${id})`}: ${reason}.`);
        await context.answer(loaded, customersText);
      }),
    );
}

interface RunCommandOptions extends UserOptions {
  readonly full?: boolean;
  readonly list?: string;
  readonly by?: "effective" | "publication";
}

function addRun(cases: Command, signal: AbortSignal): void {
  addCommand(cases, {
    usage: "run",
    summary: "screen the customers and keep the run; after the first only what changed on lists and customers",
    examples: ["cases run --user anna", "cases run --as-of 2026-07-01", "cases run --full", "cases run --list us-entity-list,us-sdn"],
    dated: true,
  })
    .option("--full", "screen every customer against every entry")
    .option("--list <ids>", "these lists only, by id (default: those of the run before, else all)")
    .option(
      "--by <date>",
      "effective or publication: the date that counts where a row has both (default: that of the run before, else effective)",
    )
    .option(...userOption)
    .action((options: RunCommandOptions) =>
      withContext(options, signal, async (context) => {
        const { runCases } = await import("../../../library/cases/run.ts");
        const { full = false, by, list, asOf } = options;
        const lists = list?.split(",").flatMap((id) => id.trim() || []);
        const summary = await runCases(context.workspace, {
          full,
          by: dateOf(by),
          lists,
          asOf,
          user: userOf(options),
          effects: context.effects,
        });
        for (const { customer, code } of summary.faults)
          context.effects.log.warn(`${code}: a name of customer ${customer} could not be screened.`);
        if (summary.faults.length > 0)
          context.effects.log.warn(`${counted(summary.faults.length, "customer")} could not be screened whole.`);
        await context.answer(summary, runText);
      }),
    );
}

function dateOf(by: string | undefined): "effective" | "publication" | undefined {
  if (by === undefined || by === "effective" || by === "publication") return by;
  throw new LevermapError("LM_USAGE", `--by is effective or publication, not "${by}".`, { by });
}
