import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { LevermapError } from "../base/errors.ts";
import { type CommonOptions, type Context, createContext } from "./context.ts";

/** The version of the package. */
export const version: string = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;

/** Adds a command to the program. `signal` is set by Ctrl-C. */
export type AddCommand = (program: Command, signal: AbortSignal) => void;

export interface CommandShape {
  /** Name and arguments, as in `load SOURCE PATH...` of the commander package. */
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** Whether its answer depends on the day the map is read as of. */
  readonly dated: boolean;
}

/** A command with the options that all have. */
export function addCommand(program: Command, { usage, summary, examples, dated }: CommandShape): Command {
  const asOf = new Option("--as-of <date>", "read the map as of this day, YYYY-MM-DD (default: today)");
  const command = program
    .command(usage)
    .description(summary)
    .version(version, "--version", "print the version")
    .helpOption("-h, --help", "show this help")
    .option("-w, --workspace <dir>", "workspace folder (default: LEVERMAP_WORKSPACE, a config file, or ./levermap-data)")
    .option("--json", "print one JSON value")
    .addOption(dated ? asOf : asOf.hideHelp())
    .option("-q, --quiet", "no messages and no progress")
    .option("--verbose", "more messages")
    .option("--no-color", "no bold or faint text")
    .addHelpText("after", `\nExamples:\n${examples.map((example) => `  $ levermap ${example}`).join("\n")}`);
  if (!dated) command.hook("preAction", refuseDate);
  return command;
}

function refuseDate(command: Command): void {
  if (command.opts<CommonOptions>().asOf === undefined) return;
  throw new LevermapError("LM_USAGE", `\`${command.name()}\` does not depend on a date; leave out --as-of.`, { option: "--as-of" });
}

/** Runs `work` with a context, which is put away whatever happens. */
export async function withContext(options: CommonOptions, signal: AbortSignal, work: (context: Context) => Promise<void>): Promise<void> {
  const context = createContext(options, signal);
  try {
    await work(context);
  } finally {
    await context.stop();
  }
}
