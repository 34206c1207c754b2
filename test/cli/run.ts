import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const bin = `${root}bin/levermap.js`;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when the text has come out of either stream. */
  printed(text: string | RegExp): Promise<string>;
}

interface Options {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const { LEVERMAP_WORKSPACE: _workspace, LEVERMAP_TOKEN: _token, FORCE_COLOR: _color, COLUMNS: _columns, ...rest } = process.env;

/** Of a command that is run: without what says something to it. */
export const environment: NodeJS.ProcessEnv = rest;

/** Starts the built command line as a process of its own. */
export function start(args: readonly string[], { cwd, env = {} }: Options): Running {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { ...environment, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
      child.emit("printed");
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => child.on("error", reject).on("close", (code) => resolve({ code, ...texts })));
  const printed = (text: string | RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const all = texts.stdout + texts.stderr;
        if (typeof text === "string" ? all.includes(text) : text.test(all)) resolve(all);
      };
      child.on("printed", look).on("close", () => reject(new Error(`ended without printing ${text}: ${texts.stdout}${texts.stderr}`)));
      look();
    });
  return { child, ended, printed };
}

/** Runs the built command line to its end. */
export const run = (args: readonly string[], options: Options): Promise<Ended> => start(args, options).ended;
