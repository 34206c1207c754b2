import { writeSync } from "node:fs";
import { quietEffects } from "../../../src/base/effects.ts";
import { measure } from "../../../src/library/measure.ts";

/** Measures a workspace, telling each step on standard output; it may be killed anywhere. */
const [dir] = process.argv.slice(2) as [string];
const tell = (): void => void writeSync(1, ".");
tell();
await measure(dir, { threads: 1, effects: { ...quietEffects, progress: { report: tell } } });
tell();
