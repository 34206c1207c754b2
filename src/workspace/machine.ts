import { totalmem } from "node:os";
import { LevermapError } from "../base/errors.ts";

/** Variables that say what of the machine a process may use; the processes that it starts, as those of a server, have them from it. */
export const memoryVariable = "LEVERMAP_MEMORY";
export const threadsVariable = "LEVERMAP_THREADS";

/** What of the machine the database engine may use, and threads of measures. `null`: the usual, which each mode has of its own. */
export interface Machine {
  /** Bytes. */
  readonly memory: number | null;
  readonly threads: number | null;
}

const unit: Readonly<Record<string, number>> = { MB: 1e6, GB: 1e9, TB: 1e12, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };
/** Bytes that the database engine may use where nothing is said, to read and to work without a workspace. */
export const usualMemory = 1e9;
/** Less than the bundled data takes. */
const leastMemory = 256e6;
const mostThreads = 256;

/** What this process was told. Throws LM_USAGE for a value that is not understood or beyond this machine. */
export function machineOf(env: NodeJS.ProcessEnv = process.env): Machine {
  const [memory, threads] = [env[memoryVariable], env[threadsVariable]];
  return {
    memory: memory ? memoryBytes(memory, memoryVariable) : null,
    threads: threads ? threadCount(threads, threadsVariable) : null,
  };
}

/** Reads `900MB`, `64GB` or `1.5TiB` as bytes. Throws LM_USAGE for anything else, under 256 MB, or more than this machine has. */
export function memoryBytes(text: string, option: string): number {
  const match = /^(\d{1,9}(?:\.\d{1,3})?) ?([MGT]i?B)$/.exec(text);
  const bytes = match === null ? Number.NaN : Math.floor(Number(match[1]) * (unit[match[2] ?? ""] ?? 0));
  const most = installedMemory();
  if (bytes >= leastMemory && bytes <= most) return bytes;
  const range = `from 256MB to what this machine has (${Math.floor(most / 1e6)}MB)`;
  throw new LevermapError("LM_USAGE", `${option} is an amount of memory such as 900MB or 64GB, ${range}, not "${text}".`, {
    option,
    value: text,
  });
}

/** Reads a whole number of threads. Throws LM_USAGE for anything else. */
export function threadCount(text: string, option: string): number {
  const threads = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (threads >= 1 && threads <= mostThreads) return threads;
  throw new LevermapError("LM_USAGE", `${option} is a whole number from 1 to ${mostThreads}, not "${text}".`, { option, value: text });
}

/** Bytes of this machine, or of the container around this process. */
export function installedMemory(): number {
  const bound = process.constrainedMemory();
  return bound > 0 ? Math.min(bound, totalmem()) : totalmem();
}
