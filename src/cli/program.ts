import { Command } from "commander";
import type { AddCommand } from "./command.ts";
import { addBacktest } from "./commands/backtest.ts";
import { addBlocks } from "./commands/blocks.ts";
import { addChanges } from "./commands/changes.ts";
import { addChokepoints } from "./commands/chokepoints.ts";
import { addCompare } from "./commands/compare.ts";
import { addCompletion } from "./commands/completion.ts";
import { addControls } from "./commands/controls.ts";
import { addExport } from "./commands/export.ts";
import { addFetch } from "./commands/fetch.ts";
import { addHalfLife } from "./commands/half-life.ts";
import { addHolders } from "./commands/holders.ts";
import { addInit } from "./commands/init.ts";
import { addItem } from "./commands/item.ts";
import { addLeverage } from "./commands/leverage.ts";
import { addLoad } from "./commands/load.ts";
import { addMeasure } from "./commands/measure.ts";
import { addPatent } from "./commands/patent.ts";
import { addPatents } from "./commands/patents.ts";
import { addPlan } from "./commands/plan.ts";
import { addPortfolio } from "./commands/portfolio.ts";
import { addScreen } from "./commands/screen.ts";
import { addServe } from "./commands/serve.ts";
import { addSimulate } from "./commands/simulate.ts";
import { addStatus } from "./commands/status.ts";
import { addTechnologies } from "./commands/technologies.ts";
import { addUnload } from "./commands/unload.ts";
import { addWatch } from "./commands/watch.ts";
import { version } from "./version.ts";

const commands: readonly AddCommand[] = [
  addInit,
  addLoad,
  addUnload,
  addFetch,
  addMeasure,
  addStatus,
  addTechnologies,
  addChokepoints,
  addLeverage,
  addSimulate,
  addCompare,
  addHalfLife,
  addBacktest,
  addPlan,
  addPatents,
  addPatent,
  addHolders,
  addPortfolio,
  addBlocks,
  addScreen,
  addItem,
  addControls,
  addWatch,
  addChanges,
  addExport,
  addServe,
  addCompletion,
];

/** The command line, ready to parse. Nothing heavy is imported before a command runs. */
export function createProgram(signal: AbortSignal): Command {
  const program = new Command("levermap")
    .description("Who holds what in chipmaking, and who could withhold it from whom.")
    .version(version, "--version", "print the version")
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
  for (const add of commands) add(program, signal);
  return program;
}
