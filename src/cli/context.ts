import { csvLine } from "../answers/shared/csv-line.ts";
import { clean } from "../base/clean.ts";
import type { Effects, Log, Progress } from "../base/effects.ts";
import { isUser, userKey } from "../library/cases/user.ts";
import { toldInEnglish } from "../words/tell.ts";
import { Style } from "./page/style.ts";
import { workspaceDir } from "./workspace-dir.ts";

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

/** Progress that is cleared from the terminal. */
type Bar = Progress & { stop(): Promise<void> };

/** The context of one run of a command; `bar` shows how far it is. */
export function createContext(options: CommonOptions, signal: AbortSignal, bar: Bar | null = null): Context {
  const { stdout, stderr, env } = process;
  const json = options.json ?? false;
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
      const told = toldInEnglish(value);
      await write(json ? JSON.stringify(told, null, 2) : layOut(clean(told), page).trimEnd());
    },
    async rows(rows) {
      for await (const said of rows) {
        const row = toldInEnglish(said);
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
