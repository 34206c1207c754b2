import type { Command } from "commander";
import { LevermapError } from "../../../base/errors.ts";
import { counted } from "../../../base/format.ts";
import { addCommand, type CommonOptions, withContext } from "../../command.ts";
import type { Extras } from "../../question-command.ts";
import { addDecisions, type UserOptions, userOf, userOption } from "./decisions.ts";
import { auditText, customersText, replayText, runText } from "./texts.ts";

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

/** `cases audit`, `cases replay`. */
function addAudit(cases: Command, signal: AbortSignal): void {
  addCommand(cases, {
    usage: "audit [run]",
    summary: "write a run with all that is needed to make it again into one file for the auditor; the last run if none is named",
    examples: ["cases audit 2 --out run-2.jsonl", "cases audit --out last.jsonl.gz"],
    dated: false,
  })
    .requiredOption("--out <file>", "the file to write, JSON lines; packed where its name ends in .gz")
    .option("--force", "replace the file")
    .action(
      (run: string | undefined, { out, force = false, ...options }: CommonOptions & { readonly out: string; readonly force?: boolean }) =>
        withContext(options, signal, async (context) => {
          const { exportAudit } = await import("../../../library/cases/audit.ts");
          await context.answer(await exportAudit(context.workspace, runOf(run), out, { force, effects: context.effects }), auditText);
        }),
    );
  addCommand(cases, {
    usage: "replay <file>",
    summary: "make the run of an auditor's file again, from the file alone, and say what differs; exit code 2 where something does",
    examples: ["cases replay run-2.jsonl.gz", "cases replay run-2.jsonl.gz --full"],
    dated: false,
  })
    .option("--full", "screen every customer against every entry, also where the run looked only at what had changed")
    .action((file: string, { full = false, ...options }: CommonOptions & { readonly full?: boolean }) =>
      withContext(options, signal, async (context) => {
        const { replayAudit } = await import("../../../library/cases/audit.ts");
        const replay = await replayAudit(file, { full }, context.effects);
        await context.answer(replay, replayText);
        if (!replay.same) process.exitCode = 2;
      }),
    );
}

function runOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new LevermapError("LM_USAGE", `A run is a number, not "${text}".`, { run: text });
}
