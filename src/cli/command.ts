import { type Command, Option } from "commander";
import { csvLine } from "../answers/shared/csv-line.ts";
import { clean } from "../base/clean.ts";
import type { Effects, Log, Progress } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { packageVersion } from "../base/package-file.ts";
import { isUser, userKey } from "../library/cases/user.ts";
import type { Levermap } from "../library/open.ts";
import { memoryBytes, memoryVariable, threadCount, threadsVariable } from "../workspace/machine.ts";
import { Style } from "./page/style.ts";
import { ProgressBar } from "./progress-bar.ts";
import { workspaceDir } from "./workspace-dir.ts";

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
  const context = createContext(options, signal);
  try {
    await work(context);
  } finally {
    await context.stop();
  }
}

/** The options of every command. */
export interface CommonOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly asOf?: string;
  readonly memory?: string;
  readonly threads?: string;
  /** Of commands that take one. */
  readonly user?: string;
}

/** How an answer is laid out for people. */
export interface Page {
  /** Characters a line. */
  readonly width: number;
  readonly style: Style;
}

/** What a command works with: where, when, effects, and the way out for its answer. */
export interface Context {
  readonly workspace: string;
  readonly asOf: string | undefined;
  readonly json: boolean;
  readonly effects: Effects;
  readonly page: Page;
  /** Prints one answer on standard output: as JSON with `--json`, laid out for people otherwise. */
  answer<T>(value: T, layOut: (value: T, page: Page) => string): Promise<void>;
  /** Prints rows as CSV on standard output, as they come, none of which runs as a formula in a spreadsheet; control characters are taken out where a terminal would read them. */
  rows(rows: AsyncIterable<readonly string[]>): Promise<void>;
  /** Clears what is on the terminal for the time being. */
  stop(): Promise<void>;
}

/** Who the trail of writes names; what is no name of a user is left out there. */
function userOf({ user }: CommonOptions, env: NodeJS.ProcessEnv): string | null {
  const key = userKey(user ?? env.LEVERMAP_USER ?? "");
  return isUser(key) ? key : null;
}

/** Where the page is no terminal that tells its own. */
const usualWidth = 100;

/** The context of one run of a command. */
function createContext(options: CommonOptions, signal: AbortSignal): Context {
  const { stdout, stderr, env } = process;
  const json = options.json ?? false;
  const bar = stderr.isTTY && !options.quiet ? new ProgressBar() : null;
  const progress: Progress = bar ?? { report: () => undefined };
  const page: Page = {
    width: Math.max(40, (stdout.isTTY && stdout.columns) || Number(env.COLUMNS) || usualWidth),
    style: new Style(stdout.isTTY && options.color && !env.NO_COLOR && env.TERM !== "dumb"),
  };
  return {
    workspace: workspaceDir(options.workspace, env, process.cwd()),
    asOf: options.asOf,
    json,
    effects: {
      log: logTo(stderr, options),
      clock: { now: () => new Date() },
      progress,
      signal,
      actor: { user: userOf(options, env), via: "command line" },
    },
    page,
    async answer(value, layOut) {
      await bar?.stop();
      await write(json ? JSON.stringify(value, null, 2) : layOut(clean(value), page).trimEnd());
    },
    async rows(rows) {
      for await (const row of rows) {
        if (stdout.isTTY) await bar?.stop();
        await write(csvLine(stdout.isTTY ? clean(row) : row));
      }
      await bar?.stop();
    },
    stop: async () => bar?.stop(),
  };
}

function write(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
}

function logTo(stream: NodeJS.WritableStream, { quiet, verbose }: CommonOptions): Log {
  const line = (message: string): void => void stream.write(`${clean(message)}\n`);
  const silent = (): void => undefined;
  return { info: quiet ? silent : line, warn: line, debug: verbose && !quiet ? line : silent };
}

/** Works on the open workspace, which is closed whatever happens. */
export async function withMap<T>({ workspace, asOf, effects }: Context, work: (map: Levermap) => Promise<T>): Promise<T> {
  const { open } = await import("../library/open.ts");
  const map = await open(workspace, { asOf, effects });
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
