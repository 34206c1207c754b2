import { Command } from "commander";
import { packageVersion } from "../base/package-file.ts";
import type { AddCommand } from "./command.ts";
import { addAudit } from "./commands/audit.ts";
import { addCluster } from "./commands/cluster.ts";
import { addCompletion } from "./commands/completion.ts";
import { addExport } from "./commands/export.ts";
import { extras } from "./commands/extras.ts";
import { addFetch } from "./commands/fetch.ts";
import { addInit } from "./commands/init.ts";
import { addLoad, addUnload } from "./commands/load.ts";
import { addMcp } from "./commands/mcp.ts";
import { addMeasure } from "./commands/measure.ts";
import { addParse } from "./commands/parse.ts";
import { addPlanGrowth } from "./commands/plan-growth.ts";
import { addPrepare } from "./commands/prepare.ts";
import { addPurge } from "./commands/purge.ts";
import { addReport } from "./commands/report.ts";
import { addServe } from "./commands/serve.ts";
import { addToken } from "./commands/token.ts";
import { addUpdate } from "./commands/update.ts";
import { addBackup, addCheckWorkspace, addRestore } from "./commands/upkeep.ts";
import { holder } from "./holder.ts";
import { addQuestionCommand, questionsByCommand } from "./question-command.ts";

const before: readonly AddCommand[] = [addInit, addLoad, addUnload, addFetch, addUpdate, addParse, addMeasure, addCluster, addPrepare];
const after: readonly AddCommand[] = [
  addReport,
  addExport,
  addBackup,
  addRestore,
  addPurge,
  addAudit,
  addServe,
  addMcp,
  addToken,
  addCompletion,
];

/** A command for all questions that share it, behind the command that it is a command of. */
function addQuestions(program: Command, signal: AbortSignal): void {
  for (const [name, asked] of questionsByCommand()) {
    const [outer, inner] = name.split(" ") as [string, string?];
    const parent = inner === undefined ? program : holder(program, outer);
    addQuestionCommand(parent, asked, extras[name], signal).enablePositionalOptions();
  }
  addPlanGrowth(holder(program, "plan"), signal);
  addCheckWorkspace(holder(program, "check"), signal);
}

/** The command line, ready to parse. Nothing heavy is imported before a command runs. */
export function createProgram(signal: AbortSignal): Command {
  const program = new Command("levermap")
    .description("Who holds what in chipmaking, and who could withhold it from whom.")
    .version(packageVersion, "--version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .usage("COMMAND [options]")
    .addHelpText(
      "after",
      `
Examples:
  $ levermap init
  $ levermap chokepoints --home JP --top 10
  $ levermap technologies euv-lithography
  $ levermap serve

Every command explains itself with --help.`,
    )
    // Each command reads its own options, also where it has commands of its own
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  for (const add of before) add(program, signal);
  addQuestions(program, signal);
  for (const add of after) add(program, signal);
  return program;
}
