import { csvRecord } from "../answers/shared/csv-line.ts";
import type { Effects, Log, Progress } from "../base/effects.ts";
import { clean } from "./page/clean.ts";
import { Style } from "./page/style.ts";
import { ProgressBar } from "./progress-bar.ts";
import { workspaceDir } from "./workspace-dir.ts";

/** The options of every command. */
export interface CommonOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly asOf?: string;
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
  /** Prints rows as CSV on standard output, as they come; control characters are taken out where a terminal would read them. */
  rows(rows: AsyncIterable<readonly string[]>): Promise<void>;
  /** Clears what is on the terminal for the time being. */
  stop(): Promise<void>;
}

/** Where the page is no terminal that tells its own. */
const usualWidth = 100;

/** The context of one run of a command. */
export function createContext(options: CommonOptions, signal: AbortSignal): Context {
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
    effects: { log: logTo(stderr, options), clock: { now: () => new Date() }, progress, signal },
    page,
    async answer(value, layOut) {
      await bar?.stop();
      await write(json ? JSON.stringify(value, null, 2) : layOut(clean(value), page).trimEnd());
    },
    async rows(rows) {
      for await (const row of rows) {
        if (stdout.isTTY) await bar?.stop();
        await write(csvRecord(stdout.isTTY ? clean(row) : row));
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
