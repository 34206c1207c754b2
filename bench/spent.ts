import { spawn } from "node:child_process";
import { once } from "node:events";
import { loadavg } from "node:os";
import { familyOf, megabytes, processesWith, secondsOfAll } from "./processes.ts";

export interface Spent {
  /** Seconds by the clock. */
  readonly clock: number;
  /** Seconds of a core, of the process and those below it. */
  readonly core: number;
  /** The largest process that was watched, in MB. */
  readonly peak: number;
  /** Seconds by the clock before the first process with these words; `null` without one. */
  readonly before: number | null;
  /** Load average at the end. */
  readonly load: number;
}

/** Runs a program to its end, with an eye on its processes, or on those that have the words of `mark` in their command, wherever they run on this machine. Throws where it ends with a fault. */
export async function spent(program: string, words: readonly string[], mark?: readonly string[]): Promise<Spent> {
  const start = performance.now();
  const child = spawn(program, words, { stdio: ["ignore", "ignore", "inherit"] });
  let [core, peak] = [0, 0];
  let before: number | null = null;
  const look = setInterval(() => {
    core = Math.max(core, secondsOfAll(child.pid!));
    const watched = mark === undefined ? familyOf(child.pid!) : processesWith(mark);
    if (mark !== undefined && watched.length > 0) before ??= secondsSince(start);
    peak = Math.max(peak, ...watched.map(megabytes));
  }, 50);
  const [code] = await once(child, "close");
  clearInterval(look);
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}`);
  return { clock: secondsSince(start), core, peak, before, load: loadavg()[0] ?? 0 };
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

/** Runs the built command line. */
export const spentBy = (words: readonly string[], mark?: readonly string[]): Promise<Spent> =>
  spent(process.execPath, ["bin/levermap.js", ...words, "--quiet"], mark);

export const told = (what: string, { clock, core, peak, load }: Spent): void =>
  console.log(`  ${what}: ${clock.toFixed(1)} s, ${core.toFixed(1)} s of a core, ${peak.toFixed(0)} MB (load average ${load.toFixed(1)})`);
