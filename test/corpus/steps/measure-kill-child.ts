import { writeSync } from "node:fs";
import { quietEffects } from "../../../src/base/effects.ts";
import { measure } from "../../../src/library/measure.ts";

/** Measures a workspace, telling each step on standard output; it may be killed anywhere, and kills itself at step LEVERMAP_KILL_AT. */
const [dir] = process.argv.slice(2) as [string];
let steps = 0;
const tell = (): void => {
  writeSync(1, ".");
  steps += 1;
  if (String(steps) === process.env.LEVERMAP_KILL_AT) process.kill(process.pid, "SIGKILL");
};
tell();
await measure(dir, { threads: 1, effects: { ...quietEffects, progress: { report: tell } } });
tell();
