import { type Command, Option } from "commander";
import { LevermapError } from "../base/errors.ts";
import { packageVersion } from "../base/package-file.ts";
import type { Levermap } from "../library/open.ts";
import { memoryBytes, memoryVariable, threadCount, threadsVariable } from "../workspace/machine.ts";
import { type CommonOptions, type Context, createContext, type Page } from "./context.ts";
import { ProgressBar } from "./progress-bar.ts";

export type { CommonOptions, Context, Page } from "./context.ts";

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
    .version(packageVersion, "--version", "print the version")
    .helpOption("-h, --help", "show this help")
    .option("-w, --workspace <dir>", "workspace folder (default: LEVERMAP_WORKSPACE, a config file, or ./levermap-data)")
    .option("--json", "print one JSON value")
    .addOption(dated ? asOf : asOf.hideHelp())
    .option("--memory <size>", "memory of the database engine, such as 16GB (default: 1GB to read, 4GB to write)", asMemory)
    .option("--threads <number>", "threads (default: 2 to read, as many as processors to write and measure)", asThreads)
    .option("-q, --quiet", "no messages and no progress")
    .option("--verbose", "more messages")
    .option("--no-color", "no bold or faint text")
    .addHelpText("after", `\nExamples:\n${examples.map((example) => `  $ levermap ${example}`).join("\n")}`);
  command.hook("preAction", useMachine);
  if (!dated) command.hook("preAction", refuseDate);
  return command;
}

const checked = (check: (text: string, option: string) => number, option: string) => (text: string) => {
  check(text, option);
  return text;
};
const asMemory = checked(memoryBytes, "--memory");
const asThreads = checked(threadCount, "--threads");

/** What the options say of the machine is for this process and for those that it starts. */
function useMachine(command: Command): void {
  const { memory, threads } = command.opts<CommonOptions>();
  if (memory !== undefined) process.env[memoryVariable] = memory;
  if (threads !== undefined) process.env[threadsVariable] = threads;
}

function refuseDate(command: Command): void {
  if (command.opts<CommonOptions>().asOf === undefined) return;
  throw new LevermapError("LM_USAGE", `\`${command.name()}\` does not depend on a date; leave out --as-of.`, { option: "--as-of" });
}

/** Runs `work` with a context, which is put away whatever happens. */
export async function withContext(options: CommonOptions, signal: AbortSignal, work: (context: Context) => Promise<void>): Promise<void> {
  const context = createContext(options, signal, process.stderr.isTTY && !options.quiet ? new ProgressBar() : null);
  try {
    await work(context);
  } finally {
    await context.stop();
  }
}

/** Works on the open workspace, which is closed whatever happens. */
export async function withMap<T>({ workspace, asOf, effects }: Context, work: (map: Levermap) => Promise<T>): Promise<T> {
  const { openMessages } = await import("../library/open.ts");
  const map = await openMessages(workspace, { asOf, effects });
  try {
    return await work(map);
  } finally {
    map.close();
  }
}

/** Puts one question to the workspace and prints the answer. */
export const ask = <T>(
  options: CommonOptions,
  signal: AbortSignal,
  question: (map: Levermap, context: Context) => Promise<T>,
  layOut: (answer: T, page: Page) => string,
): Promise<void> =>
  withContext(options, signal, async (context) => context.answer(await withMap(context, (map) => question(map, context)), layOut));
