import { readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { quietEffects } from "../../src/base/effects.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { patentsview } from "../../src/sources/patents/tables/patentsview.ts";
import { initWorkspace } from "../../src/workspace/init.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { fakeSource } from "./fake-source.ts";

/** Makes a workspace if there is none and loads everything, telling each step on standard output; it may be killed anywhere, and kills itself at step LEVERMAP_KILL_AT. */
const [dir, input] = process.argv.slice(2) as [string, string];
const under = (folder: string): string[] => readdirSync(join(input, folder)).map((name) => join(input, folder, name));
let steps = 0;
const tell = (): void => {
  writeSync(1, ".");
  steps += 1;
  if (String(steps) === process.env.LEVERMAP_KILL_AT) process.kill(process.pid, "SIGKILL");
};
const clock = {
  now: (): Date => {
    tell();
    return new Date();
  },
};
const effects = { ...quietEffects, clock, progress: { report: tell } };
const check = (): readonly never[] => {
  tell();
  return [];
};

const atlas = fakeSource("atlas", "whole");
const files = (paths: readonly string[]): Promise<readonly string[]> => {
  tell();
  return atlas.files(paths);
};

tell();
try {
  await initWorkspace(dir, { ...atlas, files }, under("atlas"), check, {}, effects);
  tell();
} catch (thrown) {
  if (!(thrown instanceof LevermapError) || thrown.code !== "LM_WORKSPACE_EXISTS") throw thrown;
}
tell();
const workspace = await openWorkspace(dir, { mode: "write", effects });
for (const [name, scope] of [
  ["whole", "whole"],
  ["parts", "parts"],
] as const) {
  tell();
  await loadSource(workspace, fakeSource(name, scope), under(name), {}, effects);
}
tell();
await loadSource(workspace, patentsview, under("bulk"), {}, effects);
tell();
workspace.close();
tell();
